import { expect, test } from "vitest";
import { subscriptions } from "../../commands/subscriptions.ts";
import type { Acts, Asker } from "../../src/core/acting.ts";
import type { Acting } from "../../src/core/command.ts";
import { plain } from "../../src/core/text.ts";
import { reviewed } from "./knowledge.ts";

/** What an admin is told who subscribes the channel, of a review whose file names C0STAFF. */
async function subscribed(channel: string): Promise<string> {
  const { knowledge, calendar } = await reviewed("everyMonths: 12\nannounce: {to: [{slack: C0STAFF}]}\n");
  const acting = {
    knowledge,
    language: "en",
    now: Date.parse("2024-10-01T00:00Z"),
    ports: { calendar },
    asker: { chat: "slack", channel } as Asker,
    acts: {
      mayManage: () => true,
      subscriptions: { list: async () => [], inspect: async () => ({ name: "#staff" }), put: async () => {} },
    } as unknown as Acts,
  } as unknown as Acting;
  const reply = await subscriptions.act?.({ action: "add", language: "en" }, acting);
  return plain([...(reply?.headline ?? []), ...(reply?.body ?? [])]);
}

test("Whoever subscribes a channel that a file names is told that the file counts", async () => {
  expect(await subscribed("C0STAFF")).toContain("For Review of the memorandum, the YAML file names this channel");
  expect(await subscribed("C0NEWS")).not.toContain("YAML");
});
