import { setImmediate } from "node:timers/promises";
import type { Found, MeetingEvent, Posted, Poster } from "../../src/core/poster.ts";
import { plain } from "../../src/core/text.ts";

/** What a channel of the chat holds. */
export interface Said {
  readonly channel: string;
  readonly key: string;
  text: string;
  readonly reference: string;
  readonly at: number;
}

/** A chat in memory that keeps what is posted, and goes wrong as it is told to. */
export function createChat(now: () => number) {
  const said: Said[] = [];
  const events: (MeetingEvent & { readonly channel: string })[] = [];
  const faults: { readonly channel: string; readonly how: Fault }[] = [];
  const looks: string[] = [];
  let beforePost = async (): Promise<void> => {};
  let afterPost = async (): Promise<void> => {};
  const take = (channel: string, kind: Fault["at"], key: string): Fault | undefined => {
    const at = faults.findIndex(
      ({ how, channel: where }) =>
        where === channel && how.at === kind && key.startsWith(how.at === "post" ? (how.key ?? "") : ""),
    );
    return at === -1 ? undefined : faults.splice(at, 1)[0]?.how;
  };
  const poster: Poster = {
    chat: "slack",
    async post(channel, { key, answer }, mayStillSend) {
      await setImmediate();
      await beforePost();
      if (mayStillSend?.() === false) return { kind: "unclear", reason: "not sent" };
      const fault = take(channel, "post", key);
      if (fault?.at === "post" && fault.lost !== true) return fault.ended;
      const reference = `${said.length + 1}`;
      said.push({ channel, key, reference, at: now(), text: plain([...answer.headline, ...answer.body]) });
      await afterPost();
      return fault?.at === "post" ? fault.ended : { kind: "posted", reference };
    },
    async find(channel, key, { from, to }) {
      await setImmediate();
      looks.push(key);
      const fault = take(channel, "find", key);
      if (fault?.at === "find") return fault.found;
      const found = said.find((one) => one.channel === channel && one.key === key && one.at >= from && one.at <= to);
      return found === undefined ? { kind: "absent" } : { kind: "found", reference: found.reference };
    },
    async edit(channel, reference, answer) {
      const fault = take(channel, "edit", reference);
      if (fault?.at === "edit") return fault.ended;
      const found = said.find((one) => one.reference === reference);
      if (found !== undefined) found.text = plain([...answer.headline, ...answer.body]);
      return { kind: "posted", reference };
    },
    inspect: async (channel) => ({ name: `#${channel}` }),
    async keepEvent(channel, event) {
      events.push({ ...event, channel });
      return { kind: "posted", reference: event.uid };
    },
  };
  return {
    poster,
    said,
    events,
    looks,
    /** Happens whenever something is about to be sent. */
    beforePost: (happens: () => Promise<void>): void => {
      beforePost = happens;
    },
    /** Happens whenever something was posted. */
    afterPost: (happens: () => Promise<void>): void => {
      afterPost = happens;
    },
    /** The next post or look in the channel ends so. */
    next: (channel: string, how: Fault): void => void faults.push({ channel, how }),
  };
}

export type Fault =
  /** `lost`: it was posted all the same. */
  | {
      readonly at: "post";
      readonly ended: Posted;
      readonly lost?: true /** Only of keys that begin so. */;
      readonly key?: string;
    }
  | { readonly at: "edit"; readonly ended: Posted }
  | { readonly at: "find"; readonly found: Found };
