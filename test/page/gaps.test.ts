import { expect, test } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { Feedback, Gap } from "../../src/core/questions.ts";
import { NOW } from "../bots.ts";
import { openDesk } from "./desk.ts";
import { ask, openApp } from "./open.ts";
import { linksIn, textOf } from "./reading.ts";

const { desk } = await openDesk("test/knowledge");
const { bot } = desk.living.current();
const invocation = bot.answer({ command: "ask", input: "du lịch Quảng Ninh", now: NOW }).invocation ?? {
  command: "help",
  values: {},
  language: "vi",
};

const YAML = '# một gợi ý\n- { q: "Dân số <Huế>?", lang: vi, expect: unknown }\n';
const GAP: Gap = {
  id: "dân số/huế",
  questions: [
    { question: "Dân số Huế bao nhiêu?", count: 9 },
    { question: "dan so hue", count: 3 },
  ],
  count: 12,
  people: 7,
  platforms: ["slack", "discord"],
  language: "vi",
  last: NOW - 3 * 3_600_000,
  because: "unknown",
  nearest: [{ question: "Huế có gì?", invocation }],
  patches: [
    {
      kind: "question",
      file: "questions/khong-co.yaml",
      yaml: YAML,
      why: { vi: "Bảy người hỏi.", en: "Seven asked." },
    },
    { kind: "alias", file: 'places/"x".yaml', yaml: "aliases: []\n", why: { vi: "Thêm tên.", en: "A name." } },
  ],
};
const FEEDBACK: Feedback = {
  invocation,
  question: "du lịch Quảng Ninh",
  up: 3,
  down: 2,
  reasons: ["số cũ <b>rồi</b>"],
  owner: "Phòng Du lịch",
  last: NOW - 60_000,
};

const opened = (gaps: readonly Gap[], feedback: readonly Feedback[] = []) =>
  openApp({ ...desk, questions: { gaps: async () => gaps, feedback: async () => feedback } });

test("An admin sees what was asked in vain: how often, by how many, what is near, and what would mend it", async () => {
  const html = await (await ask(opened([GAP]), "/gaps")).text();
  const shown = textOf(html);
  expect(shown).toContain("Dân số Huế bao nhiêu?");
  expect(shown).toContain("không có trong kho 12 lần, 7 người, 3 giờ trước (Slack, Discord)");
  expect(shown).toContain("dan so hue × 3");
  expect(linksIn(html).get("Huế có gì?")).toMatch(/^\/\?q=Hu%E1%BA%BF.*&code=vi1.*#answer$/);
  expect(shown).toContain("Đề xuất: thêm câu hỏi mẫu Bảy người hỏi. questions/khong-co.yaml");
  expect(html).toContain(YAML.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
});

test("An admin downloads a proposal as the file that it belongs into, letter for letter", async () => {
  const app = opened([GAP]);
  const links = Array.from(
    (await (await ask(app, "/gaps")).text()).matchAll(/href="(\/gaps\/[^"]+\.yaml)" download/g),
    ([, to = ""]) => to,
  );
  expect(links).toHaveLength(2);
  const [first, second] = await Promise.all(links.map((to) => ask(app, to)));
  expect(await first?.text()).toBe(YAML);
  expect(first?.headers.get("content-type")).toBe("application/yaml; charset=utf-8");
  expect(first?.headers.get("content-disposition")).toBe('attachment; filename="khong-co.yaml"');
  expect(second?.headers.get("content-disposition")).toBe('attachment; filename="_x_.yaml"');
  for (const path of ["/gaps/x/0.yaml", `${links[0]?.replace("0.yaml", "9.yaml")}`])
    expect((await ask(app, path)).status).toBe(404);
});

test("An admin sees what people thought of answers, why, and whose it is", async () => {
  const shown = textOf(await (await ask(opened([], [FEEDBACK]), "/gaps?lang=en")).text());
  expect(shown).toContain("No question has gone unanswered.");
  expect(shown).toContain("3 helpful, 2 not right , 1 minute ago · owner: Phòng Du lịch");
  expect(shown).toContain("“số cũ <b>rồi</b>”");
  expect(shown).toMatch(/Understood as: \/\w+/);
});

test("Where no questions are kept, or the state is away, an admin is told so", async () => {
  const none = textOf(await (await ask(openApp(desk), "/gaps")).text());
  expect(none).toContain("Chưa ghi câu hỏi nào");
  const away = () => Promise.reject(new UserError("Kho trạng thái chưa sẵn sàng. · The state is not ready."));
  const response = await ask(openApp({ ...desk, questions: { gaps: away, feedback: away } }), "/gaps");
  expect(response.status).toBe(200);
  expect(textOf(await response.text())).toContain("Kho trạng thái chưa sẵn sàng.");
});
