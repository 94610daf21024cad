import type { Command, Option } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { nameOf } from "./naming.ts";
import { periodLabel, readPeriod } from "./period.ts";

/**
 * How a question was understood, for people: "/command option: Name · option: Name, Name · period: first half of 2023".
 * Undefined for `ask`, which passes a question on and says nothing about it.
 */
export function understoodAs(
  invocation: Invocation,
  commands: readonly Command[],
  knowledge: Knowledge,
): string | undefined {
  const command = commands.find(({ name }) => name === invocation.command);
  if (command === undefined || command.name === "ask") return undefined;
  const { values, language } = invocation;
  const parts = Object.entries(command.options).flatMap(([name, option]) => {
    const value = values[name];
    if (value === undefined || value === "") return [];
    const labels = (option.many === true ? value.split(",") : [value]).map((one) =>
      labelOf(option, one.trim(), invocation, knowledge),
    );
    return [`${option.names[language].replaceAll("-", " ")}: ${labels.join(", ")}`];
  });
  return [`/${command.name}`, parts.join(" · ")].filter((part) => part !== "").join(" ");
}

function labelOf(option: Option, value: string, { values, language }: Invocation, knowledge: Knowledge): string {
  switch (option.kind) {
    case "choice":
      return option.choices?.[value]?.[language] ?? value;
    case "period": {
      const period = readPeriod(value);
      return period === undefined ? value : periodLabel(period, language);
    }
    case "entity":
      return nameOf(knowledge, value, language);
    case "text":
      return fieldName(values.memorandum, value, language, knowledge) ?? statementTitle(value, language, knowledge);
  }
}

/** The id of a field is known within its memorandum only. */
const fieldName = (memorandum: string | undefined, id: string, language: Language, knowledge: Knowledge) =>
  knowledge.memoranda.get(memorandum ?? "")?.fields.items.find((field) => field.id === id)?.names[language];

const statementTitle = (id: string, language: Language, knowledge: Knowledge): string =>
  knowledge.statements.get(id)?.title[language] ?? nameOf(knowledge, id, language);
