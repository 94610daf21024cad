import { ComponentType, createComponentBuilder, MessageFlags } from "discord.js";

/** A part of a body that Discord would refuse. */
export interface Complaint {
  readonly path: string;
  readonly message: string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every component in a list, nested ones too, each with its path. */
export function componentsIn(components: unknown, path = "components"): { readonly path: string; readonly it: Json }[] {
  return listIn(components).flatMap((it, i) => {
    if (!isObject(it)) return [];
    const here = `${path}[${i}]`;
    const inner = isObject(it.component) ? [{ path: `${here}.component`, it: it.component }] : [];
    return [{ path: here, it }, ...inner, ...componentsIn(it.components, `${here}.components`)];
  });
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const tooLong = (path: string, value: unknown, least: number, most: number): Complaint[] => {
  const { length } = [...textOf(value)];
  return length < least || length > most ? [{ path, message: `Must be between ${least} and ${most} in length.` }] : [];
};

/** What is wrong with a message, by the documented limits. */
export function checkMessage(body: unknown, where: "channel" | "interaction"): Complaint[] {
  if (!isObject(body)) return [{ path: "", message: "No body" }];
  const flags = Number(body.flags ?? 0);
  const isCards = (flags & MessageFlags.IsComponentsV2) !== 0;
  const mixed = isCards && (body.content || listIn(body.embeds).length > 0);
  const empty = !body.content && listIn(body.components).length === 0 && listIn(body.embeds).length === 0;
  return [
    ...(mixed ? [{ path: "content", message: "Not together with IS_COMPONENTS_V2" }] : []),
    ...(empty ? [{ path: "", message: "Cannot send an empty message" }] : []),
    ...(where === "interaction" && body.nonce !== undefined ? [{ path: "nonce", message: "Unknown field" }] : []),
    ...(body.nonce === undefined ? [] : tooLong("nonce", String(body.nonce), 1, 25)),
    ...tooLong("content", body.content, 0, 2000),
    ...checkComponents(body.components, isCards),
  ];
}

const LAYOUT: readonly unknown[] = [ComponentType.Container, ComponentType.TextDisplay, ComponentType.Separator];

function checkComponents(components: unknown, isCards: boolean): Complaint[] {
  const all = componentsIn(components);
  const ids = all.flatMap(({ it }) => (it.custom_id === undefined ? [] : [it.custom_id]));
  const letters = all.reduce((sum, { it }) => sum + [...textOf(it.content)].length, 0);
  return [
    ...(all.length > 40 ? [{ path: "components", message: "At most 40" }] : []),
    ...(new Set(ids).size < ids.length ? [{ path: "components", message: "Custom ids must be unique" }] : []),
    ...(letters > 4000 ? [{ path: "components", message: "At most 4000 characters of text" }] : []),
    ...all.flatMap(({ path, it }) => checkComponent(path, it, isCards)),
    ...listIn(components).flatMap((it, i) => built(it, `components[${i}]`)),
  ];
}

function checkComponent(path: string, it: Json, isCards: boolean): Complaint[] {
  if (LAYOUT.includes(it.type) && !isCards) return [{ path, message: "Needs IS_COMPONENTS_V2" }];
  if (it.type === ComponentType.Button)
    return [...tooLong(`${path}.label`, it.label, 1, 80), ...tooLong(`${path}.custom_id`, it.custom_id, 1, 100)];
  if (it.type === ComponentType.TextDisplay) return tooLong(`${path}.content`, it.content, 1, 4000);
  if (it.type === ComponentType.ActionRow) return checkRow(path, listIn(it.components));
  if (it.type !== ComponentType.StringSelect) return [];
  const options = listIn(it.options).filter(isObject);
  const values = new Set(options.map(({ value }) => value));
  return [
    ...(options.length < 1 || options.length > 25 ? [{ path: `${path}.options`, message: "1 to 25 options" }] : []),
    ...(values.size < options.length ? [{ path: `${path}.options`, message: "Values must be unique" }] : []),
    ...options.flatMap(({ label, value }, i) => [
      ...tooLong(`${path}.options[${i}].label`, label, 1, 100),
      ...tooLong(`${path}.options[${i}].value`, value, 1, 100),
    ]),
  ];
}

function checkRow(path: string, inside: readonly unknown[]): Complaint[] {
  const menus = inside.filter((it) => isObject(it) && it.type !== ComponentType.Button).length;
  const right = inside.length >= 1 && (menus === 0 ? inside.length <= 5 : inside.length === 1);
  return right ? [] : [{ path, message: "A row holds 1 to 5 buttons, or one menu" }];
}

/** What the library's own builders say, which check most of the documented limits. */
function built(it: unknown, path: string): Complaint[] {
  try {
    createComponentBuilder(structuredClone(it) as Parameters<typeof createComponentBuilder>[0]).toJSON();
    return [];
  } catch (error) {
    return [{ path, message: String(error) }];
  }
}

/** What is wrong with a form. */
export function checkModal(body: unknown): Complaint[] {
  if (!isObject(body)) return [{ path: "", message: "No body" }];
  const inputs = componentsIn(body.components).filter(({ it }) => it.type === ComponentType.TextInput);
  const count = listIn(body.components).length;
  return [
    ...tooLong("title", body.title, 1, 45),
    ...tooLong("custom_id", body.custom_id, 1, 100),
    ...(count < 1 || count > 5 ? [{ path: "components", message: "1 to 5" }] : []),
    ...componentsIn(body.components)
      .filter(({ it }) => it.type === ComponentType.Label)
      .flatMap(({ path, it }) => [
        ...tooLong(`${path}.label`, it.label, 1, 45),
        ...tooLong(`${path}.description`, it.description, 0, 100),
      ]),
    ...inputs.flatMap(({ path, it }) => [
      ...(it.label === undefined ? [] : [{ path: `${path}.label`, message: "Not inside a Label" }]),
      ...tooLong(`${path}.value`, it.value, 0, Number(it.max_length ?? 4000)),
    ]),
  ];
}

/** What is wrong with suggestions. */
export function checkSuggestions(body: unknown): Complaint[] {
  const choices = listIn(isObject(body) ? body.choices : undefined).filter(isObject);
  return [
    ...(choices.length > 25 ? [{ path: "choices", message: "At most 25" }] : []),
    ...choices.flatMap(({ name, value }, i) => [
      ...tooLong(`choices[${i}].name`, name, 1, 100),
      ...tooLong(`choices[${i}].value`, value, 1, 100),
    ]),
  ];
}
