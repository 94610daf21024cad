import { expect, test } from "vitest";
import { questionInFull } from "../../src/search/short-forms.ts";
import { decodeTelex, encodeTelex } from "../../src/search/telex.ts";

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
