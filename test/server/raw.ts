import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection of one's own to a server, for what no HTTP client would send. */
export async function openRaw(url: string): Promise<{ readonly socket: Socket; readonly ended: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  // Whoever goes on sending to a server that has closed is told so; what was read before counts.
  socket.on("error", () => {});
  const ended = new Promise<string>((resolve) => socket.once("close", () => resolve(text)));
  return { socket, ended };
}

/** Sends these lines and gives what the server answers. */
export async function raw(url: string, ...lines: readonly string[]): Promise<string> {
  const { socket, ended } = await openRaw(url);
  socket.end(`${[...lines, "connection: close", "", ""].join("\r\n")}`);
  return ended;
}
