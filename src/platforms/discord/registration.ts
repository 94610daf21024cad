import { ApplicationCommandType, REST, Routes } from "discord.js";
import { UserError } from "../../core/errors.ts";
import { type Difference, differences } from "./differences.ts";
import { finalLogin } from "./trouble.ts";

export interface Registering {
  readonly token: string;
  readonly api?: string | undefined;
  /** A server's own list, which is there at once: for trying things out. */
  readonly guild?: string | undefined;
}

export interface Registered {
  readonly application: string;
  readonly name: string;
  readonly differences: readonly Difference[];
}

type Named = { readonly id?: string; readonly name: string; readonly type?: number };

/** Registers the list with Discord where it differs from what is registered. Rejects with a UserError for a wrong token. */
export async function register(definitions: readonly Named[], { token, api, guild }: Registering): Promise<Registered> {
  const rest = new REST(api === undefined ? {} : { api }).setToken(token);
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as { id: string; name: string };
    const route = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
    const query = new URLSearchParams({ with_localizations: "true" });
    const present = (await rest.get(route, { query })) as Named[];
    const found = differences(present, definitions);
    if (found.some(({ kind }) => kind !== "same")) await put(rest, route, [...definitions, ...entryPoints(present)]);
    return { application: id, name, differences: found };
  } catch (error) {
    throw finalLogin(error) ?? error;
  }
}

/** A list without the entry point of an Activity would delete it. */
const entryPoints = (present: readonly Named[]): readonly Named[] =>
  present.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);

async function put(rest: REST, route: `/${string}`, body: readonly Named[]): Promise<void> {
  const stored = await rest.put(route, { body });
  if (Array.isArray(stored) && stored.length === body.length) return;
  throw new UserError(
    "Discord không lưu đủ các lệnh; hãy chạy lại. · Discord did not store all commands; run this again.",
  );
}
