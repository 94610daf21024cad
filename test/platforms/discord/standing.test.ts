import { type APIOverwrite, PermissionFlagsBits as Bits, Events } from "discord.js";
import { expect, test } from "vitest";
import { createClient } from "../../../src/platforms/discord/client.ts";
import { BOT, BOT_ROLE, CHANNEL, DEPUTIES, GUILD, roleOf } from "./fake/people.ts";
import { openPoster } from "./fake/post.ts";

const ALL = Bits.ViewChannel | Bits.SendMessages | Bits.ReadMessageHistory;

const overwrite = (id: string, type: 0 | 1, allow: bigint, deny: bigint): APIOverwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

interface Case {
  readonly everybody: bigint;
  readonly bot?: bigint;
  readonly overwrites?: readonly APIOverwrite[];
}

const CASES: Readonly<Record<string, Case>> = {
  "nobody says anything": { everybody: ALL },
  "everybody may nothing and its role may": { everybody: 0n, bot: ALL },
  "everybody may nothing": { everybody: 0n },
  "the channel is closed to everybody": { everybody: ALL, overwrites: [overwrite(GUILD, 0, 0n, Bits.ViewChannel)] },
  "the channel is closed and open to its role": {
    everybody: ALL,
    overwrites: [overwrite(GUILD, 0, 0n, ALL), overwrite(BOT_ROLE, 0, ALL, 0n)],
  },
  "one of its roles may write and another may not": {
    everybody: ALL,
    overwrites: [overwrite(BOT_ROLE, 0, 0n, Bits.SendMessages), overwrite(DEPUTIES, 0, Bits.SendMessages, 0n)],
  },
  "its role may and itself may not": {
    everybody: 0n,
    overwrites: [overwrite(BOT_ROLE, 0, ALL, 0n), overwrite(BOT.id, 1, 0n, Bits.ReadMessageHistory)],
  },
  "somebody else may not": {
    everybody: ALL,
    overwrites: [overwrite("1100000000000000012", 1, 0n, ALL), overwrite("1100000000000000023", 0, 0n, ALL)],
  },
  "it is an administrator": { everybody: 0n, bot: Bits.Administrator, overwrites: [overwrite(GUILD, 0, 0n, ALL)] },
};

test.each(Object.entries(CASES))(
  "What the bot may in a channel is what Discord's library says, where %s",
  async (_, settings) => {
    const { everybody, bot = 0n, overwrites = [] } = settings;
    const desk = await openPoster();
    desk.fake.guild.settle({
      roles: [
        roleOf(GUILD, "@everyone", String(everybody)),
        roleOf(BOT_ROLE, "bot", String(bot)),
        roleOf(DEPUTIES, "other", "0"),
      ],
      botRoles: [BOT_ROLE, DEPUTIES],
      overwrites,
    });
    const client = createClient(desk.fake.api);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(desk.fake.token);
    await ready;
    const channel = client.channels.cache.get(CHANNEL);
    if (channel === undefined || channel.isDMBased()) throw new Error("The channel is not there.");
    const may = channel.permissionsFor(BOT.id);
    const lacks = (["ViewChannel", "ReadMessageHistory", "SendMessages"] as const).filter(
      (one) => may?.has(one) !== true,
    );
    const inspected = await desk.poster.inspect(CHANNEL);
    await client.destroy();
    await desk.fake.stop();
    const said = lacks.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")).join(", ");
    expect("trouble" in inspected ? /lacks: (.*?)\./.exec(inspected.trouble.en)?.[1] : "").toBe(said);
  },
);
