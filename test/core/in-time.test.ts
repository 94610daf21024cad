import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { inTime } from "../../src/core/in-time.ts";

async function listening(server: Server | HttpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A server that tells what it is sent, once it has all of it. */
async function openEcho() {
  const read: string[] = [];
  const server = createHttpServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("error", () => {}).on("data", (part) => parts.push(part));
    request.on("end", () => {
      read.push(`${request.headers["content-type"]} ${request.headers["content-length"]}: ${Buffer.concat(parts)}`);
      response.end("read");
    });
  });
  return { read, url: `http://127.0.0.1:${await listening(server)}/` };
}

const POST = { method: "POST", headers: { "content-type": "text/plain" }, body: "Họp lúc 8:30" } as const;

test("What may still be sent arrives as it is", async () => {
  const { read, url } = await openEcho();
  const response = await inTime(fetch, () => true)(url, POST);
  expect([await response.text(), read]).toEqual(["read", ["text/plain 15: Họp lúc 8:30"]]);
});

test("What may not be sent any more is read by nobody, and whoever sent it hears so", async () => {
  const { read, url } = await openEcho();
  await expect(inTime(fetch, () => false)(url, POST)).rejects.toHaveProperty(
    "cause.message",
    "Not sent: it took too long until it could be",
  );
  await inTime(fetch, () => true)(url, { ...POST, body: "later" });
  expect(read).toEqual(["text/plain 5: later"]);
});

test("Whether it may be sent is asked for only when the connection stands", async () => {
  const silent = createServer((socket) => socket.on("error", () => {}));
  const port = await listening(silent);
  const asked: string[] = [];
  const mayStillSend = (): boolean => asked.push("asked") > 0;
  const signal = AbortSignal.timeout(200);
  // The handshake never ends.
  await expect(inTime(fetch, mayStillSend)(`https://127.0.0.1:${port}/`, { ...POST, signal })).rejects.toThrow();
  expect(asked).toEqual([]);
});
