import type { Command } from "../src/core/command.ts";
import { about } from "./about.ts";
import { admin } from "./admin.ts";
import { announcements } from "./announcements.ts";
import { ask } from "./ask.ts";
import { calculate } from "./calculate.ts";
import { compare } from "./compare.ts";
import { fields } from "./fields.ts";
import { figures } from "./figures.ts";
import { help } from "./help.ts";
import { memoranda } from "./memoranda.ts";
import { memorandum } from "./memorandum.ts";
import { number } from "./number.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { programmes } from "./programmes.ts";
import { rank } from "./rank.ts";
import { ratio } from "./ratio.ts";
import { reviews } from "./reviews.ts";
import { signers } from "./signers.ts";
import { sources } from "./sources.ts";
import { subscriptions } from "./subscriptions.ts";

/** All commands, in the order in which help shows them. */
export const commands: readonly Command[] = [
  ask,
  fields,
  signers,
  memorandum,
  memoranda,
  figures,
  compare,
  rank,
  calculate,
  ratio,
  number,
  reviews,
  people,
  places,
  programmes,
  about,
  sources,
  subscriptions,
  announcements,
  admin,
  help,
];
