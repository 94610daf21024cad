import { readSlack } from "../config.ts";
import type { Both } from "../core/language.ts";
import { botTrouble, lackingScopes, missingScopes, socketTrouble, unreachable } from "../platforms/slack/trouble.ts";
import { type Check, type Finding, ok, warning, wrong } from "./check.ts";
import { type Came, type Reached, reach } from "./reach.ts";

/** What a method of Slack says to a token. */
export const askSlack = (apiUrl: string, method: string, token: string): Promise<Reached> =>
  reach(`${apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" },
  });

/** Whether Slack takes our tokens, and what they lack. */
export const slack: Check = {
  name: "slack",
  async run({ slack: ask }) {
    const settings = readSlack();
    const me = await ask();
    if (settings === undefined || me === undefined) return [];
    const { apiUrl } = settings;
    const said = judge(me, apiUrl, botTrouble);
    if ("mark" in said) return [said];
    const { user, team } = said.body;
    const lacking = lackingScopes(said.headers.get("x-oauth-scopes")?.split(/,\s*/));
    return [
      ok(`Slack: ${user} trong ${team}`, `Slack: ${user} in ${team}`),
      ...(lacking.length === 0 ? [] : [wrong(missingScopes(lacking))]),
      settings.mode === "socket" ? await socket(apiUrl, settings.appToken) : signing(settings.signingSecret),
    ];
  },
};

/** Opens the way in, but not the connection: what was given for it lapses by itself. */
async function socket(apiUrl: string, appToken: string): Promise<Finding> {
  const said = judge(await askSlack(apiUrl, "apps.connections.open", appToken), apiUrl, socketTrouble);
  return "mark" in said ? said : ok("Slack cho nối bằng Socket Mode", "Slack lets the bot connect by Socket Mode");
}

function signing(secret: string): Finding {
  if (/^[0-9a-f]{32}$/.test(secret))
    return ok("Slack gọi bot qua HTTP, có khóa ký", "Slack calls the bot over HTTP, with a signing secret");
  return warning(
    {
      vi: "SLACK_SIGNING_SECRET không giống khóa ký của Slack",
      en: "SLACK_SIGNING_SECRET does not look like one of Slack",
    },
    {
      vi: "Chép lại Signing Secret (32 chữ số và a–f) ở Basic Information, App Credentials.",
      en: "Copy the Signing Secret (32 digits and a–f) from Basic Information, App Credentials.",
    },
  );
}

/** What came, or what is wrong. Slack says no with status 200. */
function judge(found: Reached, apiUrl: string, explain: (error: unknown) => Both | undefined): Came | Finding {
  if (found.status === undefined) return wrong(unreachable(apiUrl, found.reason));
  if (found.body.ok === true) return found;
  const named = String(found.body.error ?? `HTTP ${found.status}`);
  const error = Object.assign(new Error(named), { data: found.body });
  return wrong(explain(error) ?? { vi: `Slack trả lời ${named}`, en: `Slack answers ${named}` });
}
