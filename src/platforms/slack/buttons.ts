import type { Button, ContextActionsBlock } from "@slack/types";
import type { Command } from "../../core/command.ts";
import type { Invocation } from "../../core/invocation.ts";
import { writeCode } from "../../core/invocation-code.ts";
import { LABELS } from "../../core/labels.ts";
import type { Language } from "../../core/language.ts";
import { LIMITS } from "./limits.ts";
import { plainText } from "./rich.ts";

/** What a button does; its action_id is this with a number, since Slack wants it unique in a message. */
export type Act = "choose" | "share" | "turn" | "rate" | "open";

export const actionId = (act: Act, number = 0): string => `${act}:${number}`;

export const actOf = (id: string): string => id.split(":")[0] ?? "";

/** A button that runs an invocation, whoever presses it and whenever; none where it can't be written down. */
export function codeButton(act: Act, number: number, label: string, code: string | undefined): Button[] {
  if (code === undefined) return [];
  return [{ type: "button", action_id: actionId(act, number), text: plainText(label, LIMITS.buttonText), value: code }];
}

/** The code of a choice: what its answer will say is not known yet. */
export const choiceCode = (invocation: Invocation, commands: readonly Command[]): string | undefined =>
  writeCode({ invocation, page: 1, digest: "" }, commands, LIMITS.buttonCode);

/** 👍 and 👎. */
export function feedback(code: string | undefined, language: Language): ContextActionsBlock[] {
  if (code === undefined) return [];
  const button = (label: string, verdict: "+" | "-") => ({
    text: plainText(label, LIMITS.buttonText),
    accessibility_label: label,
    value: `${verdict}${code}`,
  });
  return [
    {
      type: "context_actions",
      elements: [
        {
          type: "feedback_buttons",
          action_id: actionId("rate"),
          positive_button: button(LABELS.right[language], "+"),
          negative_button: button(LABELS.wrong[language], "-"),
        },
      ],
    },
  ];
}
