import { once } from "node:events";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openState } from "../../src/store/state.ts";
import { VALID } from "../knowledge-loader/folder.ts";
import { CHANNEL } from "../platforms/discord/fake/people.ts";
import { refusal } from "../platforms/discord/fake/reply.ts";
import { openRunning } from "../server/open.ts";
import { cli } from "../terminal/run.ts";
import { complaints, openPatient, type Patient, shown } from "./patient.ts";

const ANNOUNCING = {
  "reviews/so-ket.yaml": `${VALID["reviews/so-ket.yaml"]}announce:
  to: [{ slack: C0STAFF }, { discord: "${CHANNEL}", language: en }]
`,
};

let patient: Patient;
beforeEach(async () => {
  patient = await openPatient(ANNOUNCING);
  patient.slack.workspace.channels.add("C0STAFF");
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await patient.close();
});

test("An operator with whom all is well reads so of each part", async () => {
  const { examined, folder, discord } = patient;
  discord.failNext(/ \/users\/@me\/guilds$/, { status: 200, body: [{ id: "1" }] });
  const findings = await examined();
  expect(complaints(findings)).toEqual([]);
  expect(shown(findings)).toEqual([
    expect.stringMatching(/^ok node: Node 24\./),
    expect.stringMatching(/^ok settings: Time zone Asia\/Ho_Chi_Minh, where it is /),
    "ok settings: 1 admins or roles (ADMINS)",
    "ok settings: 1 channels for admins (ADMIN_CHANNEL)",
    expect.stringMatching(new RegExp(`^ok knowledge: Knowledge in ${folder}: \\d+ files, \\d+ facts$`)),
    "ok slack: Slack: lien-thanh in Hai thành phố",
    "ok slack: Slack lets the bot connect by Socket Mode",
    "ok discord: Discord: lien-thanh, application Liên Thành; the bot needs no privileged intent",
    expect.stringMatching(/^ok discord: Discord knows the \d+ commands$/),
    "ok destinations: slack:C0STAFF (in the knowledge): kenh-c0staff",
    expect.stringMatching(new RegExp(`^ok destinations: discord:${CHANNEL} \\(in the knowledge\\): `)),
    "ok destinations: slack:C0ADMINS (ADMIN_CHANNEL): kenh-c0admins",
    expect.stringMatching(/^ok state: State at .*\/state\.sqlite: made when the bot starts first$/),
    "ok clock: The clock is right",
    "ok port: Port 0 is free (127.0.0.1)",
  ]);
  // A look changes nothing.
  expect(discord.calls.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(patient.slack.calls.sort()).toEqual([
    "apps.connections.open",
    "auth.test",
    "conversations.info",
    "conversations.info",
  ]);
});

test("An operator whose tokens are wrong reads where to click, and sees no token", async () => {
  const findings = await patient.examined({
    SLACK_BOT_TOKEN: "xoxb-wrong-one",
    DISCORD_TOKEN: "wrong.discord.token",
  });
  const found = complaints(findings).join("\n");
  expect(found).toMatch(/^error slack: Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/m);
  expect(found).toMatch(/^error discord: Discord refuses DISCORD_TOKEN.*Reset Token/m);
  expect(JSON.stringify(findings)).not.toMatch(/wrong-one|wrong\.discord/);
});

test("An operator whose app lacks scopes reads which", async () => {
  patient.slack.workspace.scopes = ["commands", "chat:write"];
  expect(complaints(await patient.examined())).toContainEqual(
    expect.stringMatching(
      /^error slack: The bot lacks the scope app_mentions:read, im:history, users:read, .*Reinstall/,
    ),
  );
});

test("An operator whose app-level token is wrong, or whose signing secret is none, reads where to get it", async () => {
  expect(complaints(await patient.examined({ SLACK_APP_TOKEN: "xapp-wrong" }))).toContainEqual(
    expect.stringMatching(/^error slack: Slack does not accept SLACK_APP_TOKEN .*connections:write/),
  );
  const http = { SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "not-a-secret-of-slack" };
  expect(complaints(await patient.examined(http))).toContainEqual(
    expect.stringMatching(/^warning slack: SLACK_SIGNING_SECRET does not look .*Basic Information/),
  );
  const right = { ...http, SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" };
  expect(complaints(await patient.examined(right)).filter((one) => one.includes(" slack: "))).toEqual([]);
});

test("An operator whose network is away reads at which address", async () => {
  const away = "http://127.0.0.1:65534/api";
  const found = complaints(await patient.examined({ SLACK_API_URL: away, DISCORD_API_URL: away })).join("\n");
  expect(found).toMatch(/^error slack: Slack can't be reached at http:\/\/127\.0\.0\.1:65534\/api\/ \(.*ECONNREFUSED/m);
  expect(found).toMatch(/^error discord: Discord can't be reached at http:\/\/127\.0\.0\.1:65534\/api \(/m);
});

test("An operator whose commands in Discord are old, or whose bot is nowhere, reads what to run", async () => {
  patient.discord.registry.register([{ name: "old" }]);
  patient.discord.failNext(/ \/users\/@me\/guilds$/, { status: 200, body: [] });
  const found = complaints(await patient.examined());
  expect(found).toEqual([
    expect.stringMatching(
      /^warning discord: Discord's list of commands differs .*\[Run npm run publish -- discord\.\]$/,
    ),
    expect.stringMatching(/^warning discord: The bot is in no server of Discord \[Run npm run publish/),
  ]);
});

test("An operator reads of each channel where the bot can't post what to do there", async () => {
  const { slack, settings, examined, discord } = patient;
  slack.workspace.channels.delete("C0STAFF");
  slack.workspace.unjoined.add("C0STAFF");
  const state = await openState({ folder: settings.STATE_DIR ?? "", log: () => {} });
  await state.subscriptions.put({ chat: "slack", id: "C0GONE", language: "en" }, "slack:U0MINH");
  await state.close();
  discord.failNext(/ \/channels\//, refusal(404, 10003, "Unknown Channel"));
  const found = complaints(await examined()).filter((one) => one.includes(" destinations: "));
  expect(found).toEqual([
    expect.stringMatching(/^error destinations: slack:C0STAFF \(in the knowledge\) \[.*\/invite/),
    expect.stringMatching(new RegExp(`^error destinations: discord:${CHANNEL} \\(in the knowledge\\) \\[`)),
    expect.stringMatching(/^error destinations: slack:C0GONE \(subscribed in chat\) \[There is no such channel/),
  ]);
  const without = await examined({ DISCORD_TOKEN: "" });
  expect(complaints(without)).toContain(
    `error destinations: discord:${CHANNEL} (in the knowledge): discord is not set up`,
  );
});

test("An operator reads how large the state is and what waits in it", async () => {
  const { settings, examined } = patient;
  const state = await openState({ folder: settings.STATE_DIR ?? "", log: () => {} });
  await state.ledger.add({
    key: "k",
    subject: { kind: "upcoming", review: "r", occurrence: "o" },
    destination: { chat: "slack", id: "C0STAFF", language: "vi" },
    dueAt: 0,
    expiresAt: Date.now() + 3_600_000,
  });
  const row = await state.ledger.claim("doctor", 60_000);
  if (row === undefined) throw new Error("Nothing to claim.");
  await state.ledger.failed(row, "gone");
  await state.close();
  const found = (await examined()).filter(({ check }) => check === "state");
  expect(shown(found)).toEqual([
    expect.stringMatching(
      /^ok state: State at .*state\.sqlite: \d+ kB, 0 announcements posted, 0 channels subscribed$/,
    ),
    "warning state: 1 announcements may not have been posted [See npm run announce -- history.]",
  ]);
});

test("An operator whose state is damaged or from a newer version reads so, and it stays as it is", async () => {
  const { settings, examined } = patient;
  const file = join(settings.STATE_DIR ?? "", "state.sqlite");
  await mkdir(settings.STATE_DIR ?? "");
  await writeFile(file, "this is no database, however long one looks at it".repeat(100));
  expect(complaints(await examined())).toContainEqual(expect.stringMatching(/^error state: .*state\.sqlite/));
});

test("An operator whose PostgreSQL is away, or whose address is none, reads so without the password", async () => {
  for (const DATABASE_URL of ["postgres://bot:hush-hush@127.0.0.1:9/x", "mysql://bot:hush-hush@db/x"]) {
    const found = complaints(await patient.examined({ DATABASE_URL })).join("\n");
    expect(found).toMatch(/^error state: .*DATABASE_URL/m);
    expect(found).not.toContain("hush");
  }
});

test("An operator whose clock is a minute off reads by how much", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  expect(complaints(await patient.examined())).toContainEqual(
    expect.stringMatching(/^warning clock: This machine's clock is (59|60|61) seconds fast \[.*timedatectl/),
  );
});

test("An operator reads whether the port is taken, and whether that is the bot itself", async () => {
  const other = createServer((_, response) => response.writeHead(404).end()).listen(0, "127.0.0.1");
  await once(other, "listening");
  const taken = String((other.address() as AddressInfo).port);
  expect(complaints(await patient.examined({ PORT: taken }))).toContainEqual(
    expect.stringMatching(new RegExp(`^error port: Port ${taken} is in use by another program: set another PORT`)),
  );
  other.close();
  const running = await openRunning();
  const { port } = new URL(running.url);
  expect(shown(await patient.examined({ PORT: port }))).toContain(`ok port: The bot is running at port ${port}`);
  running.stop();
  await running.ended;
});

test("An operator whose proxy does not say that visitors come from elsewhere is told that everything is open", async () => {
  const running = await openRunning();
  const real = fetch;
  let headers: Readonly<Record<string, string>> = {};
  const proxied = (url: string, init: RequestInit) =>
    url.startsWith("https://bot.example.org")
      ? real(url.replace("https://bot.example.org", running.url), { ...init, headers })
      : real(url, init);
  vi.stubGlobal("fetch", proxied);
  const settings = { PUBLIC_URL: "https://bot.example.org", PAGE_TOKEN: "0123456789abcdef" };
  expect(complaints(await patient.examined(settings))).toContainEqual(
    expect.stringMatching(/^error proxy: Anybody can open https:\/\/bot\.example\.org\/metrics \[.*X-Forwarded-For/),
  );
  headers = { "x-forwarded-for": "203.0.113.7" };
  expect(shown(await patient.examined(settings))).toContainEqual(
    expect.stringMatching(/^ok proxy: .*closed to strangers/),
  );
  running.stop();
  await running.ended;
  expect(complaints(await patient.examined(settings))).toContainEqual(
    expect.stringMatching(/^warning proxy: .* does not lead to the bot/),
  );
});

test("An operator whose settings are wrong reads each sentence once, in both languages", async () => {
  const findings = await patient.examined({ PORT: "http", ADMINS: "minh", TIME_ZONE: "Hanoi", SLACK_API_URL: "slack" });
  const wrong = findings.filter(({ mark }) => mark === "error").map(({ text }) => text);
  expect(wrong.map(({ en }) => en.split(" ")[0]).sort()).toEqual(["ADMINS", "PORT", "SLACK_API_URL", "TIME_ZONE"]);
  for (const { vi: vietnamese, en } of wrong) expect(vietnamese).not.toBe(en);
});

test("An operator who has set up nothing reads what is missing", async () => {
  const nothing = Object.fromEntries(
    ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN", "ADMINS", "ADMIN_CHANNEL"].map((name) => [name, ""]),
  );
  await writeFile(join(patient.folder, "reviews/so-ket.yaml"), VALID["reviews/so-ket.yaml"] ?? "");
  expect(complaints(await patient.examined({ ...nothing, PUBLIC_URL: "" }))).toEqual([
    expect.stringMatching(/^warning settings: Neither Slack nor Discord is set up/),
    expect.stringMatching(/^warning settings: ADMINS is not set/),
    expect.stringMatching(/^warning settings: ADMIN_CHANNEL is not set/),
    expect.stringMatching(/^warning destinations: No channel gets announcements \[.*\/subscriptions/),
  ]);
});

test("An operator whose knowledge is broken, is led to the command that shows more", async () => {
  await appendFile(join(patient.folder, "places/noi.yaml"), "- id: Sa Đéc\n");
  expect(complaints(await patient.examined())).toContainEqual(
    expect.stringMatching(/^error knowledge: The knowledge in .* has \d+ errors \[npm run check/),
  );
});

test("An operator whose state can't be where it should reads which folder to change", async () => {
  const { settings, examined } = patient;
  await writeFile(settings.STATE_DIR ?? "", "a file, not a folder");
  expect(complaints(await examined({ STATE_DIR: join(settings.STATE_DIR ?? "", "below") }))).toContainEqual(
    expect.stringMatching(/^error state: .* can't be written to \[Set STATE_DIR/),
  );
});

test("An operator who runs the doctor reads marks and what to do, and scripts get JSON and exit code 1", async () => {
  const env = { ...patient.settings, SLACK_BOT_TOKEN: "xoxb-wrong-one" };
  const [text, json] = await Promise.all([cli(["doctor"], { env }), cli(["doctor", "--json"], { env })]);
  expect(text.stdout).toMatch(/^✓ Node 24\./);
  expect(text.stdout).toMatch(/^✗ Slack không nhận SLACK_BOT_TOKEN/m);
  expect(text.stdout).toMatch(/^\d lỗi, \d cảnh báo\.\n$/m);
  expect([text.stderr, text.code]).toEqual(["", 1]);
  const told = JSON.parse(json.stdout);
  expect([told.ok, json.stderr, json.code]).toEqual([false, "", 1]);
  expect(told.findings[0]).toEqual({
    check: "node",
    mark: "ok",
    text: { vi: expect.any(String), en: expect.any(String) },
  });
  expect(text.stdout + json.stdout).not.toContain("wrong-one");
}, 30_000);
