import { randomBytes } from "node:crypto";

/** No vowels, so that it spells nothing, and nothing that is taken for something else when it is read out. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
const LENGTH = 8;

/** "K7QX2MBD": what a person is told and an admin looks for; another one for each request, whichever process takes it. */
export const createReference = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
