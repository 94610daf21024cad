import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { announce } from "../../src/announce/index.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { openFakeSlack } from "../platforms/slack/fake/server.ts";
import { cli } from "../terminal/run.ts";

const ADMIN = { ADMIN_CHANNEL: "slack:C0ADMIN" };

/** A folder of knowledge whose review has these lines, and a state of its own. */
async function opened(lines: string, to = "{slack: C0STAFF}") {
  const folder = await folderOf({ ...VALID, "reviews/so-ket.yaml": review(lines, to) });
  const state = await mkdtemp(join(tmpdir(), "state-"));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
    await rm(state, { recursive: true });
  });
  const announced = async (
    action: string,
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ) => {
    const ran = await cli(["announce", action, "--knowledge", folder, ...args], { env: { STATE_DIR: state, ...env } });
    return { ...ran, stdout: ran.stdout.replaceAll(folder, "knowledge") };
  };
  /** What was posted so far, told here. */
  const history = async (): Promise<string> => {
    vi.stubEnv("STATE_DIR", state);
    onTestFinished(() => void vi.unstubAllEnvs());
    const lines: string[] = [];
    await announce("history", { knowledge: folder, language: "vi", json: false, say: (line) => lines.push(line) });
    return lines.join("\n");
  };
  return { folder, announce: announced, history };
}

const review = (lines: string, to: string): string => `# yaml-language-server: $schema=../schemas/reviews.schema.json
id: so-ket
names: {vi: "Sơ kết biên bản mẫu", en: "Review of the sample memorandum"}
memorandum: bien-ban
everyMonths: 12
cadence: {vi: "Mỗi năm một lần", en: "Once a year"}
source: {id: bao-mau, paragraph: 7}
announce: {leads: [30, 7], to: [${to}]}
${lines}`;

const HELD = "meetings:\n  - {id: hop-2024, state: held, date: 2024-10-20, source: {id: bao-mau}}\n";

test("An admin sees what will be posted, where, when and how it reads, and nothing is written", async () => {
  const { announce, history } = await opened(HELD);
  const { stdout, code } = await announce("preview", ["--at", "2025-09-01"]);
  expect(stdout.split("\n\n")[0]).toBe(
    [
      "2025-09-18 08:30 → slack:C0STAFF",
      "    Dự kiến, chưa xác nhận: Sơ kết biên bản mẫu",
      "    Theo định kỳ, kỳ tới rơi vào khoảng 18/10/2025 (còn 30 ngày). Chưa có lịch họp chính thức.",
    ].join("\n"),
  );
  expect(code).toBe(0);
  expect(await history()).toBe("Chưa có thông báo nào.");
});

test("A tool gets the same as JSON, with what goes over the wire", async () => {
  const { announce } = await opened(HELD);
  const { stdout } = await announce("preview", ["--at", "2025-09-01", "--json", "--platform", "slack"]);
  expect(JSON.parse(stdout)[0]).toMatchObject({
    due: "2025-09-18T01:30:00.000Z",
    channel: "slack:C0STAFF",
    kind: "upcoming",
    lead: 30,
    body: { blocks: [{ type: "header" }, {}, {}], text: expect.stringContaining("18/10/2025") },
  });
});

test("An admin who edits a review sees what will be announced differently", async () => {
  const before = await opened(HELD);
  const after = await opened(
    `${HELD}  - {id: hop-2025, state: confirmed, date: 2025-10-20, time: "14:00", source: {id: bao-mau}}\n`,
  );
  const { stdout } = await after.announce("changes", [
    "--against",
    before.folder,
    "--at",
    "2025-09-01",
    "--days",
    "60",
  ]);
  expect(stdout.trim().split("\n")).toEqual([
    "- 2025-09-18 08:30 → slack:C0STAFF: Dự kiến, chưa xác nhận: Sơ kết biên bản mẫu Theo định kỳ, kỳ tới rơi vào khoảng 18/10/2025 (còn 30 ngày). Chưa có lịch họp chính thức.",
    "- 2025-10-11 08:30 → slack:C0STAFF: Dự kiến, chưa xác nhận: Sơ kết biên bản mẫu Theo định kỳ, kỳ tới rơi vào khoảng 18/10/2025 (còn 7 ngày). Chưa có lịch họp chính thức.",
    "+ 2025-09-01 12:00 → slack:C0STAFF: Đã chốt lịch họp: Sơ kết biên bản mẫu Còn 49 ngày: 14:00 ngày 20/10/2025 (GMT+7).",
    "+ 2025-09-20 08:30 → slack:C0STAFF: Sắp họp: Sơ kết biên bản mẫu Còn 30 ngày: 14:00 ngày 20/10/2025 (GMT+7).",
    "+ 2025-10-13 08:30 → slack:C0STAFF: Sắp họp: Sơ kết biên bản mẫu Còn 7 ngày: 14:00 ngày 20/10/2025 (GMT+7).",
  ]);
});

