import { expect, test } from "vitest";
import { divide, subtract, sum } from "../../src/core/decimal.ts";

test("Decimals are added and subtracted exactly, where floats are not", () => {
  expect(sum(["0.1", "0.2"])).toBe("0.3");
  expect(sum(["8.89", "-6.78", "1"])).toBe("3.11");
  expect(subtract("6.27", "8.89")).toBe("-2.62");
  expect(subtract("-1.5", "-1.50")).toBe("0.00");
});

test("A quotient is rounded half away from zero, and says whether it had to be", () => {
  expect(divide("35.58", "3", 2)).toEqual({ value: "11.86", exact: true });
  expect(divide("1", "8", 2)).toEqual({ value: "0.13", exact: false });
  expect(divide("-1", "8", 2)).toEqual({ value: "-0.13", exact: false });
  expect(divide("7", "-2", 0)).toEqual({ value: "-4", exact: false });
});
