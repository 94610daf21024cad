import { answered, answeredList } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { isUnknown } from "../src/core/knowledge.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { memorandum } from "./options.ts";

export const signers = defineCommand({
  name: "signers",
  names: { vi: "bên-ký", en: "signers" },
  description: { vi: "Ai ký biên bản, thay mặt bên nào", en: "Who signed the memorandum, for which party" },
  options: { memorandum: { ...memorandum, required: true } },
  asks: [
    {
      fact: "memorandum.signers",
      phrasings: [
        "ai ký biên bản ghi nhớ",
        "ai ký kết",
        "ai đặt bút ký",
        "người ký",
        "bên ký",
        "các bên ký kết",
        "hai bên ký là ai",
        "bên nào ký",
        "những bên nào tham gia ký",
        "cơ quan nào ký",
        "đại diện ký",
        "tên người ký",
        "tên cá nhân ký",
        "ký giữa ai với ai",
        "ký giữa những bên nào",
        "chữ ký của ai",
        "thay mặt ký",
        "who signed the memorandum",
        "signatories",
        "signers",
        "signing parties",
        "parties to the memorandum",
        "which parties signed",
        "which bodies signed",
        "names of the people who signed",
        "individual signatory",
        "signed by whom",
        "on behalf of",
        "between whom",
        "which body represented {place} at the signing",
        "nêu đích danh cá nhân ký",
        "cá nhân nào ký",
        "ai thay mặt {place} ký",
      ],
      values: ({ fact }) => ({ memorandum: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) =>
        language === "vi"
          ? `Ai ký ${nameOf(knowledge, values.memorandum ?? "", language)}?`
          : `Who signed the ${nameOf(knowledge, values.memorandum ?? "", language)}?`,
    },
  ],
  run: (values, { knowledge, language }) => {
    const vi = language === "vi";
    const item = knowledge.memoranda.get(values.memorandum);
    if (item === undefined)
      throw new UserError(vi ? "Hãy chọn một biên bản: /memoranda." : "Choose a memorandum: /memoranda.");
    const parties = listOf(
      item.parties.map((party) => nameOf(knowledge, party.organisation ?? party.place, language)),
      language,
    );
    const citations = [item.signed.source];
    const title = item.names[language];
    if (isUnknown(item.signatories))
      return answered(
        vi
          ? `Các bên ký ${title}: ${parties}. ${item.signatories.unknown.vi}`
          : `Parties that signed the ${title}: ${parties}. ${item.signatories.unknown.en}`,
        { citations },
      );
    const rows = item.signatories.map((signatory) => {
      const party =
        signatory.party === undefined
          ? ""
          : vi
            ? `, thay mặt ${nameOf(knowledge, signatory.party, language)}`
            : `, for ${nameOf(knowledge, signatory.party, language)}`;
      return `${nameOf(knowledge, signatory.person, language)}, ${signatory.title[language]}${party}`;
    });
    return answeredList(
      vi ? `Người ký ${title} (giữa ${parties}):` : `Signatories of the ${title} (between ${parties}):`,
      rows,
      { citations },
    );
  },
});
