/** What stands in the place of a secret. */
const HIDDEN = "…";

/** Secrets that are known by their looks, wherever they come from. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  // Tokens of Slack.
  [/\b(xox[a-z]|xapp)-[\w-]+/g, `$1-${HIDDEN}`],
  // Tokens of Discord: the bot's id in base 64, a time, a signature.
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN],
  [/\b(Bearer) +[\w.~+/-]{16,}=*/gi, `$1 ${HIDDEN}`],
  // Passwords in addresses.
  [/([a-z][a-z\d+.-]*:\/\/[^\s:/@"]*):[^\s/@"]+@/gi, `$1:${HIDDEN}@`],
  // Addresses that are secrets themselves: answers to a command, and the ticket of a socket.
  [/(hooks\.slack\.com\/[a-z]+)\/[^\s"\\]+/g, `$1/${HIDDEN}`],
  [/(\/(?:interactions|webhooks)\/\d+\/)[^/\s?"\\]+/g, `$1${HIDDEN}`],
  [/([?&](?:ticket|token)=)[^&\s"\\]+/g, `$1${HIDDEN}`],
];

/** Shorter ones would tear holes into innocent words; by their looks they are still found. */
const SHORTEST = 6;

/** Takes these secrets, and all that look like one, out of a text, also as they are written in JSON and in addresses. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.filter((secret) => secret.length >= SHORTEST).flatMap(spellings))];
  // A secret that holds another goes first.
  known.sort((a, b) => b.length - a.length);
  return (text) => {
    const unknown = LOOKS.reduce((rest, [look, instead]) => rest.replace(look, instead), text);
    return known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), unknown);
  };
}

const spellings = (secret: string): readonly string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
];
