import { APPLICATION } from "./people.ts";
import type { Reply } from "./reply.ts";
import type { Call } from "./server.ts";

export interface RegisteredCommand {
  readonly id?: string;
  readonly name: string;
  readonly type?: number;
  readonly options?: readonly { readonly name: string; readonly required?: boolean; readonly autocomplete?: boolean }[];
}

/** The application and its commands. */
export function createRegistry() {
  let commands: readonly RegisteredCommand[] = [];
  const stored = (command: RegisteredCommand, i: number) => ({
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...command,
    id: String(1_200_000_000_000_000_000n + BigInt(i)),
    application_id: APPLICATION,
    version: "1",
  });
  return {
    get commands() {
      return commands;
    },
    register: (list: readonly RegisteredCommand[]): void => {
      commands = list.map(stored);
    },
    find: (name: string): RegisteredCommand | undefined => commands.find((command) => command.name === name),
    answer({ method, path, query, body }: Call): Reply | undefined {
      if (path === "/applications/@me") return { status: 200, body: { id: APPLICATION, name: "Liên Thành" } };
      if (!/^\/applications\/\d+\/(guilds\/\d+\/)?commands$/.test(path)) return undefined;
      if (method === "PUT") commands = (body as RegisteredCommand[]).map(stored);
      const bare = (command: object) => ({ ...command, name_localizations: null, description_localizations: null });
      return {
        status: 200,
        body: query.get("with_localizations") === "true" || method === "PUT" ? commands : commands.map(bare),
      };
    },
  };
}

export type Registry = ReturnType<typeof createRegistry>;
