/** The content lines of RFC 5545: what a calendar file is made of. A line here has no line break yet and any length. */

const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Format and readers forbid them, or end a line at them. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
/** Octets of a line without its break (section 3.1). */
const LONGEST = 75;

/** A value of type TEXT (section 3.3.11). Whatever was typed stays inside of it. */
export const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(LINE_BREAKS, "\n")
    .replace(CONTROLS, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

export const component = (name: string, lines: readonly string[]): readonly string[] => [
  `BEGIN:${name}`,
  ...lines,
  `END:${name}`,
];

/** "-P7D", "-P6DT15H30M", "PT0S". */
export function duration(minutes: number): string {
  const total = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(total / 1440), Math.floor(total / 60) % 24, total % 60];
  const time = (hours > 0 ? `${hours}H` : "") + (rest > 0 ? `${rest}M` : "");
  const date = days > 0 ? `${days}D` : "";
  return `${minutes < 0 ? "-" : ""}P${date}${time === "" ? (date === "" ? "T0S" : "") : `T${time}`}`;
}

/** "20250312T070000Z" of a moment in epoch milliseconds. */
export const utc = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");

/** The lines as a file: folded, each ended by CRLF. */
export const written = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join("");

/** Cut between letters, never inside of one: a letter of Vietnamese is up to three octets. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  let [out, octets] = ["", 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST) {
      out += "\r\n ";
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}
