import { answered, answeredList, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand } from "../src/core/command.ts";
import { figuresOf } from "../src/core/held.ts";
import { type Citation, isUnknown, type Knowledge, type Source } from "../src/core/knowledge.ts";
import type { Language } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { dateLabel } from "../src/core/period.ts";

const ask = (fact: string, aspect: string, question: { vi: string; en: string }, ...phrasings: string[]): Ask => ({
  fact,
  phrasings,
  general: aspect === "overview",
  values: ({ fact: found }) => ({ item: found?.subject ?? "", aspect }),
  question: ({ values, language }, knowledge) =>
    question[language].replace("{}", nameOf(knowledge, values.item ?? "", language)),
});

export const sources = defineCommand({
  name: "sources",
  names: { vi: "nguồn", en: "sources" },
  description: {
    vi: "Nguồn của thông tin: báo nào, ai viết, ngày nào",
    en: "Where information comes from: publisher, author, date",
  },
  options: {
    item: {
      kind: "entity",
      entities: ["source", "memorandum", "indicator", "programme", "event", "document", "person", "review"],
      names: { vi: "mục", en: "item" },
      description: { vi: "Nguồn, hoặc điều muốn biết nguồn", en: "A source, or what you want the source of" },
    },
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Muốn biết điều gì", en: "What you want to know" },
      choices: {
        overview: { vi: "tổng quan", en: "overview" },
        author: { vi: "tác giả", en: "author" },
        published: { vi: "ngày đăng", en: "date" },
        rights: { vi: "quyền sao chép", en: "copying rights" },
      },
    },
  },
  asks: [
    ask(
      "source.overview",
      "overview",
      { vi: "{} là nguồn nào?", en: "What is the source {}?" },
      "",
      "nguồn {source}",
      "tựa bài của {source}",
      "tên bài {source}",
      "bài {source} nói về gì",
      "dẫn từ báo nào",
      "dẫn theo báo nào",
      "source {source}",
      "title of the article",
      "what is the {source} article",
    ),
    ask(
      "source.author",
      "author",
      { vi: "Tác giả của “{}” là ai?", en: "Who wrote “{}”?" },
      "ai viết bài {source}",
      "tác giả bài báo",
      "tác giả của bài",
      "người viết",
      "phóng viên nào viết",
      "bài của ai",
      "who wrote the {source} article",
      "author of the article",
      "author of the piece",
      "who wrote the story",
      "author",
      "journalist",
      "reporter",
      "written by",
    ),
    ask(
      "source.published",
      "published",
      { vi: "Bài {} đăng ngày nào?", en: "When was the article {} published?" },
      "bài {source} đăng ngày nào",
      "ngày đăng bài",
      "đăng khi nào",
      "xuất bản khi nào",
      "bài báo ra ngày nào",
      "when was the {source} article published",
      "publication date",
      "published on",
      "date of the article",
    ),
    ask(
      "source.rights",
      "rights",
      { vi: "Có được sao chép bài {} không?", en: "May the article {} be copied?" },
      "có được sao chép bài {source} không",
      "bản quyền",
      "quyền sao chép",
      "được đăng lại không",
      "trích dẫn lại",
      "sao chép khi chưa đồng ý",
      "copyright",
      "may we copy the {source} article",
      "copying rights",
      "reproduce",
      "republish",
    ),
    {
      phrasings: [
        "nguồn của thông tin về {item}",
        "thông tin {item} lấy từ nguồn nào",
        "lấy từ đâu",
        "dẫn từ đâu",
        "dẫn từ báo nào",
        "lấy ở đâu ra",
        "báo nào đưa tin",
        "tin đăng trên báo nào",
        "đăng ở báo nào",
        "báo nào đăng",
        "tờ báo nào",
        "bài báo nào",
        "which newspaper published",
        "published in",
        "where was it reported",
        "reported by which newspaper",
        "báo nào viết về {item}",
        "theo nguồn nào",
        "trích từ báo nào",
        "dẫn nguồn",
        "nguồn số liệu {item}",
        "căn cứ vào đâu",
        "nguồn nào",
        "where does the information on {item} come from",
        "what is the source of {item}",
        "which newspaper reported",
        "source for {item}",
        "come from",
        "cite",
      ],
      takes: ["item"],
      gives: ["text", "organisation", "place", "source", "origin"],
      question: ({ values, language }, knowledge) => {
        const name = values.item === undefined ? "" : nameOf(knowledge, values.item, language);
        return language === "vi"
          ? `Thông tin${name === "" ? "" : ` về ${name}`} lấy từ nguồn nào?`
          : `What is the source${name === "" ? "" : ` for ${name}`}?`;
      },
    },
    {
      phrasings: [
        "các nguồn",
        "danh sách nguồn",
        "có những nguồn nào",
        "dùng bài báo nào",
        "list of sources",
        "which sources do you use",
        "all sources",
        "sources",
      ],
      gives: ["list", "source"],
      question: ({ language }) => (language === "vi" ? "Có những nguồn nào?" : "Which sources are used?"),
    },
  ],
  run: (values, context) => {
    const { knowledge, language } = context;
    const vi = language === "vi";
    const source = values.item === undefined ? undefined : knowledge.sources.get(values.item);
    if (source !== undefined) return oneSource(source, values.aspect ?? "overview", context);
    const ids =
      values.item === undefined
        ? [...knowledge.sources.keys()]
        : [...new Set(citationsFor(values.item, knowledge).map((c) => c.id))];
    const found = ids.flatMap((id) => knowledge.sources.get(id) ?? []);
    const rows = found.map((one) => sourceText(one, language));
    const name = values.item === undefined ? "" : nameOf(knowledge, values.item, language);
    const first = rows[0];
    if (rows.length === 1 && first !== undefined && name !== "")
      return answered(vi ? `Nguồn về ${name}: ${first}.` : `Source for ${name}: ${first}.`, {
        citations: citationsFor(values.item ?? "", knowledge).slice(0, 3),
      });
    return answeredList(
      name === "" ? (vi ? "Các nguồn:" : "Sources:") : vi ? `Nguồn về ${name}:` : `Sources for ${name}:`,
      rows,
    );
  },
});

