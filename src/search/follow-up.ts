import type { Command } from "../core/command.ts";
import type { Invocation } from "../core/invocation.ts";
import { writePeriod } from "../core/period.ts";
import type { Analysis } from "./analyse.ts";
import { toPeriod } from "./period.ts";

/** Openings and endings of a question that goes on from the one before: "còn … thì sao", "what about …". */
const GOES_ON =
  /^(?:còn|con|thế còn|the con|vậy còn|vay con|và|va|what about|how about|and)(?!\p{L})|(?:thì sao|thi sao)[\s?!.]*$/u;

/**
 * The invocation before with what the question names in place of the same kind of thing: "what about the other city?", "năm 2022 thì sao".
 * Undefined where the question says more than that, or names what the command has no option for.
 */
export function followUp(
  question: string,
  analysis: Analysis,
  previous: Invocation,
  commands: readonly Command[],
): Invocation | undefined {
  /** Of a person nothing goes on but the person: another place has another holder. */
  if (
    previous.values.person !== undefined &&
    analysis.mentions.some((m) => m.entities.every((e) => e.kind !== "person"))
  )
    return undefined;
  const options = commands.find(({ name }) => name === previous.command)?.options;
  if (options === undefined) return undefined;
  const goesOn = GOES_ON.test(question.normalize("NFC").trim().toLowerCase());
  if (!goesOn && analysis.roles.some((role) => role === "content" || role === "cue")) return undefined;
  if (analysis.roles.includes("content") || analysis.mentions.some(({ doubtful }) => doubtful)) return undefined;
  const values: Record<string, string> = {};
  for (const mention of analysis.mentions) {
    const found = Object.entries(options).flatMap(([name, { entities = [] }]) =>
      mention.entities.flatMap(({ kind, id }) =>
        entities.includes(kind) ? [{ name, id: id.replace(/\/.*$/, "") }] : [],
      ),
    )[0];
    if (found === undefined) return undefined;
    values[found.name] = values[found.name] === undefined ? found.id : `${values[found.name]},${found.id}`;
  }
  const periods = analysis.periods.flatMap((asked) => toPeriod(withPartOf(asked, previous)) ?? []);
  if (analysis.periods.length > 0) {
    const name = Object.entries(options).find(([, { kind }]) => kind === "period")?.[0];
    if (name === undefined || periods.length < analysis.periods.length) return undefined;
    values[name] = periods.map(writePeriod).join(",");
  }
  if (Object.keys(values).length === 0) return undefined;
  /** Parts of the thing before (an office, a count) are none of the new one. */
  const kept = Object.entries(previous.values).filter(([name]) => options[name]?.kind !== "text");
  return { ...previous, values: { ...Object.fromEntries(kept), ...values } };
}

/** "còn quý 2?": the year is that of the period before. */
function withPartOf<T extends { readonly year?: number }>(asked: T, previous: Invocation): T {
  const year = /^(\d{4})/.exec(previous.values.period ?? "")?.[1];
  return asked.year === undefined && year !== undefined ? { ...asked, year: Number(year) } : asked;
}
