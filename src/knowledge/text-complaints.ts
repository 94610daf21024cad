import type { Both } from "../core/language.ts";
import type { Complaint } from "./complaint.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS } from "./kinds/index.ts";
import { schemaName } from "./schema-files.ts";

/** What is to be said of the text of a file before it is read as YAML. All of it is mended or harmless, so it only warns. */
export function textComplaints(raw: string, kind: Kind<unknown>, folders: number): readonly Complaint[] {
  return [...decomposed(raw), ...invisible(raw), ...modeline(raw, kind, folders)];
}

const warning = (range: readonly [number, number], code: string, message: Both, hint: Both): Complaint => ({
  at: { range },
  severity: "warning",
  code,
  message,
  hint,
});

/** Positions count in the NFC text, so the first difference to it is where the first decomposed letter stands. */
function decomposed(raw: string): readonly Complaint[] {
  const text = raw.normalize("NFC");
  if (text === raw) return [];
  let at = 0;
  while (raw[at] === text[at]) at++;
  const lines = raw.split("\n").filter((line) => line.normalize("NFC") !== line).length;
  return [
    warning(
      [at, at + 1],
      "decomposed",
      {
        vi: `Chữ có dấu ở ${lines} dòng được lưu dạng tổ hợp (NFD): dấu tách rời khỏi chữ.`,
        en: `Accented letters in ${lines} ${lines === 1 ? "line are" : "lines are"} stored decomposed (NFD).`,
      },
      {
        vi: "Gõ lại bằng Unicode dựng sẵn (NFC), nếu không thì tìm kiếm trong tệp sẽ sót.",
        en: "Type them again as precomposed Unicode (NFC), or searching the file will miss them.",
      },
    ),
  ];
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060]|(?!^)\uFEFF/;

function invisible(raw: string): readonly Complaint[] {
  const text = raw.normalize("NFC");
  const at = text.search(INVISIBLE);
  if (at === -1) return [];
  const start = text.startsWith("\uFEFF") ? at - 1 : at;
  return [
    warning(
      [start, start + 1],
      "invisible",
      { vi: "Ở đây có một ký tự không nhìn thấy được.", en: "There is a character here that can't be seen." },
      { vi: "Xóa nó: thường là do chép từ trang web.", en: "Delete it: it usually comes from copying off a web page." },
    ),
  ];
}

function modeline(raw: string, kind: Kind<unknown>, folders: number): readonly Complaint[] {
  const first = raw.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const schema = /^# yaml-language-server: \$schema=(\S+)\s*$/.exec(first)?.[1];
  if (schema?.split("/").at(-1) === schemaName(kind)) return [];
  const meant = ALL_KINDS.find((one) => schema?.split("/").at(-1) === schemaName(one));
  const line = `# yaml-language-server: $schema=${"../".repeat(folders)}schemas/${schemaName(kind)}`;
  if (meant !== undefined) return [misplaced(first.length, kind, meant, line)];
  return [
    warning(
      [0, first.length],
      "modeline",
      schema === undefined
        ? {
            vi: "Dòng đầu chưa cho trình soạn thảo biết tệp này theo mẫu nào.",
            en: "The first line does not tell editors which schema the file follows.",
          }
        : {
            vi: "Dòng đầu chỉ tới một mẫu không có.",
            en: "The first line names a schema that does not exist.",
          },
      { vi: `Viết dòng đầu: ${line}`, en: `Make this the first line: ${line}` },
    ),
  ];
}

const misplaced = (length: number, kind: Kind<unknown>, meant: Kind<unknown>, line: string): Complaint =>
  warning(
    [0, length],
    "modeline",
    {
      vi: `Tệp nằm trong ${kind.folder}/, nhưng dòng đầu nói đây là ${meant.folder}.`,
      en: `The file is in ${kind.folder}/, but its first line says that it holds ${meant.folder}.`,
    },
    {
      vi: `Chuyển tệp vào ${meant.folder}/, hoặc viết dòng đầu: ${line}`,
      en: `Move the file into ${meant.folder}/, or make this the first line: ${line}`,
    },
  );
