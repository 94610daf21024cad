import { cancelled } from "./cancelled.ts";
import { confirmed } from "./confirmed.ts";
import { edit } from "./edit.ts";
import { event } from "./event.ts";
import type { Kind } from "./kind.ts";
import { moved } from "./moved.ts";
import { overdue } from "./overdue.ts";
import { trouble } from "./trouble.ts";
import { upcoming } from "./upcoming.ts";

/** Every kind of announcement, one file each. */
export const ANNOUNCEMENTS: readonly Kind[] = [upcoming, confirmed, moved, cancelled, overdue, event, edit, trouble];
