import type { KINDS } from "../../knowledge/kinds/index.ts";
import type { Scaffold } from "../scaffold.ts";
import { event, programme } from "./activity.ts";
import { document } from "./document.ts";
import { figure } from "./figure.ts";
import { holidays } from "./holidays.ts";
import { indicator } from "./indicator.ts";
import { memorandum } from "./memorandum.ts";
import { organisation } from "./organisation.ts";
import { person } from "./person.ts";
import { place } from "./place.ts";
import { question } from "./question.ts";
import { review } from "./review.ts";
import { source } from "./source.ts";
import { statement } from "./statement.ts";

/** One for every kind of knowledge; a kind that has none does not compile. */
const BY_KIND: Readonly<Record<keyof typeof KINDS, Scaffold>> = {
  source,
  place,
  organisation,
  person,
  memorandum,
  programme,
  event,
  document,
  indicator,
  figure,
  statement,
  holidays,
  review,
  question,
};

export const SCAFFOLDS: readonly Scaffold[] = Object.values(BY_KIND);
