import type { Command, Option } from "../../core/command.ts";
import type { Both } from "../../core/language.ts";
import { cut } from "./limits.ts";
import { ASK_COMMAND } from "./names.ts";
import { EVENTS, SCOPES, SHORTCUT } from "./scopes.ts";

export interface ManifestOptions {
  readonly prefix: string;
  /** Where Slack calls the bot, "https://bot.example.org/slack/events"; Socket Mode without. */
  readonly requestUrl?: string | undefined;
}

/** The app as Slack makes it from https://api.slack.com/apps?new_app=1, "From a manifest". */
export function slackManifest(commands: readonly Command[], { prefix, requestUrl }: ManifestOptions) {
  const called = requestUrl === undefined ? {} : { url: requestUrl };
  const slash = (command: string, description: Both, hint: string) => ({
    command,
    description: inOne(description),
    ...(hint === "" ? {} : { usage_hint: hint }),
    should_escape: false,
    ...called,
  });
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: "Liên Thành",
      description: inOne(DESCRIPTION),
      background_color: "#1f3b57",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Liên Thành", always_online: true },
      shortcuts: [{ name: "Hỏi về tin nhắn này", type: "message", callback_id: SHORTCUT, description: inOne(ABOUT) }],
      slash_commands: [
        slash(ASK_COMMAND, ASK, "câu hỏi"),
        ...commands.map(({ name, description, options }) =>
          slash(`/${prefix}${name}`, description, usageHint(options)),
        ),
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: {
        bot_events: [...EVENTS],
        ...(requestUrl === undefined ? {} : { request_url: requestUrl }),
      },
      interactivity: {
        is_enabled: true,
        ...(requestUrl === undefined ? {} : { request_url: requestUrl, message_menu_options_url: requestUrl }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

export type SlackManifest = ReturnType<typeof slackManifest>;

/** "biên-bản:… [khía-cạnh:nội dung|cơ quan ban hành]": optional ones in brackets. */
export function usageHint(options: Command["options"]): string {
  const hints = Object.values(options).map((option) => {
    const hint = `${option.names.vi}:${valueHint(option)}`;
    return option.required === true ? hint : `[${hint}]`;
  });
  return cut(hints.join(" "), 200);
}

const valueHint = ({ kind, choices }: Option): string =>
  kind === "choice"
    ? cut(
        Object.values(choices ?? {})
          .map(({ vi }) => vi)
          .join("|"),
        60,
      )
    : kind === "period"
      ? "2023-9M"
      : "…";

/** Slack has one text for everybody: both languages where there is room for them, else the staff's. */
const inOne = ({ vi, en }: Both): string => (vi.length + en.length + 3 <= LONGEST ? `${vi} · ${en}` : vi);

const LONGEST = 100;

const DESCRIPTION = {
  vi: "Trả lời về hợp tác giữa các địa phương, kèm nguồn",
  en: "Answers about cooperation between cities, with sources",
} as const;
const ASK = { vi: "Hỏi bằng lời thường, có dấu hay không dấu", en: "Ask in plain words" } as const;
const ABOUT = { vi: "Hỏi bot điều viết trong tin nhắn", en: "Ask the bot what the message asks" } as const;
