import type { AnnounceOptions } from "./index.ts";
import { preview } from "./preview.ts";

/** What would be posted right now. */
export const due = (options: AnnounceOptions): Promise<void> => preview({ ...options, days: 0 });
