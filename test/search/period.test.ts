import { expect, test } from "vitest";
import { writePeriod } from "../../src/core/period.ts";
import { fold } from "../../src/search/fold.ts";
import { toPeriod } from "../../src/search/period.ts";
import { readAskedPeriods } from "../../src/search/period-reading.ts";
import { NOW } from "../bots.ts";

const read = (text: string): string[] =>
  readAskedPeriods(fold(text), NOW).flatMap((asked) => {
    const period = toPeriod(asked);
    return period === undefined ? [] : [writePeriod(period)];
  });

test.each([
  ["9 tháng đầu năm 2023", "2023-9M"],
  ["9T2023", "2023-9M"],
  ["9T/23", "2023-9M"],
  ["chín tháng năm 2023", "2023-9M"],
  ["ba quý đầu năm 2023", "2023-9M"],
  ["the first three quarters of 2023", "2023-9M"],
  ["9 tháng đầu nămm 2022", "2022-9M"],
  ["quý 3/2023", "2023-Q3"],
  ["nửa đầu năm 2023", "2023-H1"],
  ["giai đoạn 2016–2020", "2016..2020"],
  ["18/10/2023", "2023-10-18"],
  ["ngày 18 tháng 10 năm 2023", "2023-10-18"],
  ["October 18, 2023", "2023-10-18"],
  ["năm ngoái", "2025"],
  ["9 tháng đầu năm 23", "2023-9M"],
  ["9 thang dau nam 23 tang may phan tram", "2023-9M"],
  ["cuối tháng 10 năm 23", "2023-10"],
  ["số liệu năm 23?", "2023"],
  ["9T/2023", "2023-9M"],
  ["9T23", "2023-9M"],
  ["tính đến hết tháng 9/2023", "2023-9M"],
  ["by Sept 2023", "2023-9M"],
  ["up to June 2022", "2022-H1"],
  ["in Sept 2023", "2023-09"],
])("Staff who write %j mean %s", (text, period) => {
  expect(read(text)).toEqual([period]);
});

test.each(["bắt tay hợp tác", "đại hội XII", "9 tháng", "cùng kỳ năm trước", "hai năm 20 tỉnh ký", "năm 23 tỷ"])(
  "Staff who write %j name no period that is whole",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test("Nine months of one year against another year stay two periods", () => {
  expect(read("9 tháng năm 2023 so với năm 2022")).toEqual(["2023-9M", "2022"]);
});

test("Staff who name two parts of a year give the year once", () => {
  expect(read("quý 1 và quý 2 năm 2022")).toEqual(["2022-Q1", "2022-Q2"]);
  expect(read("quý 3/2022 và quý 4")).toEqual(["2022-Q3", "2022-Q4"]);
});

test("A day that is in no calendar is no year either", () => {
  expect(read("ngày 31/02/2023")).toEqual([]);
  expect(read("30 tháng 2 năm 2023")).toEqual([]);
  expect(read("31 February 2023")).toEqual([]);
  expect(read("29/02/2024")).toEqual(["2024-02-29"]);
});
