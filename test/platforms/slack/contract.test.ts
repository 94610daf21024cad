import { expect } from "vitest";
import { describeContract, type Place, type Seen } from "../contract.ts";
import { seen } from "./fake/people.ts";
import type { Post } from "./fake/server.ts";
import { ANN, MINH, openSlack } from "./open.ts";

for (const mode of ["socket", "http"] as const)
  describeContract(`Slack over ${mode}`, async (bot, knowledge): Promise<Place> => {
    const { slack, people, stop } = await openSlack(bot, knowledge, { mode });
    let last: Post | undefined;
    const after = async (act: Promise<unknown>): Promise<Seen> => {
      await act;
      last = await slack.next();
      expect(slack.violations).toEqual([]);
      return seen(last);
    };
    return {
      slash: (command, values, language) => {
        const text = Object.entries(values).map(([name, value]) => `${name}:"${value}"`);
        return after(people.slash(`/lt-${command}`, text.join(" "), language === "vi" ? MINH : ANN));
      },
      mention: (text) => after(people.mention(text, MINH)),
      direct: (text) => after(people.direct(text, MINH.user)),
      press: async (label) => {
        if (last === undefined) throw new Error("Nothing has been seen yet.");
        const pressed = await after(people.press(label, last, MINH));
        // What was shared is followed by the asker's own message, without its button.
        if (label === "Chia sẻ vào kênh") await slack.next();
        return pressed;
      },
      stop,
    };
  });
