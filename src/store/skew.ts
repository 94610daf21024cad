/** How far the chat's clock may differ from the database's. */
export const SKEW_MS = 60_000;
