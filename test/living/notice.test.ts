import { expect, test } from "vitest";
import { notice } from "../../src/reviews/notice.ts";
import { ADMINS, openAnnouncing } from "../reviews/open.ts";

test("Admins find what two processes tell of one breakage once in their channel, line by line", async () => {
  const place = await openAnnouncing("2025-01-01T00:00Z");
  await place.save("everyMonths: 12");
  const said = {
    vi: "Tệp bị lỗi:\nx.yaml:1:2 sai → sửa",
    en: "Files are broken:\nx.yaml:1:2 wrong → mend it\nand 3 more.",
  };
  await notice(place.ledger(), ADMINS, "knowledge:abc:2025-01-01:1", said);
  await notice(place.ledger(), ADMINS, "knowledge:abc:2025-01-01:1", said);
  await place.at("2025-01-01T00:01Z");
  await notice(place.ledger(), ADMINS, "knowledge:abc:2025-01-01:1", said);
  await place.at("2025-01-01T00:02Z");
  const texts = place.said.map(({ text }) => text).filter((text) => text.startsWith("Files"));
  expect(texts).toEqual(["Files are broken:\n• x.yaml:1:2 wrong → mend it\n• and 3 more."]);
  await place.close();
});
