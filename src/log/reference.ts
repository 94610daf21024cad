import { randomBytes } from "node:crypto";

/** No vowels, so that it spells nothing, and nothing that is taken for something else when it is read out. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
const LENGTH = 8;

/** Asking the system costs more than the answer to a command; so it is asked for many at once. */
const AT_ONCE = 512;

/** Gives "K7QX2MBD", what a person is told and an admin looks for: another one each time, in whichever process. */
export function createReferences(): () => string {
  let bytes = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === bytes.length) {
      bytes = randomBytes(LENGTH * AT_ONCE);
      at = 0;
    }
    let reference = "";
    for (const byte of bytes.subarray(at, at + LENGTH)) reference += LETTERS.charAt(byte % LETTERS.length);
    at += LENGTH;
    return reference;
  };
}
