import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import { openRunning, quiet } from "./open.ts";
import { openRaw } from "./raw.ts";

test("A monitor reads how each part is, and 503 while one is not well", async () => {
  let isConnected = true;
  let reach: () => Promise<{ ok: boolean }> = async () => ({ ok: true });
  const running = await openRunning({
    platforms: [quiet({ name: "Slack", isConnected: () => isConnected })],
    companions: [{ name: "state", stop: async () => {}, condition: () => reach() }],
  });
  const look = async () => {
    const response = await running.get("/readyz");
    const body = (await response.json()) as object;
    return { status: response.status, ...body };
  };
  const well = {
    started: { ok: true },
    knowledge: { ok: true, facts: 12, files: 3, stale: false },
    slack: { ok: true },
    state: { ok: true },
  };
  expect(await look()).toEqual({ status: 200, ready: true, stopping: false, parts: well });
  isConnected = false;
  expect(await look()).toMatchObject({ status: 503, ready: false, parts: { ...well, slack: { ok: false } } });
  isConnected = true;
  reach = () => Promise.reject(new Error("postgres://bot:password@db is away"));
  const away = await look();
  expect(away).toMatchObject({ status: 503, parts: { ...well, state: { ok: false } } });
  expect(JSON.stringify(away)).not.toContain("password");
  running.stop();
  await running.ended;
});

test("A monitor is told in time although the state says nothing", async () => {
  const silent = () => new Promise<never>(() => {});
  const running = await openRunning({
    companions: [{ name: "state", stop: async () => {}, condition: silent, ledgerRows: silent }],
  });
  const [readyz, metrics] = await Promise.all([running.get("/readyz"), running.get("/metrics")]);
  expect([readyz.status, await readyz.json()]).toMatchObject([503, { parts: { state: { ok: false } } }]);
  expect(await metrics.text()).toContain('lien_thanh_part_ok{part="state"} 0');
  running.stop();
  await running.ended;
});

test("A bot that is told to stop says so, takes nothing new, answers what is under way, and closes in order", async () => {
  const order: string[] = [];
  const waiting = Promise.withResolvers<ServerResponse>();
  const released = Promise.withResolvers<void>();
  const running = await openRunning(({ mount }) => {
    mount("/slow", (_, response) => waiting.resolve(response));
    const stop = (name: string) => async (): Promise<void> => {
      if (name === "platform") await released.promise;
      order.push(name);
    };
    return {
      platforms: [quiet({ stop: stop("platform") })],
      companions: [
        { name: "state", stop: stop("state") },
        { name: "announcer", start: () => void order.push("started"), stop: stop("announcer") },
      ],
    };
  });
  // Kept open, as clients do.
  const idle = await openRaw(running.url);
  const slow = running.get("/slow");
  const response = await waiting.promise;
  await vi.waitFor(() => expect(order).toEqual(["started"]));
  running.stop();
  const readyz = await running.get("/readyz");
  expect([readyz.status, await readyz.json()]).toMatchObject([503, { ready: false, stopping: true }]);
  expect((await running.get("/livez")).status).toBe(200);
  expect((await running.get("/slow")).status).toBe(503);
  response.end("answered");
  expect(await (await slow).text()).toBe("answered");
  expect(order).toEqual(["started"]);
  const begun = performance.now();
  released.resolve();
  expect(await running.ended).toBe(true);
  expect(order).toEqual(["started", "platform", "announcer", "state"]);
  await idle.ended;
  // Connections that are kept alive for five seconds are not waited for.
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(running.said().at(-1)).toBe("Stopped.");
  await expect(running.get("/livez")).rejects.toThrow();
});

test("An operator whose platform can't start reads why, and the rest is closed", async () => {
  const order: string[] = [];
  const refused = () => Promise.reject(new UserError("Mã sai. · Wrong token."));
  const running = await openRunning({
    platforms: [quiet({ start: refused }), quiet({ stop: async () => void order.push("other platform") })],
    companions: [
      { name: "state", start: () => void order.push("started"), stop: async () => void order.push("state") },
    ],
  });
  expect(await running.ended).toBe(false);
  expect(running.said()).toContain("Mã sai. · Wrong token.");
  expect(order).toEqual(["other platform", "state"]);
});

test("An operator whose port is taken reads one sentence that says what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const sentence = `Cổng ${port} đang có chương trình khác dùng: đặt PORT khác hoặc tắt chương trình đó. · Port ${port} is in use`;
  await expect(openRunning({}, { port })).rejects.toThrow(sentence);
  other.close();
});

test("An operator who names an address that is not this machine's reads which to take", async () => {
  await expect(openRunning({}, { host: "203.0.113.7" })).rejects.toThrow(/HOST=203\.0\.113\.7.*0\.0\.0\.0.* · /);
});

test("While the state is waited for the bot lives but is not ready, and can be told to stop", async () => {
  const told = new AbortController();
  const running = await openRunning(
    {},
    {
      stopping: told.signal,
      open: ({ health }) => {
        health.add({ name: "state", condition: () => ({ ok: false }) });
        return new Promise((_, reject) => told.signal.addEventListener("abort", () => reject(new Error("given up"))));
      },
    },
  );
  expect((await running.get("/livez")).status).toBe(200);
  const page = await running.get("/");
  expect([page.status, page.headers.get("retry-after"), await page.text()]).toEqual([
    503,
    "1",
    expect.stringContaining("Bot đang khởi động"),
  ]);
  const readyz = await running.get("/readyz");
  expect([readyz.status, await readyz.json()]).toEqual([
    503,
    { ready: false, stopping: false, parts: { started: { ok: false }, state: { ok: false } } },
  ]);
  told.abort();
  expect(await running.ended).toBe(true);
  expect(running.text()).not.toContain("given up");
});

test("An operator whose state can't be opened reads why, and the process ends", async () => {
  const damaged = new UserError("Kho trạng thái hỏng. · The state is damaged.");
  const running = await openRunning({}, { open: () => Promise.reject(damaged) });
  expect(await running.ended).toBe(false);
  expect(running.said()).toContain(damaged.message);
});
