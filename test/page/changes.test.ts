import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOW } from "../bots.ts";
import { type Driven, openDesk } from "./desk.ts";
import { openServer } from "./open.ts";

/** A busy machine takes its time. */
const soon = <T>(check: () => T): Promise<Awaited<T>> => vi.waitFor(check, 20_000) as Promise<Awaited<T>>;

vi.setConfig({ testTimeout: 30_000 });

let driven: Driven;
let server: Awaited<ReturnType<typeof openServer>>;
let stopping: AbortController;
beforeEach(async () => {
  stopping = new AbortController();
  driven = await openDesk("test/knowledge", { stopping: stopping.signal });
  server = await openServer(driven.desk);
});
afterEach(() => server.close());

/** What an open page hears, version by version. */
async function listen() {
  const leaving = new AbortController();
  const response = await fetch(`${server.url}/page/changes`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const ended = (async () => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) heard += part.value;
  })().catch(() => {});
  return {
    status: response.status,
    versions: () => Array.from(heard.matchAll(/event: version\ndata: (\S+) \d+\n/g), ([, version]) => version),
    leave: () => leaving.abort(),
    ended,
  };
}

test("An open page hears the version that it was made from, and each one after", async () => {
  const html = await (await fetch(`${server.url}/problems`)).text();
  const page = await listen();
  await soon(() => expect(page.versions()).toHaveLength(1));
  expect(html).toContain(`data-version="${page.versions()[0]}"`);
  driven.become({ staleSince: NOW });
  await soon(() => expect(page.versions()).toHaveLength(2));
  driven.become({ staleSince: undefined, since: NOW });
  await soon(() => expect(page.versions()).toHaveLength(3));
  expect(new Set(page.versions()).size).toBe(3);
  expect(await (await fetch(`${server.url}/problems`)).text()).toContain(`data-version="${page.versions()[2]}"`);
  page.leave();
});

test("A page that is closed is not told any more", async () => {
  const pages = await Promise.all([listen(), listen()]);
  await soon(() => expect(driven.followers()).toBe(2));
  for (const page of pages) page.leave();
  await soon(() => expect(driven.followers()).toBe(0));
});

test("A bot that stops lets open pages go, so that it can end", async () => {
  const pages = await Promise.all([listen(), listen()]);
  stopping.abort();
  await Promise.all(pages.map(({ ended }) => ended));
  expect(driven.followers()).toBe(0);
  expect((await listen()).status).toBe(503);
});

test("Whoever opens very many pages does not take all connections", async () => {
  const pages = await Promise.all(Array.from({ length: 51 }, listen));
  expect(pages.filter(({ status }) => status === 503)).toHaveLength(1);
  expect((await fetch(`${server.url}/problems`)).status).toBe(200);
  for (const page of pages) page.leave();
  await soon(async () => {
    const again = await listen();
    again.leave();
    expect(again.status).toBe(200);
  });
});
