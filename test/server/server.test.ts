import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createServer } from "../../src/server/server.ts";
import { openRaw } from "./raw.ts";

const PATIENCE_MS = 400;

async function open() {
  const server = createServer({
    host: "127.0.0.1",
    port: 0,
    mounted: new Map([["/silent", () => {}]]),
    web: (request, response) => void request.resume().on("end", () => response.end("web")),
    stopping: new AbortController().signal,
    patienceMs: PATIENCE_MS,
  });
  return { server, url: await server.start() };
}

test.each([
  ["sends no end of its headers", "GET / HTTP/1.1\r\nhost: x\r\n"],
  ["sends no end of its body", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf"],
  ["says nothing at all", ""],
  ["waits for an answer that does not come", "GET /silent HTTP/1.1\r\nhost: x\r\n\r\n"],
])("A client that %s is let go", async (_, text) => {
  const { server, url } = await open();
  const { socket, ended } = await openRaw(url);
  socket.write(text);
  expect(await ended).toMatch(/^(HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*)?$/);
  await server.stop();
});

test.each([
  ["headers", "GET / HTTP/1.1\r\nx-slow: "],
  ["body", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n"],
])("A client that sends its %s a letter at a time is let go", async (_, text) => {
  const { server, url } = await open();
  const { socket, ended } = await openRaw(url);
  socket.write(text);
  const drip = setInterval(() => socket.write("x"), PATIENCE_MS / 8);
  expect(await ended).toMatch(/^HTTP\/1\.1 408 /);
  clearInterval(drip);
  await server.stop();
});

test("What is no HTTP gets an answer without a banner", async () => {
  const { server, url } = await open();
  const { socket, ended } = await openRaw(url);
  socket.write("\u0016\u0003\u0001 no http\r\n\r\n");
  expect(await ended).toBe("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  await server.stop();
});

test("A server that stops waits for what is under way", async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  const server = createServer({
    host: "127.0.0.1",
    port: 0,
    mounted: new Map([["/slow", (_, response) => asked.resolve(response)]]),
    web: () => {},
    stopping: new AbortController().signal,
  });
  const url = await server.start();
  const slow = fetch(`${url}/slow`);
  const response = await asked.promise;
  const stopped = server.stop();
  setImmediate(() => response.end("answered"));
  expect(await (await slow).text()).toBe("answered");
  await stopped;
});

test("A server that stops does not wait for connections that are only kept alive", async () => {
  const { server, url } = await open();
  const { socket, ended } = await openRaw(url);
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  await once(socket, "data");
  await server.stop();
  expect(await ended).toMatch(/^HTTP\/1\.1 200 [\s\S]*web/);
  await server.stop();
});
