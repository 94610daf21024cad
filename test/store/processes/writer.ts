import { openState } from "../../../src/store/state.ts";

/** A process that writes to the audit log of a state, and tells of each entry that is kept. */
const [folder = "", name = ""] = process.argv.slice(2);
const state = await openState({ folder, log: console.error });
process.stdout.write("open\n");
for (let count = 0; ; count += 1) {
  await state.audit.add({ who: name, act: "write", about: String(count) });
  process.stdout.write(`${count}\n`);
}
