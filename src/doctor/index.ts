import { type Config, readDiscord, readSecrets, readSlack, readState } from "../config.ts";
import type { Language } from "../core/language.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { createRedactor } from "../log/redact.ts";
import { lookAtState } from "../store/look.ts";
import { type Check, type Finding, type Patient, wrongBy } from "./check.ts";
import { clock } from "./clock.ts";
import { destinations } from "./destinations.ts";
import { askDiscord, discord } from "./discord.ts";
import { knowledge } from "./knowledge.ts";
import { node } from "./node.ts";
import { port } from "./port.ts";
import { proxy } from "./proxy.ts";
import { settings } from "./settings.ts";
import { askSlack, slack } from "./slack.ts";
import { state } from "./state.ts";

/** All that is looked at, one file each, in the order in which it is told. */
const CHECKS: readonly Check[] = [node, settings, knowledge, slack, discord, destinations, state, clock, port, proxy];

export type Told = Finding & { readonly check: string };

/** Looks at everything at once and tells it in order; changes nothing, posts nothing, and tells no secret. */
export async function examine(config: Config): Promise<readonly Told[]> {
  const patient: Patient = {
    config,
    knowledge: asked(() => loadKnowledge(config.knowledge)),
    state: asked(async () => lookAtState(readState())),
    slack: asked(async () => {
      const set = readSlack();
      return set && askSlack(set.apiUrl, "auth.test", set.botToken);
    }),
    discord: asked(async () => {
      const access = readDiscord();
      return access && askDiscord(access, "/users/@me");
    }),
  };
  const found = await Promise.all(
    CHECKS.map(async ({ name, run }) => {
      const findings = await run(patient).catch((error: unknown) => [wrongBy(error, name)]);
      return findings.map((finding): Told => ({ check: name, ...finding }));
    }),
  );
  // A wrong setting is in the way of several checks, and told by the first.
  const texts = new Set<string>();
  return found.flat().filter(({ text }) => !texts.has(text.vi) && texts.add(text.vi));
}

/** The same promise for whoever asks. */
function asked<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

const MARKS = { ok: "✓", warning: "!", error: "✗" } as const;

/** `npm run doctor`: a line for each finding, what to do below it. Any error gives exit code 1. */
export async function doctor(config: Config, language: Language, { json = false } = {}): Promise<void> {
  const findings = await examine(config);
  const errors = findings.filter(({ mark }) => mark === "error").length;
  const warnings = findings.filter(({ mark }) => mark === "warning").length;
  const redact = createRedactor(readSecrets());
  if (json) console.log(redact(JSON.stringify({ ok: errors === 0, errors, warnings, findings })));
  else {
    const lines = findings.flatMap(({ mark, text, hint }) => [
      `${MARKS[mark]} ${text[language]}`,
      ...(hint === undefined ? [] : [`  → ${hint[language]}`]),
    ]);
    console.log(redact([...lines, "", SUMMARY[language](errors, warnings)].join("\n")));
  }
  if (errors > 0) process.exitCode = 1;
}

const SUMMARY = {
  vi: (errors: number, warnings: number) =>
    errors + warnings === 0 ? "Mọi thứ đều ổn." : `${errors} lỗi, ${warnings} cảnh báo.`,
  en: (errors: number, warnings: number) =>
    errors + warnings === 0 ? "All is well." : `${count(errors, "error")}, ${count(warnings, "warning")}.`,
} as const;

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`;
