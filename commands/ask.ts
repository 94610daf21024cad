import { answered, askedBack, notHeld, type Reply } from "../src/core/answer.ts";
import { type Context, defineCommand, type Understood } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { type Language, listOf } from "../src/core/language.ts";
import { p } from "../src/core/text.ts";

/** Longer than any question; what is longer was pasted by mistake. */
const LONGEST = 1000;

const ASK_SOMETHING = {
  vi: "Hãy gõ một câu hỏi, ví dụ: các lĩnh vực hợp tác của biên bản ghi nhớ.",
  en: "Type a question, for example: which fields does the memorandum cover?",
};

export const ask = defineCommand({
  name: "ask",
  names: { vi: "hỏi", en: "ask" },
  description: { vi: "Hỏi bằng lời thường, có dấu hay không dấu", en: "Ask in plain words" },
  options: {
    question: {
      kind: "text",
      required: true,
      names: { vi: "câu-hỏi", en: "question" },
      description: { vi: "Câu hỏi", en: "The question" },
      missing: ASK_SOMETHING,
    },
    language: {
      kind: "choice",
      names: { vi: "ngôn-ngữ", en: "language" },
      description: { vi: "Trả lời bằng tiếng nào", en: "Language of the answer" },
      choices: { vi: { vi: "tiếng Việt", en: "Vietnamese" }, en: { vi: "tiếng Anh", en: "English" } },
    },
  },
  asks: [],
  run: (values, context) => {
    const vi = context.language === "vi";
    const question = clean(values.question ?? "");
    if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError(ASK_SOMETHING[context.language]);
    if (question.length > LONGEST)
      throw new UserError(
        vi
          ? `Câu hỏi dài quá ${LONGEST} ký tự. Hãy hỏi ngắn lại, mỗi lần một điều.`
          : `The question is longer than ${LONGEST} characters. Ask one thing at a time.`,
      );
    const understood = context.ports.understand(question, {
      language: values.language as Language | undefined,
      previous: context.previous,
      now: context.now,
    });
    if (understood.kind === "invocation") return context.run(understood.invocation);
    if (understood.kind === "nothing") return greet(understood.language, context);
    return understood.kind === "several" ? together(understood, context) : explain(understood);
  },
});

const READY = {
  vi: "Bot luôn sẵn sàng. Bạn cứ hỏi bằng lời thường, ví dụ: các lĩnh vực hợp tác của biên bản ghi nhớ.",
  en: "At your service. Just ask in plain words, for example: which fields does the memorandum cover?",
};

/** Who only says hello, or thanks, is told how to go on. */
function greet(language: Language, { commands, knowledge }: Context): Reply {
  const help = { command: "help", values: {}, language };
  const choices = commands.flatMap(({ name, asks: [one] }) =>
    name === help.command && one !== undefined ? [{ invocation: help, question: one.question(help, knowledge) }] : [],
  );
  return { ...answered(READY[language], { choices }), language };
}

/** Mentions, control characters and the like are no part of a question. */
const MENTION = /<[@#!][^>]*>|@(?:everyone|here|channel)\b/gi;
const clean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(MENTION, " ")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim();

/** Two answers in one, and what of the question is left. */
function together({ invocations, left, language }: Of<"several">, context: Context): Reply {
  const answers = invocations.map(context.run);
  const rest = left.map((text) =>
    language === "vi"
      ? `Còn “${text}” thì kho tri thức không có câu trả lời.`
      : `To “${text}” the knowledge base does not hold an answer.`,
  );
  return {
    status: answers.some(({ status }) => status === "answered") ? "answered" : "unknown",
    headline: [...answers.flatMap(({ headline }) => headline), ...rest.map(p)],
    body: answers.flatMap(({ body }) => body),
    citations: unique(answers.flatMap(({ citations }) => citations)),
    choices: answers.flatMap(({ choices }) => choices).slice(0, MOST_CHOICES),
    language,
  };
}

const MOST_CHOICES = 3;

const unique = (citations: Reply["citations"]): Reply["citations"] => [
  ...new Map(citations.map((one) => [`${one.id} ${one.paragraph}`, one])).values(),
];

type Of<Kind extends Understood["kind"]> = Extract<Understood, { kind: Kind }>;

function explain(understood: Of<"ambiguous"> | Of<"unknown">): Reply {
  const { language, choices } = understood;
  const vi = language === "vi";
  if (understood.kind === "unknown" && understood.noDate !== undefined)
    return {
      ...notHeld(
        vi
          ? `“${understood.noDate}” không phải là một ngày có trong lịch (ngày/tháng/năm).`
          : `“${understood.noDate}” is no date in the calendar (day/month/year).`,
      ),
      language,
    };
  if (understood.kind === "ambiguous")
    return {
      ...askedBack(
        vi
          ? "Câu hỏi có thể hiểu theo nhiều cách. Bạn muốn hỏi điều nào?"
          : "This can be read in more than one way. Which do you mean?",
        choices,
      ),
      language,
    };
  const words = understood.words.join("”, “");
  const named = listOf(understood.named, language);
  return { ...notHeld(NOT_HELD[language](words, named), { choices }), missed: understood.words, language };
}

const NOT_HELD = {
  vi: (words: string, named: string) =>
    words === ""
      ? `Kho tri thức không có câu trả lời cho câu hỏi này${named === "" ? "" : ` về ${named}`}.`
      : `Kho tri thức không có câu trả lời về “${words}”${named === "" ? "" : ` (${named})`}.`,
  en: (words: string, named: string) =>
    words === ""
      ? `The knowledge base does not hold an answer to this${named === "" ? "" : ` about ${named}`}.`
      : `The knowledge base does not hold an answer about “${words}”${named === "" ? "" : ` (${named})`}.`,
} as const;