function sourceText(source: Source, language: Language): string {
  const author = isUnknown(source.author) ? "" : `, ${source.author.name}`;
  const date = isUnknown(source.published) ? "" : `, ${dateLabel(source.published.date, language)}`;
  return `${source.names[language]}, “${source.title}”${author}${date}`;
}

function oneSource(source: Source, aspect: string, { language }: Context): Reply {
  const vi = language === "vi";
  const name = source.names[language];
  const citations = [{ id: source.id }];
  if (aspect === "author")
    return answered(
      isUnknown(source.author)
        ? `${name}: ${source.author.unknown[language]}`
        : vi
          ? `Tác giả (${name}): ${source.author.name}.`
          : `Author (${name}): ${source.author.name}.`,
      { citations },
    );
  if (aspect === "published")
    return answered(
      isUnknown(source.published)
        ? `${name}: ${source.published.unknown[language]}`
        : vi
          ? `${name} đăng ngày ${dateLabel(source.published.date, "vi")}.`
          : `${name}: published on ${dateLabel(source.published.date, "en")}.`,
      { citations },
    );
  if (aspect === "rights") return answered(`${name}: ${source.rights[language]}`, { citations });
  return answered(`${sourceText(source, language)}.`, { citations });
}

/** Everything that the entity's facts cite. */
function citationsFor(id: string, knowledge: Knowledge): Citation[] {
  const memorandum = knowledge.memoranda.get(id);
  if (memorandum !== undefined) return [memorandum.signed.source, memorandum.fields.source];
  const activity = knowledge.events.get(id) ?? knowledge.programmes.get(id);
  if (activity !== undefined) return [activity.source];
  const one = knowledge.documents.get(id) ?? knowledge.reviews.get(id);
  if (one !== undefined) return [one.source];
  const person = knowledge.people.get(id);
  if (person !== undefined) return person.offices.map((office) => office.source);
  return figuresOf(knowledge, id).map(({ source }) => source);
}
