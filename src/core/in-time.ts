/**
 * Sends what a request says only if that still may be sent once the connection stands; else it rejects, and nobody has read
 * anything. A process that was stopped in between, perhaps with its whole computer, would otherwise go on where it was, long
 * after another one has taken its place.
 */
export const inTime =
  (send: typeof fetch, mayStillSend: () => boolean): typeof fetch =>
  (to, init) => {
    const body = init?.body;
    if (typeof body !== "string") return send(to, init);
    const bytes = new TextEncoder().encode(body);
    const headers = new Headers(init?.headers);
    headers.set("content-length", String(bytes.length));
    return send(to, { ...init, headers, body: lastMoment(bytes, mayStillSend), duplex: "half" });
  };

/** Asked for when there is nothing left to do but to write it. */
async function* lastMoment(bytes: Uint8Array, mayStillSend: () => boolean): AsyncGenerator<Uint8Array> {
  if (!mayStillSend()) throw new Error("Not sent: it took too long until it could be");
  yield bytes;
}