test("A timer that runs the bot once an hour has everything posted once", async () => {
  const slack = await openFakeSlack();
  onTestFinished(() => slack.close());
  for (const channel of ["C0STAFF", "C0ADMIN"]) slack.workspace.channels.add(channel);
  const { announce } = await opened("meetings: []\n");
  const env = { SLACK_BOT_TOKEN: "xoxb-good", SLACK_APP_TOKEN: "xapp-good", SLACK_API_URL: slack.url, ...ADMIN };
  const first = await announce("run-once", [], env);
  expect([first.stdout, first.code]).toEqual(["posted: 1\n", 0]);
  expect((await announce("run-once", [], env)).stdout).toBe("Không có gì đến hạn.\n");
  expect(slack.written("C0ADMIN").length).toBe(1);
  expect(slack.written("C0STAFF").length).toBe(0);
  expect((await announce("history")).stdout).toMatch(/→ slack:C0ADMIN: overdue so-ket\/\d{4}-10-18: posted/);
}, 30_000);

test("Whoever has set up no chat is told where to read how", async () => {
  const { announce } = await opened(HELD);
  const { stderr, code } = await announce("run-once");
  expect(stderr).toContain("Connect Slack");
  expect(code).toBe(1);
});

test("An admin who deletes a confirmed meeting sees that nobody will be told, and what to write instead", async () => {
  const meeting = '  - {id: hop-2025, state: confirmed, date: 2025-10-20, time: "14:00", source: {id: bao-mau}}\n';
  vi.stubEnv("ADMIN_CHANNEL", ADMIN.ADMIN_CHANNEL);
  vi.stubEnv("STATE_DIR", "/nowhere");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { folder: against } = await opened(`${HELD}${meeting}`);
  const said = async (lines: string): Promise<string[]> => {
    const { folder: knowledge } = await opened(lines);
    const lined: string[] = [];
    const how = { language: "vi", json: false, at: Date.parse("2025-09-01"), days: 60 } as const;
    await announce("changes", { knowledge, against, ...how, say: (line) => lined.push(line) });
    return lined;
  };
  const deleted = await said(HELD);
  expect(deleted[0]).toBe(
    "! Cuộc họp so-ket/hop-2025, đã báo là họp 14:00 ngày 20/10/2025, không còn trong tệp tri thức. Không kênh nào được báo điều này.",
  );
  expect(deleted.join("\n")).toContain("→ slack:C0ADMIN: Cuộc họp đã báo không còn trong tệp");
  const renamed = await said(`${HELD}${meeting.replace("hop-2025", "lan-2")}`);
  expect(renamed.filter((line) => line.startsWith("!"))).toEqual([]);
});

test("An admin whose PostgreSQL is down is told so at once, and sees what the files say, with Discord's events", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://bot:secret@127.0.0.1:1/nothing");
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => {
    vi.unstubAllEnvs();
    errors.mockRestore();
  });
  const meeting = '{id: hop-2025, state: confirmed, date: 2025-10-20, time: "14:00", source: {id: bao-mau}}';
  const { folder } = await opened(`${HELD}  - ${meeting}\n`, '{discord: "1100000000000000003", event: true}');
  const lines: string[] = [];
  const how = { language: "en", json: false, at: Date.parse("2025-10-12"), days: 0 } as const;
  await announce("preview", { knowledge: folder, ...how, say: (line) => lines.push(line) });
  expect(lines.join("\n")).toContain("    Tạo sự kiện Discord: Sơ kết biên bản mẫu\n    14:00 ngày 20/10/2025");
  const said = errors.mock.calls.flat().join("\n");
  expect(said).toContain("PostgreSQL at postgres://bot@127.0.0.1:1/nothing can't be reached");
  expect(said).toContain("What follows goes by the files alone");
  expect(said).not.toContain("secret");
});
