import { expect, test } from "vitest";
import { PEERS } from "../../bench/peers/index.ts";
import { ours } from "../../bench/peers/ours.ts";

const TEXTS = [
  "Đàn bò gặm cỏ trên đồi lúc sáng sớm",
  "Thuyền chài kéo lưới ngoài khơi suốt đêm",
  "Người thợ rèn mài dao bên bếp lửa hồng",
];

const FORGIVING = [ours, ...PEERS].filter(({ name }) => name !== "fuse.js, defaults");

test.each(FORGIVING)(
  "$name finds a text for whoever types its words with marks, without, or in raw Telex",
  async (engine) => {
    const search = await engine.index(TEXTS);
    for (const question of ["kéo lưới ngoài khơi", "keo luoi ngoai khoi", "keso luowsi ngoafi khowi"])
      expect((await search(question, 2))[0]?.at, question).toBe(1);
  },
);

test.each(PEERS)("$name finds nothing for a question that shares no word with the texts", async (engine) => {
  const search = await engine.index(TEXTS);
  expect(await search("xyzq", 2)).toEqual([]);
});
