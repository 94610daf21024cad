import { answered, answeredList, notHeld, type Reply } from "./answer.ts";
import { verdictOnCount, withLead, withVerdict } from "./claim.ts";
import type { Context } from "./command.ts";
import { amount } from "./figure.ts";
import { citationsOf } from "./figure-missing.ts";
import { type Activity, type Count, isUnknown, type Knowledge } from "./knowledge.ts";
import { capital, type Language, listOf } from "./language.ts";
import { nameOf } from "./naming.ts";
import { contains, overlap, type Period, periodLabel } from "./period.ts";
import { quotientOf } from "./quotient.ts";
import { list, p } from "./text.ts";

/** What is told of programmes and events. */

export function overviewOf(item: Activity, context: Context): Reply {
  const { language } = context;
  const rows = item.counts.map(
    (c) => `${capital(c.what[language])}: ${amount(c.value, c.unit, c.qualifier, language)}`,
  );
  return answered(`${item.names[language]}: ${item.summary[language]}`, {
    citations: [item.source],
    body: rows.length === 0 ? [] : [list(rows)],
  });
}

/** When it took place; whether that is within the time that was said, or apart from it. */
export function whenOf({ names, period, source }: Activity, said: Period | undefined, { language }: Context): Reply {
  const when = isUnknown(period) ? period.unknown[language] : `${periodLabel(period, language)}.`;
  const told = answered(`${names[language]}: ${when}`, { citations: [source] });
  if (said === undefined || isUnknown(period)) return told;
  const verdict = contains(said, period) ? "yes" : overlap(said, period) ? undefined : "no";
  return withVerdict(told, verdict, language);
}

/** Whether its stated period goes on at the time of asking; what came of it afterwards nothing tells. */
export function inForce(item: Activity, context: Context): Reply {
  const { period } = item;
  const told = whenOf(item, undefined, context);
  if (isUnknown(period)) return told;
  const today = new Date(context.now).toISOString().slice(0, 10);
  const state = today < period.from ? "to come" : today <= period.to ? "current" : "over";
  return withLead(told, IN_FORCE[state][context.language]);
}

const IN_FORCE = {
  "to come": { vi: "Chưa bắt đầu.", en: "Not yet." },
  current: { vi: "Còn trong thời gian đã nêu.", en: "Still within its stated period." },
  over: {
    vi: "Không còn trong thời gian đã nêu; kho tri thức không ghi nhận việc gia hạn.",
    en: "No longer within its stated period; no extension is recorded.",
  },
} as const;

export function placeOf(item: Activity, { knowledge, language }: Context): Reply {
  const name = item.names[language];
  const where = listOf(
    item.places.filter((id) => knowledge.places.get(id)?.type === "venue").map((id) => nameOf(knowledge, id, language)),
    language,
  );
  if (where === "")
    return notHeld(
      language === "vi"
        ? `Kho tri thức không ghi địa điểm của ${name}.`
        : `The knowledge base does not hold the venue of ${name}.`,
    );
  return answered(language === "vi" ? `${name}: tại ${where}.` : `${name}: at ${where}.`, { citations: [item.source] });
}

