import { createHash } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";

const COOKIE = "lien-thanh-session";
const LASTS_MS = 12 * 3_600_000;

/** Who has shown the token, by a signed cookie that says until when. Nobody where there is no token. */
export function createSessions(token: string | undefined, now: () => number) {
  // Another token ends all sessions; the cookie gives nothing of it away.
  const secret = token === undefined ? undefined : createHash("sha256").update(`page session\n${token}`).digest("hex");

  return {
    async has(context: Context): Promise<boolean> {
      if (secret === undefined) return false;
      const until = await getSignedCookie(context, secret, COOKIE);
      return typeof until === "string" && Number(until) > now();
    },
    async start(context: Context): Promise<void> {
      if (secret === undefined) return;
      const secure = context.req.header("x-forwarded-proto") === "https";
      const lasting = { httpOnly: true, sameSite: "Strict", path: "/", secure, maxAge: LASTS_MS / 1000 } as const;
      await setSignedCookie(context, COOKIE, String(now() + LASTS_MS), secret, lasting);
    },
    end: (context: Context): void => void deleteCookie(context, COOKIE, { path: "/" }),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
