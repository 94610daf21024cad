import { commands } from "../../commands/index.ts";
import { type DiscordAccess, readDiscord } from "../config.ts";
import { definitionsOf } from "../platforms/discord/definitions.ts";
import { differences } from "../platforms/discord/differences.ts";
import { finalClose } from "../platforms/discord/trouble.ts";
import { apart, type Check, type Finding, ok, warning, wrong } from "./check.ts";
import { type Came, type Reached, reach } from "./reach.ts";

/** What Discord says at a path to our token. */
export const askDiscord = ({ api, token }: DiscordAccess, path: string): Promise<Reached> =>
  reach(`${api}/v10${path}`, { headers: { authorization: `Bot ${token}` } });

/** How Discord closes the connection of a token that it does not know. */
const NOT_A_TOKEN = 4004;

/** Whether Discord takes our token, knows our commands, and has us somewhere. */
export const discord: Check = {
  name: "discord",
  async run({ discord: ask }) {
    const access = readDiscord();
    const me = await ask();
    if (access === undefined || me === undefined) return [];
    const said = judge(me, access);
    if ("mark" in said) return [said];
    const application = judge(await askDiscord(access, "/applications/@me"), access);
    if ("mark" in application) return [application];
    const { username } = said.body;
    const { id, name } = application.body;
    return [
      ok(
        `Discord: ${username}, ứng dụng ${name}; bot không cần intent đặc quyền nào`,
        `Discord: ${username}, application ${name}; the bot needs no privileged intent`,
      ),
      ...(await published(access, String(id))),
      ...(await servers(access)),
    ];
  },
};

async function published(access: DiscordAccess, application: string): Promise<Finding[]> {
  const found = await reachList(access, `/applications/${application}/commands?with_localizations=true`);
  if (found === undefined) return [];
  const wanted = definitionsOf(commands, "everywhere");
  const present = found as { readonly name: string }[];
  const changed = differences(present, wanted).filter(({ kind }) => kind !== "same").length;
  if (changed === 0) return [ok(`Discord biết ${wanted.length} lệnh`, `Discord knows the ${wanted.length} commands`)];
  return [
    warning(
      {
        vi: `Danh sách lệnh ở Discord khác với bot (${changed} lệnh)`,
        en: `Discord's list of commands differs from the bot's (${changed} commands)`,
      },
      { vi: "Chạy npm run publish -- discord.", en: "Run npm run publish -- discord." },
    ),
  ];
}

async function servers(access: DiscordAccess): Promise<Finding[]> {
  const found = await reachList(access, "/users/@me/guilds");
  if (found === undefined || found.length > 0) return [];
  return [
    warning(
      { vi: "Bot chưa ở máy chủ Discord nào", en: "The bot is in no server of Discord" },
      {
        vi: "Chạy npm run publish -- discord rồi mở liên kết cài đặt mà nó in ra.",
        en: "Run npm run publish -- discord and open the link that it prints.",
      },
    ),
  ];
}

/** Undefined where it is not to be had: that says nothing about the bot. */
async function reachList(access: DiscordAccess, path: string): Promise<readonly unknown[] | undefined> {
  const found = await askDiscord(access, path);
  return found.status === 200 ? found.list : undefined;
}

/** What came, or what is wrong. */
function judge(found: Reached, { api }: DiscordAccess): Came | Finding {
  if (found.status === undefined)
    return wrong({
      vi: `Không nối được tới Discord ở ${api} (${found.reason}): kiểm tra mạng, proxy và DISCORD_API_URL.`,
      en: `Discord can't be reached at ${api} (${found.reason}): check the network, the proxy and DISCORD_API_URL.`,
    });
  if (found.status === 200) return found;
  const said = finalClose(NOT_A_TOKEN);
  if (found.status === 401 && said !== undefined) return wrong(apart(said.message));
  return wrong({ vi: `Discord trả lời HTTP ${found.status}`, en: `Discord answers HTTP ${found.status}` });
}
