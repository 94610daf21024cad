import { createHmac } from "node:crypto";
import type { Seen } from "../../contract.ts";
import { messageProblems } from "./blocks.ts";
import { see } from "./see.ts";
import type { FakeSlack, Post } from "./server.ts";

/** How payloads reach the bot: as envelopes of a socket, or as signed requests. */
export type Deliver = (type: "slash_commands" | "interactive" | "events_api", payload: object) => Promise<object>;

export interface Here {
  readonly channel: string;
  readonly user: string;
}

const TEAM = { id: "T1", domain: "hai-thanh-pho" };
let count = 0;
const unique = (): number => ++count;

export const seen = ({ text, blocks, to }: Post, timeZone?: string): Seen =>
  see({ text, blocks, isPrivate: to !== undefined, timeZone });

/** What people do in Slack, as the payloads that it makes of it. */
export function createPeople(slack: FakeSlack, deliver: Deliver) {
  const trigger = (): string => {
    const id = `${unique()}.T1.trigger`;
    slack.workspace.triggers.set(id, Date.now());
    return id;
  };
  const base = ({ channel, user }: Here) => ({
    api_app_id: "A1",
    token: "verification",
    team: TEAM,
    user: { id: user, name: "minh", username: "minh", team_id: "T1" },
    channel: { id: channel, name: "chung" },
    is_enterprise_install: false,
    trigger_id: trigger(),
    response_url: slack.responseUrl(channel, user),
  });

  return {
    /** A slash command; a reply in the acknowledgement is shown like any other. */
    async slash(command: string, text: string, here: Here): Promise<void> {
      const reply = await deliver(
        "slash_commands",
        slashPayload(command, text, here, slack.responseUrl(here.channel, here.user), trigger()),
      );
      if (!("text" in reply)) return;
      slack.violations.push(...messageProblems(reply).map((one) => `ack: ${one}`));
      const { response_type, text: said, blocks } = reply as { response_type: string; text: string; blocks: unknown[] };
      slack.show({
        channel: here.channel,
        to: response_type === "in_channel" ? undefined : here.user,
        text: said,
        blocks,
      });
    },
    /** An event; `id` is the same when Slack delivers it again. */
    event: (event: object, id = `Ev${unique()}`): Promise<object> =>
      deliver("events_api", {
        type: "event_callback",
        token: "verification",
        team_id: "T1",
        api_app_id: "A1",
        event,
        event_id: id,
        event_time: 1_700_000_000,
        authorizations: [
          { enterprise_id: null, team_id: "T1", user_id: "UBOT", is_bot: true, is_enterprise_install: false },
        ],
      }),
    mention(text: string, { channel, user }: Here, thread?: string, id?: string): Promise<object> {
      const event = {
        type: "app_mention",
        channel,
        user,
        text: `<@UBOT> ${text}`,
        ts: `${unique()}.000200`,
        event_ts: "1",
        team: "T1",
        blocks: [],
      };
      return this.event(thread === undefined ? event : { ...event, thread_ts: thread }, id);
    },
    direct(text: string, user: string, more: object = {}): Promise<object> {
      return this.event({
        type: "message",
        channel: `D${user}`,
        channel_type: "im",
        user,
        text,
        ts: `${unique()}.000300`,
        event_ts: "1",
        client_msg_id: "c",
        ...more,
      });
    },
    /** A press on the button of a message that says this. */
    press(label: string, post: Post, here: Here): Promise<object> {
      const action = buttonsOf(post.blocks).find(({ text }) => text?.text === label);
      if (action === undefined) throw new Error(`No button “${label}” in ${JSON.stringify(post.blocks)}`);
      const { text: _, ...pressed } = action;
      const isPrivate = post.to !== undefined;
      const container = {
        type: "message",
        message_ts: post.ts,
        channel_id: post.channel,
        is_ephemeral: isPrivate,
        ...(post.thread === undefined ? {} : { thread_ts: post.thread }),
      };
      const message = isPrivate ? {} : { message: { type: "message", user: "UBOT", ts: post.ts, text: post.text } };
      return deliver("interactive", {
        type: "block_actions",
        ...base(here),
        container,
        ...message,
        actions: [{ ...pressed, block_id: "b", action_ts: "1" }],
      });
    },
    shortcut: (callback_id: string, text: string, here: Here): Promise<object> =>
      deliver("interactive", {
        type: "message_action",
        ...base(here),
        callback_id,
        action_ts: "1",
        message_ts: "1.1",
        message: { type: "message", user: "U9", ts: "1.1", text },
      }),
    type: (view: object, block_id: string, value: string, here: Here): Promise<object> =>
      deliver("interactive", {
        type: "block_suggestion",
        ...base(here),
        view: { ...view, id: "V1" },
        block_id,
        action_id: "suggest",
        value,
        container: { type: "view", view_id: "V1" },
      }),
    submit: (view: object, values: object, here: Here): Promise<object> =>
      deliver("interactive", {
        type: "view_submission",
        ...base(here),
        view: { ...view, id: "V1", state: { values } },
      }),
  };
}

export const slashPayload = (
  command: string,
  text: string,
  { channel, user }: Here,
  response_url: string,
  trigger_id: string,
) => ({
  token: "verification",
  team_id: "T1",
  team_domain: "hai-thanh-pho",
  channel_id: channel,
  channel_name: "chung",
  user_id: user,
  user_name: "minh",
  command,
  text: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  api_app_id: "A1",
  is_enterprise_install: "false",
  response_url,
  trigger_id,
});

interface Pressable {
  readonly type?: string;
  readonly action_id: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
}

/** Buttons anywhere in the blocks; the two of feedback_buttons have its action_id. */
export function buttonsOf(node: unknown): Pressable[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "button") return [node as Pressable];
  if ("positive_button" in node && "negative_button" in node) {
    const {
      positive_button: up,
      negative_button: down,
      ...rest
    } = node as unknown as Pressable & Record<string, object>;
    return [
      { ...rest, ...up },
      { ...rest, ...down },
    ] as Pressable[];
  }
  return Object.values(node).flatMap(buttonsOf);
}

/** Signs a body as Slack does. */
export function sign(secret: string, body: string, seconds: number): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${signature}` };
}

/** Signed requests to the bot; slash commands are forms, interactions a form with JSON in it, events JSON. */
export const httpDeliver =
  (url: string, secret: string): Deliver =>
  async (type, payload) => {
    const isEvent = type === "events_api";
    const form = type === "slash_commands" ? { ...payload } : { payload: JSON.stringify(payload) };
    const body = isEvent ? JSON.stringify(payload) : String(new URLSearchParams(form as Record<string, string>));
    const headers = {
      "content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
      ...sign(secret, body, Math.floor(Date.now() / 1000)),
    };
    const response = await fetch(url, { method: "POST", body, headers });
    if (response.status !== 200) throw new Error(`The bot answered ${response.status}`);
    const text = await response.text();
    return text === "" ? {} : JSON.parse(text);
  };
