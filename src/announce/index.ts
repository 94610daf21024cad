import { UserError } from "../core/errors.ts";
import type { Both, Language } from "../core/language.ts";
import { changes } from "./changes.ts";
import { due } from "./due.ts";
import { history } from "./history.ts";
import { preview } from "./preview.ts";
import { runOnce } from "./run-once.ts";

export interface AnnounceOptions {
  readonly knowledge: string;
  readonly language: Language;
  /** Epoch milliseconds; as if it were then. */
  readonly at?: number | undefined;
  readonly json: boolean;
  /** Shows what would be sent there. */
  readonly platform?: string | undefined;
  /** The knowledge before an edit: a folder, or HEAD for what git has. */
  readonly against?: string | undefined;
  readonly days?: number | undefined;
  readonly say: (line: string) => void;
}

type Action = (options: AnnounceOptions) => Promise<void>;

/** Everything that `npm run announce -- ACTION` can do, one file each. */
const ACTIONS: Readonly<Record<string, Action>> = { preview, due, "run-once": runOnce, history, changes };

/** Rejects with a UserError that says what to do where it can't be done. */
export async function announce(action: string, options: AnnounceOptions): Promise<void> {
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (act === undefined) throw new UserError(NO_SUCH(action)[options.language]);
  await act(options);
}

const NO_SUCH = (action: string): Both => ({
  vi: `Không có việc “${action}”. Chọn một trong: ${Object.keys(ACTIONS).join(", ")}.`,
  en: `There is nothing called “${action}”. Choose one of: ${Object.keys(ACTIONS).join(", ")}.`,
});
