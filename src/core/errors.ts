/** The person can mend it: the message says how, and it alone is shown. Any other Error is a bug of ours. */
export class UserError extends Error {
  override name = "UserError";
}
