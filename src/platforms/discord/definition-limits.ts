type Json = Readonly<Record<string, unknown>>;

/** What Discord would refuse about a list of commands, each with the name of the command; empty where all is well. */
export function overLimits(definitions: readonly object[]): string[] {
  const all = definitions as readonly Json[];
  const chat = all.filter(({ type }) => type === 1);
  return [
    ...(chat.length > 100 ? [`${chat.length} commands: at most 100`] : []),
    ...doubles(chat, "commands"),
    ...all.flatMap((one) => complaintsAbout(one).map((complaint) => `/${String(one.name)}: ${complaint}`)),
  ];
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LONGEST_COMMAND = 8000;

function complaintsAbout(command: Json): string[] {
  if (command.type !== 1) return namesOf(command).flatMap((name) => within("name", name, 32));
  const options = listOf(command.options);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const late = options.some(({ required }, i) => required === true && firstOptional !== -1 && i > firstOptional);
  return [
    ...named(command),
    ...options.flatMap((option) => [...named(option), ...choices(option)]),
    ...doubles(options, "options"),
    ...(options.length > 25 ? [`${options.length} options: at most 25`] : []),
    ...(late ? ["a required option after one that is not"] : []),
    ...(lettersIn(command) > LONGEST_COMMAND ? [`more than ${LONGEST_COMMAND} characters`] : []),
  ];
}

function named(it: Json): string[] {
  const descriptions = [it.description, ...Object.values(it.description_localizations ?? {})].map(String);
  return [
    ...namesOf(it)
      .filter((name) => !NAME.test(name) || name !== name.toLowerCase())
      .map((name) => `the name “${name}”`),
    ...descriptions.flatMap((text) => within("description", text, 100)),
  ];
}

function choices(option: Json): string[] {
  const all = listOf(option.choices);
  return [
    ...(all.length > 25 ? [`${all.length} choices: at most 25`] : []),
    ...(all.length > 0 && option.autocomplete === true ? ["choices and autocomplete"] : []),
    ...all.flatMap((one) => [...namesOf(one), String(one.value)].flatMap((text) => within("choice", text, 100))),
  ];
}

/** Names in one language must differ from each other, and from the names that all languages share. */
function doubles(all: readonly Json[], what: string): string[] {
  const inVietnamese = all.map((one) => namesOf(one).at(-1) ?? "");
  const clash = all.some(
    (one, i) =>
      all.some((other, j) => i !== j && namesOf(other).includes(inVietnamese[i] ?? "")) ||
      all.filter(({ name }) => name === one.name).length > 1,
  );
  return clash ? [`two ${what} of the same name`] : [];
}

const namesOf = (it: Json): string[] => [it.name, ...Object.values(it.name_localizations ?? {})].map(String);

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

const within = (what: string, text: string, most: number): string[] =>
  text.length < 1 || [...text].length > most ? [`the ${what} “${text}”: 1 to ${most} characters`] : [];

/** Names, descriptions and values; of translations the longest counts. */
function lettersIn(it: Json): number {
  const longest = (...texts: unknown[]): number => Math.max(0, ...texts.map((text) => String(text ?? "").length));
  const own =
    longest(...namesOf(it)) +
    longest(it.description, ...Object.values(it.description_localizations ?? {})) +
    longest(it.value);
  return own + [...listOf(it.options), ...listOf(it.choices)].reduce((sum, one) => sum + lettersIn(one), 0);
}
