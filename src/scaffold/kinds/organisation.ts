import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, namedAsks, namedRows, SKIP } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const organisation = defineScaffold({
  kind: KINDS.organisation,
  remarks: ["Cơ quan, tổ chức. Cơ quan có place thì nói thay cho cả địa phương ấy."],
  asks: [
    ...namedAsks({ vi: "Ủy ban nhân dân thị xã Sông Trăng", en: "People's Committee of Song Trang" }),
    {
      option: "place",
      question: {
        vi: "Của địa phương nào? (Bên ký biên bản phải có.)",
        en: "Of which place? (A party to a memorandum needs one.)",
      },
      example: "ma-noi",
      form: "id",
      of: ["place"],
      optional: SKIP,
    },
    aliasAsk("UBND Sông Trăng"),
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "co-quan",
  write: (given) => yaml`
    ${namedRows(given)}
    place: ${given("place")}  # địa phương mà cơ quan này thuộc về
    # speaksForPlace: false  # việc của nó không phải việc của cả địa phương, ví dụ một ngành
    # partOf: ma-co-quan  # thuộc cơ quan nào
  `,
});
