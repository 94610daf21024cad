import {
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import type { Both, Language } from "../../core/language.ts";
import { type Act, writeId } from "./custom-id.ts";
import { shortened } from "./shorten.ts";
import { TEXTS } from "./texts.ts";

interface Form {
  readonly act: Act;
  readonly code: string;
  readonly field: string;
  readonly title: Both;
  readonly label: Both;
  readonly hint: Both;
  readonly required: boolean;
  readonly longest: number;
  readonly value?: string | undefined;
}

/** A form with one field of text. */
function form(
  { act, code, field, title, label, hint, required, longest, value = "" }: Form,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const component: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: field,
    style: TextInputStyle.Paragraph,
    required,
    max_length: longest,
    ...(value === "" ? {} : { value: shortened(value, longest) }),
  };
  return {
    custom_id: writeId(act, code),
    title: title[language],
    components: [{ type: ComponentType.Label, label: label[language], description: hint[language], component }],
  };
}

/** Asks for a question; what was asked before stands in the field already. */
export const questionForm = (language: Language, value?: string) =>
  form(
    {
      act: "question",
      code: language,
      field: "question",
      title: TEXTS.askTitle,
      label: TEXTS.askLabel,
      hint: TEXTS.askHint,
      required: true,
      longest: 1000,
      value,
    },
    language,
  );

/** Asks what was not right about an answer. */
export const reasonForm = (language: Language, code: string) =>
  form(
    {
      act: "reason",
      code,
      field: "reason",
      title: TEXTS.reasonTitle,
      label: TEXTS.reasonLabel,
      hint: TEXTS.reasonHint,
      required: false,
      longest: 1000,
    },
    language,
  );
