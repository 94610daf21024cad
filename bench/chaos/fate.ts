/** When a process is killed, each on purpose; the order is that of an announcement's way. */
export const WINDOWS = [
  "before the claim",
  "after the claim",
  "after looking, before noting",
  "marked, before the request",
  "request under way",
  "posted, answer under way",
  "answered, before the record",
  "after the record",
  "at any moment",
] as const;
export type Window = (typeof WINDOWS)[number];

/** When one is stopped for a while: it has the right to send, which is over when it goes on. */
export const PAUSES = ["marked, not yet sending", "sending, nothing sent yet"] as const;
export type Pause = (typeof PAUSES)[number];

export const isPause = (at: Fate["at"]): at is Pause => PAUSES.some((one) => one === at);

/** What a process meets when it is there for the n-th time; "at any moment" counts milliseconds from its start. */
export interface Fate {
  readonly at: Window | Pause;
  readonly after: number;
}

/** All that a process needs to know; it is told in its first argument. */
export interface Life {
  readonly name: string;
  readonly knowledge: string;
  readonly state: { readonly folder: string; readonly url?: string | undefined };
  /** Where the chats are that it announces to. */
  readonly slack?: string | undefined;
  readonly discord?: string | undefined;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  readonly fates: readonly Fate[];
  /** Never looks for what may have been posted: what a bot without that would do. */
  readonly blind: boolean;
}

/** What a process says on its standard output, one a line. */
export type Step =
  /** It is killed or stopped now. */
  | { readonly meets: Fate["at"] }
  /** What it has just done about an announcement. */
  | { readonly key: string; readonly did: string };