export function organisersOf(item: Activity, { knowledge, language }: Context): Reply {
  const name = item.names[language];
  const vi = language === "vi";
  if (item.organisers.length === 0)
    return answered(vi ? `${name}: nguồn không nêu ai tổ chức.` : `${name}: the source names no organiser.`, {
      citations: [item.source],
    });
  const who = listOf(
    item.organisers.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  return answered(vi ? `${name}: do ${who} tổ chức.` : `${name}: organised by ${who}.`, { citations: [item.source] });
}

const isOrganisers = (place: string, item: Activity, knowledge: Knowledge): boolean =>
  item.organisers.some((id) => id === place || knowledge.organisations.get(id)?.place === place);

export function participantsOf(item: Activity, asked: readonly string[], { knowledge, language }: Context): Reply {
  const vi = language === "vi";
  const { ids, complete, note, source } = item.participants;
  const others = asked.filter((id) => !item.places.includes(id) && !isOrganisers(id, item, knowledge));
  const absent = others.filter((id) => !ids.includes(id));
  if (absent.length > 0) {
    const who = listOf(
      absent.map((id) => nameOf(knowledge, id, language)),
      language,
    );
    const open = complete ? "" : vi ? " (danh sách của nguồn để mở)" : " (the source's list is open-ended)";
    return notHeld(
      vi
        ? `Nguồn không nêu ${who} trong các bên tham gia ${item.names.vi}${open}.`
        : `The source does not name ${who} among the participants of ${item.names.en}${open}.`,
      { citations: [source ?? item.source] },
    );
  }
  const yes =
    others.length === 0
      ? ""
      : `${vi ? "Có" : "Yes"}, ${listOf(
          others.map((id) => nameOf(knowledge, id, language)),
          language,
        )}. `;
  const rows = ids.map((id) => nameOf(knowledge, id, language));
  const open = complete ? [] : [vi ? "… (nguồn để mở danh sách)" : "… (the source's list is open-ended)"];
  const last = note === undefined ? open : [note[language]];
  const name = item.names[language];
  const counted = countedPlaces(ids, knowledge, language);
  const title = vi
    ? `${yes}${name}, các bên tham gia${counted === "" ? "" : ` được nêu tên là ${counted}`}:`
    : `${yes}${name}, participants${counted === "" ? "" : ` that are named, ${counted}`}:`;
  return answeredList(title, [...rows, ...last], { citations: [source ?? item.source] });
}

const KINDS = {
  city: { vi: "thành phố", en: ["city", "cities"] },
  province: { vi: "tỉnh", en: ["province", "provinces"] },
  region: { vi: "vùng", en: ["region", "regions"] },
  country: { vi: "nước", en: ["country", "countries"] },
} as const;

/** "1 thành phố và 6 tỉnh"; nothing where others than places take part. */
function countedPlaces(ids: readonly string[], knowledge: Knowledge, language: Language): string {
  const types = ids.map((id) => knowledge.places.get(id)?.type);
  if (types.some((type) => type === undefined || type === "venue")) return "";
  const parts = Object.entries(KINDS).flatMap(([type, { vi, en }]) => {
    const count = types.filter((one) => one === type).length;
    return count === 0 ? [] : [`${count} ${language === "vi" ? vi : en[count === 1 ? 0 : 1]}`];
  });
  return listOf(parts, language);
}

export function partOf(item: Activity, part: string | undefined, claim: string | undefined, context: Context): Reply {
  const { language } = context;
  const count = item.counts.find((c) => c.id === part);
  if (count !== undefined) {
    const value = amount(count.value, count.unit, count.qualifier, language);
    const told = answered(`${capital(count.what[language])}: ${value} (${item.names[language]}).`, {
      citations: [count.source],
      body: count.note === undefined ? [] : [p(count.note[language])],
    });
    return withVerdict(told, claim === undefined ? undefined : verdictOnCount(claim, count), language);
  }
  const detail = item.details.find((d) => d.id === part);
  if (detail === undefined) return overviewOf(item, context);
  return answered(`${capital(detail.what[language])}: ${detail.text[language]}`, { citations: [detail.source] });
}

interface Related {
  readonly part?: string | undefined;
  /** "item/part" of another count. */
  readonly times?: string | undefined;
  readonly each?: string | undefined;
}

/** A count as a multiple of another one, or for each of its things; undefined where neither is asked or held. */
export function relatedCount(item: Activity, { part, times, each }: Related, context: Context): Reply | undefined {
  const { knowledge, language } = context;
  const [id, otherPart] = (times ?? each ?? "").split("/");
  const other = knowledge.events.get(id ?? "") ?? knowledge.programmes.get(id ?? "");
  const a = item.counts.find((count) => count.id === part);
  const b = other?.counts.find((count) => count.id === otherPart);
  if (a === undefined || b === undefined) return undefined;
  const vi = language === "vi";
  /** "chuỗi liên kết", "chuỗi nông sản": the first word is the thing. */
  const thing = (count: Count): string | undefined => count.unit.vi.split(" ")[0];
  const quotient = quotientOf(a, b, "times", language);
  if (quotient === undefined || (times !== undefined && thing(a) !== thing(b))) return notHeld(NOT_ALIKE[language]);
  const rows = [a, b].map(
    (count) => `${capital(count.what[language])}: ${amount(count.value, count.unit, count.qualifier, language)}`,
  );
  const headline =
    times !== undefined
      ? vi
        ? `${capital(a.what.vi)}: ${quotient.atLeastOnce ? "gấp" : "bằng"} ${quotient.text} lần số ${b.what.vi}; ${quotient.formula}.`
        : `${capital(a.what.en)}: ${quotient.text} times the number of ${b.what.en}; ${quotient.formula}.`
      : vi
        ? `${capital(a.what.vi)}: bình quân ${quotient.text} ${a.unit.vi} cho mỗi ${b.unit.vi}; ${quotient.formula}.`
        : `${capital(a.what.en)}: on average ${quotient.text} ${a.unit.en} for each of the ${b.unit.en}; ${quotient.formula}.`;
  return answeredList(headline, rows, { citations: citationsOf([a, b]) });
}

const NOT_ALIKE = {
  vi: "Hai con số đếm hai thứ khác nhau, nên không nói gấp mấy lần được.",
  en: "The two numbers count unlike things, so neither is a multiple of the other.",
};

export function listAll(wanted: readonly string[], { knowledge, language }: Context): Reply {
  const vi = language === "vi";
  const all = [...knowledge.programmes.values(), ...knowledge.events.values()];
  const found = all.filter((item) =>
    wanted.every((id) => item.places.includes(id) || item.participants.ids.includes(id)),
  );
  const where = listOf(
    wanted.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  if (found.length === 0)
    return notHeld(
      vi
        ? `Kho tri thức không có chương trình hay sự kiện nào${where === "" ? "" : ` của ${where}`}.`
        : `The knowledge base holds no programme or event${where === "" ? "" : ` of ${where}`}.`,
    );
  const rows = found.map((item) =>
    isUnknown(item.period) ? item.names[language] : `${item.names[language]} (${periodLabel(item.period, language)})`,
  );
  return answeredList(
    vi
      ? `Các chương trình và sự kiện${where === "" ? "" : ` của ${where}`}:`
      : `Programmes and events${where === "" ? "" : ` of ${where}`}:`,
    rows,
    {
      citations: found.map((item) => item.source),
    },
  );
}
