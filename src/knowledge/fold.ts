/** Text as people type it in a hurry: lower case, no marks, no đ, single spaces. Two names that fold alike can't be told apart. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replace(/\s+/g, " ").trim();
