import { cancelled } from "./cancelled.ts";
import { confirmed } from "./confirmed.ts";
import { edit } from "./edit.ts";
import { event } from "./event.ts";
import { gone } from "./gone.ts";
import type { Kind } from "./kind.ts";
import { moved } from "./moved.ts";
import { overdue } from "./overdue.ts";
import { trouble } from "./trouble.ts";
import { upcoming } from "./upcoming.ts";
import { updated } from "./updated.ts";

/** Every kind of announcement, one file each. */
export const ANNOUNCEMENTS: readonly Kind[] = [
  ...[upcoming, confirmed, moved, cancelled, updated],
  ...[overdue, gone, trouble],
  ...[event, edit],
];
