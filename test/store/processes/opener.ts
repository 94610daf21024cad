import { openState } from "../../../src/store/state.ts";

/** A process that opens a state, writes once and ends. */
const [folder = "", name = ""] = process.argv.slice(2);
const state = await openState({ folder, log: console.error });
await state.audit.add({ who: name, act: "open", about: "" });
await state.close();
