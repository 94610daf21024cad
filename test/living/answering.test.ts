import { rm } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { Snapshot } from "../../src/core/living.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { assemble } from "../../src/terminal/assemble.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { DIRECT } from "../platforms/discord/fake/people.ts";
import { openFollowing as openDiscord } from "../platforms/discord/fake/place.ts";
import { seen as seenInDiscord } from "../platforms/discord/fake/seen.ts";
import { seen as seenInSlack } from "../platforms/slack/fake/people.ts";
import { ANN, MINH, openFollowing as openSlack } from "../platforms/slack/open.ts";
import { openLiving } from "./open.ts";

// Many reloads on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const RELOADS = 40;
const QUESTION = "tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?";

/** The n-th state of the knowledge: the figure and the title of its source both say so. */
const state = (n: number): Files => ({
  "figures/so-lieu.yaml": (VALID["figures/so-lieu.yaml"] ?? "").replace("305000", `${300_000 + n}`),
  "sources/bao.yaml": (VALID["sources/bao.yaml"] ?? "").replace("Hai thành phố ký kết", `Hai nơi lần ${n} ký kết`),
});

/** Which state an answer is of, by what it says and by the source that it names. */
function stateOf(text: string): number {
  const [, figure] = /30(\d)\.(\d{3})/.exec(text) ?? [];
  const value = Number(/30\d\.\d{3}/.exec(text)?.[0].replace(".", "")) - 300_000;
  const source = Number(/Hai nơi lần (\d+) ký kết/.exec(text)?.[1]);
  expect([text, value]).toEqual([text, source]);
  expect(figure).toBeDefined();
  return value;
}

/** People in both chats who ask in every way that there is; each way gives the text of its answer. */
async function openChats(current: () => Snapshot) {
  const slack = await openSlack(current);
  stops.push(slack.stop);
  const discord = await openDiscord(current);
  stops.push(discord.stop);
  const { fake } = discord;
  const inSlack = async (act: Promise<unknown>): Promise<string> => {
    const next = slack.slack.next();
    await act;
    return seenInSlack(await next).text;
  };
  const said = async (text: string, doing: object = {}): Promise<string> => {
    const before = fake.messages.made.length;
    fake.messages.say(text, doing);
    return seenInDiscord(await fake.messages.nth(before + 1)).text;
  };
  const slack1 = [
    () => inSlack(slack.people.direct(QUESTION, MINH.user)),
    () => inSlack(slack.people.mention(QUESTION, ANN)),
    () => inSlack(slack.people.slash("/hoi", QUESTION, MINH)),
    () => inSlack(slack.people.slash("/lt-figures", 'indicator:"thu" places:"sa-dec" period:"2023-9M"', MINH)),
  ];
  const discord1 = [
    () => said(QUESTION, { channel: DIRECT }),
    async () => {
      const exchange = fake.interactions.slash("ask", { question: QUESTION });
      await fake.interactions.until(exchange);
      return seenInDiscord(exchange.original ?? { body: {} }).text;
    },
  ];
  return {
    slack: slack1,
    discord: discord1,
    complaints: () => [...slack.slack.violations, ...slack.log, ...discord.lines],
  };
}

test("People who ask while the knowledge is reloaded again and again all get an answer, each of one state", async () => {
  const opened = await openLiving({ ...VALID, ...state(0) }, { quietMs: 1 });
  stops.push(opened.stop);
  const chats = await openChats(opened.living.current);
  const ways = [...chats.slack, ...chats.discord];
  const seen: number[] = [];
  for (let n = 1; n <= RELOADS; n++) {
    let isOver = false;
    const ask = async (): Promise<void> => {
      do {
        const found = stateOf((await ways[seen.length % ways.length]?.()) ?? "");
        expect([n - 1, n]).toContain(found);
        seen.push(found - n);
      } while (!isOver);
    };
    const asking = ask();
    for (const [name, text] of Object.entries(state(n))) await opened.write(name, text);
    expect((await opened.living.reload()).staleSince).toBeUndefined();
    expect(stateOf(`${opened.answer(QUESTION)} Hai nơi lần ${n} ký kết`)).toBe(n);
    isOver = true;
    await asking;
  }
  expect(seen.length).toBeGreaterThanOrEqual(RELOADS);
  expect(new Set(seen)).toEqual(new Set([-1, 0]));
  expect(chats.complaints().filter((line) => !line.includes("is listening in"))).toEqual([]);
});

test("However often the knowledge changes, each request keeps to the state in which it came", async () => {
  const made = await Promise.all([1, 2].map(stateInMemory));
  let turn = 0;
  const chats = await openChats(() => made[turn++ % 2] as Snapshot);
  for (const way of [...chats.slack, ...chats.discord]) for (let i = 0; i < 4; i++) stateOf(await way());
});

async function stateInMemory(n: number): Promise<Snapshot> {
  const folder = await folderOf({ ...VALID, ...state(n) });
  stops.push(() => rm(folder, { recursive: true }));
  const { knowledge } = await loadKnowledge(folder);
  if (knowledge === undefined) throw new Error("The sample has errors.");
  return { knowledge, bot: assemble(knowledge) };
}
