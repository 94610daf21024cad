import { expect, test } from "vitest";
import { createDedupe } from "../../../src/platforms/slack/dedupe.ts";
import { createPeople, type Users } from "../../../src/platforms/slack/people.ts";
import { plainWords } from "../../../src/platforms/slack/receive.ts";
import { createRecent } from "../../../src/platforms/slack/recent.ts";
import { redacted } from "../../../src/platforms/slack/trouble.ts";

test("What Slack delivers again within minutes is known, and after a quarter of an hour forgotten", () => {
  let now = 0;
  const isFirst = createDedupe(() => now);
  expect([isFirst("Ev1", "E1"), isFirst("Ev1", "E2"), isFirst("Ev2", "E1"), isFirst(undefined)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  now = 16 * 60_000;
  expect(isFirst("Ev1")).toBe(true);
});

test("However much is met, only the latest is kept", () => {
  const recent = createRecent<number>(3, 1000, () => 0);
  for (let i = 0; i < 10; i++) recent.set(`k${i}`, i);
  expect(["k6", "k7", "k8", "k9"].map((key) => recent.get(key))).toEqual([undefined, 7, 8, 9]);
});

test("A person is looked up once an hour, and not waited for when Slack is slow", async () => {
  let now = 0;
  let asked = 0;
  const users: Users = {
    info: async ({ user }) => {
      asked += 1;
      return user === "SLOW" ? new Promise(() => {}) : { user: { locale: "en-US", real_name: "Ann", is_owner: true } };
    },
  };
  const people = createPeople(users, () => now, 1);
  expect([await people("U1"), await people("U1"), asked]).toEqual([
    { language: "en", name: "Ann", manages: true },
    { language: "en", name: "Ann", manages: true },
    1,
  ]);
  now = 3_600_000;
  await people("U1");
  expect(asked).toBe(2);
  expect(await people("SLOW")).toEqual({ language: undefined, name: undefined, manages: false });
});

test("Nobody is refused as no admin because of what was known earlier", async () => {
  let isAdmin: boolean | undefined;
  let asked = 0;
  const users: Users = {
    info: async () => {
      asked += 1;
      if (isAdmin === undefined) throw new Error("Slack is away");
      return { user: { is_admin: isAdmin } };
    },
  };
  const people = createPeople(users, () => 0);
  const isKnownAs = async (closely: boolean) => (await people("U1", closely)).manages;
  expect([await isKnownAs(false), await isKnownAs(true)]).toEqual([false, false]);
  isAdmin = true;
  expect([await isKnownAs(false), await isKnownAs(true)]).toEqual([false, true]);
  isAdmin = false;
  expect([await isKnownAs(true), asked]).toEqual([true, 3]);
});

test.each([
  ["<@UBOT>  ai ký biên bản?", "ai ký biên bản?"],
  ["<@UBOT> hỏi <@U2|lan> về <#C1|chung> ở <https://a.example|đây>", "hỏi lan về #chung ở đây"],
  ["<!channel> Đà Nẵng &amp; Huế, tăng &gt; 5% &lt; 6%", "Đà Nẵng & Huế, tăng > 5% < 6%"],
  ["&amp;lt;!here&amp;gt;", "&lt;!here&gt;"],
])("A person who writes %s has asked %s", (text, question) => {
  expect(plainWords(text)).toBe(question);
});

test("An operator finds no token in the log", () => {
  expect(redacted("token xoxb-12-ab and xapp-1-A2-b failed")).toBe("token xoxb-… and xapp-… failed");
});
