import { createHash } from "node:crypto";
import type { Both, Language } from "../core/language.ts";
import type { KnowledgeStatus, Living, Reloaded } from "../core/living.ts";
import type { Log } from "../core/log.ts";
import type { Problem } from "../core/problem.ts";

export interface TellingOptions {
  readonly log: Log;
  /** Tells the admins, once for each key. */
  readonly tell: (key: string, said: Both) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** So long files may be broken before admins are told: half of what somebody saves is no news. */
  readonly patienceMs?: number;
}

/** What the log says of one reload at most. */
const LOGGED = 20;
/** What admins are told of one breakage at most. */
const TOLD = 5;

/** Logs what becomes of the knowledge, and tells admins of each breakage and of its end. Returns how to stop that. */
export function tellOf(living: Pick<Living, "status" | "follow">, options: TellingOptions): () => void {
  const { log, tell, now, patienceMs = 5000 } = options;
  let before = living.status();
  let told: string | undefined;
  /** How often the same has been broken in the same way. */
  const times = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const tellBroken = ({ problems, fromSnapshot }: KnowledgeStatus): void => {
    const key = keyOf(problems, now());
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    told = `${key}:${count}`;
    tell(told, broken(problems, fromSnapshot));
  };

  function hear(status: KnowledgeStatus): void {
    const wasStale = before.staleSince !== undefined;
    const isStale = status.staleSince !== undefined;
    if (status.last !== undefined && status.last !== before.last) logReload(status.last, log);
    if (status.problems !== before.problems) logProblems(status, log);
    before = status;
    if (isStale) timer ??= setTimeout(() => tellBroken(living.status()), patienceMs).unref();
    if (isStale || !wasStale) return;
    clearTimeout(timer);
    timer = undefined;
    log.info("The knowledge files are well again.", { event: "knowledge" });
    if (told !== undefined) tell(`${told}:well`, WELL);
    told = undefined;
  }

  if (before.fromSnapshot) log.warn(FROM_SNAPSHOT, { event: "knowledge" });
  if (before.problems.length > 0) logProblems(before, log);
  if (before.staleSince !== undefined) hear(before);
  const unfollow = living.follow(hear);
  return () => {
    unfollow();
    clearTimeout(timer);
  };
}

/** The same for all processes that see the same files broken so on the same day. */
function keyOf(problems: readonly Problem[], now: number): string {
  const seen = problems.map(({ file, line, column, code, message }) => [file, line, column, code, message.en]);
  const digest = createHash("sha256").update(JSON.stringify(seen)).digest("base64url").slice(0, 22);
  return `knowledge:${digest}:${new Date(now).toISOString().slice(0, 10)}`;
}

function logReload({ files, facts, ms }: Reloaded, log: Log): void {
  const counts = Object.entries(facts).map(([what, count]) => `${count} ${what}`);
  const touched = [
    ...files.added.map((file) => `+${file}`),
    ...files.changed.map((file) => `~${file}`),
    ...files.removed.map((file) => `-${file}`),
  ];
  log.info(`Knowledge reloaded in ${ms} ms; facts: ${counts.join(", ")}. ${shortened(touched, LOGGED).join(" ")}`, {
    event: "reload",
    ms,
    files: touched.length,
    ...facts,
  });
}

function logProblems({ problems, staleSince }: KnowledgeStatus, log: Log): void {
  if (staleSince !== undefined)
    log.warn(
      `The knowledge files are broken; the bot answers from their last good state. ${problems.length} to mend:`,
      {
        event: "knowledge",
        problems: problems.length,
      },
    );
  for (const problem of problems.slice(0, LOGGED)) log.warn(placed(problem, "en"), { event: "knowledge" });
}

const shortened = (all: readonly string[], most: number): readonly string[] =>
  all.length <= most ? all : [...all.slice(0, most), `… (${all.length})`];

/** "figures/x.yaml:2:11 What is wrong. → What to write instead." */
function placed({ file, line, column, message, hint }: Problem, language: Language): string {
  const advice = hint === undefined ? "" : ` → ${hint[language]}`;
  return `${file}:${line}:${column} ${message[language]}${advice}`;
}

function broken(problems: readonly Problem[], fromSnapshot: boolean): Both {
  const said = (language: Language, title: string, more: (count: number) => string): string => {
    const left = problems.length - TOLD;
    const lines = problems.slice(0, TOLD).map((problem) => placed(problem, language));
    return [title, ...lines, ...(left > 0 ? [more(left)] : [])].join("\n");
  };
  return {
    vi: said("vi", fromSnapshot ? BROKEN_AT_START.vi : BROKEN.vi, (count) => `và ${count} lỗi khác.`),
    en: said("en", fromSnapshot ? BROKEN_AT_START.en : BROKEN.en, (count) => `and ${count} more.`),
  };
}

const BROKEN: Both = {
  vi: "Tệp tri thức vừa sửa bị lỗi. Bot vẫn trả lời từ bản tốt gần nhất cho tới khi lỗi được sửa:",
  en: "The knowledge files are broken. The bot goes on answering from their last good state until this is mended:",
};
const BROKEN_AT_START: Both = {
  vi: "Bot khởi động khi tệp tri thức đang lỗi. Bot trả lời từ bản tốt gần nhất đã lưu cho tới khi lỗi được sửa:",
  en: "The bot was started on broken knowledge files. It answers from the last good state that was kept until this is mended:",
};
const WELL: Both = {
  vi: "Tệp tri thức đã hết lỗi: bot trả lời từ bản mới nhất.",
  en: "The knowledge files are well again: the bot answers from them as they are.",
};
const FROM_SNAPSHOT =
  "Tệp tri thức bị lỗi: bot khởi động từ bản tốt gần nhất đã lưu. · The knowledge files are broken: the bot starts from the last good state that was kept.";
