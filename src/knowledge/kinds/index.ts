import type { Kind } from "../kind.ts";
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

/** Every kind of knowledge; its folder lies under knowledge/. */
export const KINDS = {
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
} as const;

export const ALL_KINDS: readonly Kind<unknown>[] = Object.values(KINDS);
