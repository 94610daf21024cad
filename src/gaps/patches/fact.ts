import type { Indicator, Knowledge } from "../../core/knowledge.ts";
import { nameOf } from "../../core/naming.ts";
import { contains, type Period, periodLabel, readPeriod, writePeriod } from "../../core/period.ts";
import type { Patch } from "../../core/questions.ts";
import { fold } from "../../search/fold.ts";
import { toPeriod } from "../../search/period.ts";
import { readAskedPeriods } from "../../search/period-reading.ts";
import type { Again, Reading } from "../reading.ts";
import { comment, fileOf, modeline } from "../yaml.ts";

const MOST_PLACES = 3;

/** A figure that is asked for by a known indicator of a known place, and that is not held: all of it but the value. */
export function factPatch(again: Again, now: number, reading: Reading): Patch | undefined {
  const { question, language } = again;
  const { knowledge } = reading;
  const named = namedIn(again, now, reading);
  const indicator = indicatorIn(
    named.filter((id) => knowledge.indicators.has(id)),
    knowledge,
  );
  const places = named.filter((id) => knowledge.places.has(id)).slice(0, MOST_PLACES);
  if (indicator === undefined || places.length === 0) return undefined;
  const period = periodIn(reading.spoken(question, language), question, now);
  const missing = places.filter((place) => !isHeld(indicator, place, period, knowledge));
  if (missing.length === 0) return undefined;
  const file = fileFor([indicator.id, ...(missing.length === 1 ? missing : []), written(period)], knowledge);
  return {
    kind: "fact",
    file,
    yaml: fileOf([
      modeline("figures"),
      ...comment(period === undefined ? FILL_PERIOD : FILL),
      ...missing.flatMap((place) => stub(indicator, place, period, knowledge)),
    ]),
    why: {
      vi: `Có người hỏi ${nameOf(knowledge, indicator.id, "vi")} của ${missing.map((id) => nameOf(knowledge, id, "vi")).join(", ")}${period === undefined ? "" : `, ${periodLabel(period, "vi")}`}; kho chưa có số liệu này.`,
      en: `People ask for ${nameOf(knowledge, indicator.id, "en")} of ${missing.map((id) => nameOf(knowledge, id, "en")).join(", ")}${period === undefined ? "" : `, ${periodLabel(period, "en")}`}; that figure is not held.`,
    },
  };
}

function stub({ id, unit }: Indicator, place: string, period: Period | undefined, knowledge: Knowledge): string[] {
  const [only, ...others] = [...knowledge.sources.keys()];
  const source = only !== undefined && others.length === 0 ? only : "?";
  return [
    `- indicator: ${id}`,
    `  place: ${place}`,
    period === undefined ? "  # period: ?" : `  period: ${writePeriod(period)}`,
    `  # value: ?   # ${unit.vi} · ${unit.en}`,
    `  # source: { id: ${source}, paragraph: ? }`,
  ];
}

const FILL = {
  vi: "CHƯA NẠP ĐƯỢC khi chưa điền: thay các dấu ? rồi bỏ dấu # ở đầu dòng value và source.",
  en: "DOES NOT LOAD before it is filled in: replace each ? and take the # from the lines value and source.",
};
const FILL_PERIOD = {
  vi: "CHƯA NẠP ĐƯỢC khi chưa điền: thay các dấu ? rồi bỏ dấu # ở đầu dòng period, value và source.",
  en: "DOES NOT LOAD before it is filled in: replace each ? and take the # from the lines period, value and source.",
};

/** Ids that the question was understood to be about, though it has no answer; else those that it names. */
function namedIn(again: Again, now: number, reading: Reading): readonly string[] {
  const { command = "ask", values = {} } = reading.answer(again, now)?.invocation ?? {};
  if (command !== "ask") return Object.values(values).flatMap((value) => value.split(","));
  const { mentions } = reading.namedIn(again.question, again.language);
  return [...new Set(mentions.flatMap(({ entities }) => entities.map(({ id }) => id)))];
}

/** The only one, beside those that it is a part of. */
function indicatorIn(ids: readonly string[], knowledge: Knowledge): Indicator | undefined {
  const wider = new Set(ids.map((id) => knowledge.indicators.get(id)?.partOf));
  const [only, ...others] = ids.filter((id) => !wider.has(id));
  return others.length > 0 || only === undefined ? undefined : knowledge.indicators.get(only);
}

/** The only whole period that is asked for, in words or as the value of a command. */
function periodIn(words: string, question: string, now: number): Period | undefined {
  const [, notation = ""] = question.startsWith("/") ? (/\bperiod:"?([\d.A-Za-z-]+)/.exec(question) ?? []) : [];
  const asked = readAskedPeriods(fold(words), now).flatMap((one) => toPeriod(one) ?? []);
  return readPeriod(notation) ?? (asked.length === 1 ? asked[0] : undefined);
}

const isHeld = ({ id }: Indicator, place: string, period: Period | undefined, { figures }: Knowledge): boolean =>
  figures.some(
    (figure) =>
      figure.indicator === id && figure.place === place && (period === undefined || contains(period, figure.period)),
  );

const written = (period: Period | undefined): string =>
  period === undefined ? "" : writePeriod(period).toLowerCase().replace("..", "-");

/** A new file, whatever lies there already. */
function fileFor(parts: readonly string[], { origins }: Knowledge): string {
  const taken = new Set([...origins.values()].map(({ file }) => file));
  const name = parts.filter((part) => part !== "").join("-");
  for (let n = 1; ; n++) {
    const file = `figures/${name}${n === 1 ? "" : `-${n}`}.yaml`;
    if (!taken.has(file)) return file;
  }
}
