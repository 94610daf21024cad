import { afterAll, expect, test } from "vitest";
import { lookAtState } from "../../src/store/look.ts";
import { startPostgres } from "../postgres.ts";
import { newPlace, type Place } from "../store/place.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  ["a file", () => newPlace()],
  ...(postgres === undefined ? [] : [["PostgreSQL", () => newPlace(postgres)] as const]),
];

test.each(places)("A look into a state in %s tells what is there and makes nothing", async (_, open) => {
  const place = await open();
  const look = () => lookAtState({ url: place.url, folder: place.folder });
  const { where } = await look();
  expect(await look()).toEqual({ where });
  expect(where).not.toContain("password");

  const state = await place.open();
  await state.subscriptions.put({ chat: "slack", id: "C1", language: "en" }, "slack:U1");
  expect(await look()).toEqual({
    where,
    held: {
      bytes: expect.any(Number),
      rows: expect.objectContaining({ posted: 0, uncertain: 0 }),
      subscriptions: [{ chat: "slack", id: "C1", language: "en", since: expect.any(Number) }],
    },
  });

  await place.execute("update state_migration set name = '999-from-tomorrow' where name like '002%'");
  await expect(look()).rejects.toThrow(/999-from-tomorrow/);
  await place.execute("delete from state_migration where name = '999-from-tomorrow'");
  expect(await look()).toEqual({ where, isOlder: true });
  await place.leave();
});
