import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { defineCommand } from "../../../src/core/command.ts";
import { overLimits } from "../../../src/platforms/discord/definition-limits.ts";
import { definitionsOf } from "../../../src/platforms/discord/definitions.ts";
import { register } from "../../../src/platforms/discord/registration.ts";
import { createFakeDiscord, type FakeDiscord } from "./fake/server.ts";

const all = definitionsOf(commands, "everywhere");

test("Every command can be registered with Discord", () => {
  expect(all.length).toBe(commands.length + 1);
  expect(overLimits(all)).toEqual([]);
});

test("A Vietnamese person finds the commands by their Vietnamese names, in servers and in private", () => {
  expect(all[0]).toMatchObject({
    name: "ask",
    name_localizations: { vi: "hỏi" },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [{ name: "question", name_localizations: { vi: "câu-hỏi" }, required: true }, { name: "language" }],
  });
  expect(definitionsOf(commands, "server")[0]).not.toHaveProperty("contexts");
});

const text = { kind: "text", names: { vi: "chữ", en: "text" }, description: { vi: "Chữ", en: "Text" } } as const;
const words = { vi: "Lời", en: "Words" };
const many = <T>(count: number, make: (i: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, make(i)]));
const named = (i: number) => ({ ...text, names: { vi: `chữ-${i}`, en: `text-${i}` } });
const long = "dài ".repeat(30);

test.each([
  ["a capital in a name", { name: "Ask" }],
  [
    "a Vietnamese name that is not composed",
    { names: { vi: "hỏi".normalize("NFD").slice(0, 33), en: "x" }, name: "x y" },
  ],
  ["a name of 33 letters", { name: "x".repeat(33) }],
  ["a description of 101 letters", { description: { vi: long, en: long } }],
  ["26 options", { options: many(26, named) }],
  ["26 choices", { options: { a: { ...text, kind: "choice" as const, choices: many(26, () => words) } } }],
  ["two options of the same Vietnamese name", { options: { a: text, b: text } }],
  [
    "more than 8000 characters",
    {
      options: many(25, (i) => ({
        ...named(i),
        kind: "choice" as const,
        choices: many(25, () => ({ vi: "ế".repeat(20), en: "" })),
      })),
    },
  ],
])("A developer whose command has %s is told", (_, part) => {
  const command = { name: "x", names: { vi: "x", en: "x" }, description: words, options: {}, asks: [], ...part };
  const run = () => {
    throw new Error("Never run.");
  };
  expect(overLimits(definitionsOf([defineCommand({ ...command, run })], "server"))).not.toEqual([]);
});

let fake: FakeDiscord;
beforeAll(async () => {
  fake = await createFakeDiscord();
});
afterAll(() => fake.stop());

test("An operator who registers twice writes once, and sees what is new, changed and gone", async () => {
  const access = { token: fake.token, api: fake.api };
  const puts = () => fake.calls.filter(({ method }) => method === "PUT").length;
  const kinds = async (list: typeof all) => {
    const { differences } = await register(list, access);
    return differences.filter(({ kind }) => kind !== "same").map(({ kind, name }) => `${kind} ${name}`);
  };
  expect((await kinds(all)).length).toBe(all.length);
  expect([await kinds(all), puts()]).toEqual([[], 1]);
  const [, second, ...rest] = all;
  if (second === undefined || !("description" in second)) throw new Error("There is no second command.");
  const changed = [{ ...second, description_localizations: { vi: "Khác" } }, ...rest];
  expect([await kinds(changed), puts()]).toEqual([["changed fields", "removed ask"], 2]);
});

test("An operator's registration leaves the entry point of an Activity where it is", async () => {
  fake.registry.register([{ name: "launch", type: 4 }]);
  await register(all, { token: fake.token, api: fake.api });
  expect(fake.registry.find("launch")).toBeDefined();
});

test("An operator who registers with a wrong token is told where to get the right one", async () => {
  await expect(register(all, { token: "x.y.z", api: fake.api })).rejects.toThrow(/Reset Token/);
});

test("An operator whose list Discord refuses hears of it", async () => {
  fake.registry.register([]);
  fake.failNext(
    /commands$/,
    { status: 200, body: [] },
    { status: 400, body: { code: 50035, message: "Invalid Form Body" } },
  );
  await expect(register(all, { token: fake.token, api: fake.api })).rejects.toThrow("Invalid Form Body");
});
