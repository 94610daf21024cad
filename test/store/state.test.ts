import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { startPostgres } from "../postgres.ts";
import { testClaiming } from "./behaviour/claiming.ts";
import { testEnding } from "./behaviour/ending.ts";
import { testOpening } from "./behaviour/opening.ts";
import { testPlanning } from "./behaviour/planning.ts";
import { testQuestions } from "./behaviour/questions.ts";
import { testRemembering } from "./behaviour/remembering.ts";
import { testSettling } from "./behaviour/settling.ts";
import { newPlace, type Place } from "./place.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

describe.each([
  { engine: "SQLite", server: undefined },
  { engine: "PostgreSQL", server: postgres },
])("With $engine", ({ engine, server }) => {
  describe.skipIf(engine === "PostgreSQL" && server === undefined)("", () => {
    let place: Place;

    describe("a new state", () => {
      beforeEach(async () => {
        place = await newPlace(server);
      });
      afterEach(() => place.leave());
      testOpening(() => place);
    });

    describe("a state that is there", () => {
      beforeAll(async () => {
        place = await newPlace(server);
      });
      afterEach(() => place.clear());
      afterAll(() => place.leave());
      const parts = [testClaiming, testEnding, testPlanning, testSettling, testRemembering, testQuestions];
      for (const part of parts) part(() => place);
    });
  });
});
