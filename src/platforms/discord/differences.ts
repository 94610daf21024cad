import { ApplicationCommandType } from "discord.js";

export interface Difference {
  readonly kind: "new" | "changed" | "removed" | "same";
  readonly name: string;
  /** Of a changed command: what differs. */
  readonly fields: readonly string[];
}

type Definition = { readonly name: string; readonly type?: number };

/** What we say about a command; whatever else Discord stores is its own. */
const FIELDS = [
  "name_localizations",
  "description",
  "description_localizations",
  "options",
  "contexts",
  "integration_types",
] as const;

/** What registering would change, in the order of the list; an Activity's entry point is nobody's business. */
export function differences(present: readonly Definition[], wanted: readonly Definition[]): Difference[] {
  const ours = present.filter(({ type }) => type !== ApplicationCommandType.PrimaryEntryPoint);
  const removed = ours.filter((one) => !wanted.some((other) => keyOf(other) === keyOf(one)));
  return [
    ...wanted.map((one): Difference => {
      const before = ours.find((other) => keyOf(other) === keyOf(one));
      if (before === undefined) return { kind: "new", name: one.name, fields: [] };
      const fields = FIELDS.filter((field) => said(before, field) !== said(one, field));
      return { kind: fields.length === 0 ? "same" : "changed", name: one.name, fields };
    }),
    ...removed.map(({ name }): Difference => ({ kind: "removed", name, fields: [] })),
  ];
}

const keyOf = ({ name, type }: Definition): string => `${type ?? ApplicationCommandType.ChatInput} ${name}`;

const said = (definition: Definition, field: string): string =>
  JSON.stringify(plainly((definition as unknown as Record<string, unknown>)[field])) ?? "";

/** Keys sorted, and what means nothing left out: null, false, empty lists and objects. */
function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(plainly);
  if (typeof value !== "object" || value === null) return value === null || value === false ? undefined : value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, plainly(one)] as const)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
