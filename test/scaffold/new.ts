import { makeNew } from "../../src/scaffold/run.ts";

// `npm run new` alone, as a program: FOLDER KIND …
const [folder = "", kind, ...words] = process.argv.slice(2);
await makeNew(kind, words, { knowledge: folder, usual: folder, language: "vi", now: 0 });
