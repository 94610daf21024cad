import { expect, test } from "vitest";
import { plain } from "../../src/core/text.ts";
import { questionInFull } from "../../src/search/short-forms.ts";
import { couldBeWritten, decodeTelex, encodeTelex } from "../../src/search/telex.ts";
import { NOW, openBot } from "../bots.ts";

const real = (await openBot("knowledge")).bot;
const other = (await openBot("test/knowledge")).bot;

test.each([
  ["nguowif", "người"],
  ["moij", "mọi"],
  ["ddaauf", "đầu"],
  ["quys", "quý"],
  ["giaf", "già"],
  ["ngoaif", "ngoài"],
  ["nguyeenx", "nguyễn"],
])("The keys %j are read as %j, with the mark where one writes it", (keys, word) => {
  expect(decodeTelex(keys)?.typed).toBe(word);
});

test("A word without a key of Telex is left alone", () => {
  expect(decodeTelex("hop")).toBeUndefined();
  expect(decodeTelex("project")).toBeUndefined();
});

test("What is typed with the keys comes back", () => {
  for (const word of ["trưởng", "nghị", "quyết", "thường", "tuyên", "được", "đắk"])
    expect(decodeTelex(encodeTelex(word))?.typed).toBe(word);
});

test.each([
  ["bb ghi nhớ", "biên bản ghi nhớ"],
  ["bbgn ký bnhiu lv", "biên bản ghi nhớ ký bao nhiêu lĩnh vực"],
  ["bbng", "bien ban ghi nho"],
  ["thu ns 9th", "thu ngan sach 9 thang"],
  ["nênn", "nênn"],
  ["fdi", "fdi"],
])("Office shorthand %j is put out in full", (text, full) => {
  expect(questionInFull(text, "vi")).toBe(full);
});

test("In English the shorthand of Vietnamese chat means nothing", () => {
  expect(questionInFull("dc vs ny", "en")).toBe("dc vs ny");
});

test.each(["ngìn", "myấ", "vậ", "nhiề", "cinh", "gép"])("%j cannot be Vietnamese, so it is a slip", (word) => {
  expect(couldBeWritten(word)).toBe(false);
});

test.each(["nghìn", "mấy", "vậy", "nhiều", "kính", "ghép", "giá", "quê", "khuya", "huế", "kạn"])(
  "%j could be, known or not",
  (word) => {
    expect(couldBeWritten(word)).toBe(true);
  },
);

test.each([
  [real, "tăng trưởng của Hà Nội 9 tháng 2023 đạt mấy phần trăm", ["yủa", "cca"], "của"],
  [real, "tăng trưởng của Hà Nội 9 tháng 2023 đạt mấy phần trăm", ["myấ", "ấmy"], "mấy"],
  [real, "so sánh thu ngân sách Hà Nội với TPHCM", ["vwi", "ớvi", "viớ"], "với"],
  [real, "hai bên có ký hợp tác về nông nghiệp không", ["hkông", "khôgn"], "không"],
  [real, "thu nội địa của TPHCM đạt bao nhiêu", ["uao", "baoo"], "bao"],
  [real, "who is the author of the 2018 Hanoimoi piece", ["hte"], "the"],
  [other, "biên bản Đà Nẵng Quảng Ninh có hiệu lực đến năm nào", ["noà", "nàoo"], "nào"],
  [other, "dân số của Đà Nẵng là bao nhiêu vậy", ["vyậ"], "vậy"],
] as const)("A slip in a common word costs nobody the answer: %#", (bot, question, slips, word) => {
  const said = (input: string): string => plain(bot.answer({ command: "ask", input, now: NOW }).headline);
  for (const slip of slips) expect.soft(said(question.replace(word, slip)), slip).toBe(said(question));
});

test.each([
  [real, "CPa Hà Nội 9 tháng 2023 tăng mấy phần trăm"],
  [real, "CI Hà Nội 9 tháng 2023 tăng mấy %"],
  [real, "em bot có người yê chưa"],
  [other, "CPO Đà Nẵng năm 2022 tăng bao nhiêu"],
] as const)(
  "What is written in capitals is never taken for a common word, nor are two letters: %#",
  (bot, question) => {
    expect(bot.answer({ command: "ask", input: question, now: NOW }).status).not.toBe("answered");
  },
);
