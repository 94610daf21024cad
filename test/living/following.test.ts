import { cp, mkdir, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { type OpenedLiving, openLiving } from "./open.ts";

let opened: OpenedLiving;
afterEach(() => opened.stop());

const FIGURES = "figures/so-lieu.yaml";
const ASKED = "tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?";
const figures = (value: string): string => (VALID[FIGURES] ?? "").replace("305000", value);
const reloaded = () => opened.until(({ last }) => last !== undefined);
const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));

test("An admin who saves a file sees the new answer, and what the change was", async () => {
  opened = await openLiving();
  expect(opened.answer(ASKED)).toContain("305.000");
  const [status] = await Promise.all([reloaded(), opened.write(FIGURES, figures("306000"))]);
  expect(opened.answer(ASKED)).toContain("306.000");
  expect(status.last).toMatchObject({
    files: { added: [], changed: [join(opened.folder, FIGURES)], removed: [] },
    facts: { added: 0, removed: 0 },
  });
  expect(status.last?.facts.changed).toBeGreaterThan(0);
  expect(status).toMatchObject({ files: Object.keys(VALID).length, fromSnapshot: false, problems: [] });
});

test("An editor that puts another file in the place of the old one is followed", async () => {
  opened = await openLiving();
  await Promise.all([reloaded(), opened.save(FIGURES, figures("307000"))]);
  expect(opened.answer(ASKED)).toContain("307.000");
});

test("A file that is touched, or saved as it was, changes nothing", async () => {
  opened = await openLiving();
  const before = opened.living.current();
  await opened.write(FIGURES, figures("305000"));
  expect((await opened.living.reload()).last).toBeUndefined();
  expect(opened.living.current()).toBe(before);
});

test("A file in a new folder below, and one in a folder below that, are followed", async () => {
  opened = await openLiving(without(VALID, FIGURES));
  await Promise.all([
    reloaded(),
    opened.write("figures/2023/quy/so-lieu.yaml", figures("308000").replace("../", "../../../")),
  ]);
  expect(opened.answer(ASKED)).toContain("308.000");
  const again = opened.until(({ last }) => last?.files.changed.length === 1);
  await Promise.all([
    again,
    opened.write("figures/2023/quy/so-lieu.yaml", figures("309000").replace("../", "../../../")),
  ]);
  expect(opened.answer(ASKED)).toContain("309.000");
});

test("A folder that is deleted and made again is followed as before", async () => {
  opened = await openLiving();
  for (const value of ["310000", "311000", "312000"]) {
    const gone = opened.until(({ facts }) => facts > 0);
    await Promise.all([gone, rm(join(opened.folder, "figures"), { recursive: true })]);
    const back = opened.until(({ last }) => last?.files.added.length === 1);
    await Promise.all([back, opened.write(FIGURES, figures(value))]);
    expect(opened.answer(ASKED)).toContain(value.replace(/000$/, ".000"));
    const saved = opened.until(({ last }) => last?.files.changed.length === 1);
    await Promise.all([saved, opened.write(FIGURES, figures(value.replace(/000$/, "500")))]);
    expect(opened.answer(ASKED)).toContain(value.replace(/000$/, ".500"));
  }
});

test("A folder that is renamed away and back, and a file that gets another name, are followed", async () => {
  opened = await openLiving();
  const [from, to] = [join(opened.folder, "figures"), join(opened.folder, ".figures")];
  await Promise.all([opened.until(({ last }) => last?.files.removed.length === 1), rename(from, to)]);
  expect(opened.ask(ASKED).status).toBe("unknown");
  await Promise.all([opened.until(({ last }) => last?.files.added.length === 1), rename(to, from)]);
  expect(opened.answer(ASKED)).toContain("305.000");
  const moved = opened.until(({ last }) => last?.files.added.length === 1 && last.files.removed.length === 1);
  const status = await Promise.all([moved, rename(join(from, "so-lieu.yaml"), join(from, "thu.yaml"))]);
  expect(status[0].last?.facts).toEqual({ added: 0, changed: 0, removed: 0 });
});

test("A checkout that changes hundreds of files is taken as one", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [
      `statements/y-kien-${i}.yaml`,
      (VALID["statements/dieu-noi.yaml"] ?? "")
        .replace("chung-noi-lo", `y-kien-${i}`)
        .replaceAll("nỗi lo", `nỗi lo ${i}`),
    ]),
  );
  opened = await openLiving({ ...VALID, ...many });
  const heard: number[] = [];
  opened.living.follow(({ last }) => void (last !== undefined && heard.push(last.files.changed.length)));
  const all = opened.until(({ last }) => last?.files.changed.length === 300);
  for (const [name, text] of Object.entries(many))
    await writeFile(join(opened.folder, name), text.replace("Hai bên", "Đôi bên"));
  const status = await all;
  expect(status.last).toMatchObject({ facts: { added: 0, changed: 300, removed: 0 } });
  expect(heard.filter((count) => count > 0)).toEqual([300]);
});

test("A folder that is mounted by links, as container platforms do, is followed when they are swapped", async () => {
  const place = VALID["places/noi.yaml"] ?? "";
  opened = await openLiving(await mounted(place, "..2024_a"));
  const { folder } = opened;
  await mkdir(join(folder, "..2024_b"));
  await writeFile(join(folder, "..2024_b/noi.yaml"), place.replace("Sa Dec", "Sa Dec City"));
  await symlink("..2024_b", join(folder, "..data_tmp"));
  await Promise.all([reloaded(), rename(join(folder, "..data_tmp"), join(folder, "..data"))]);
  expect(opened.living.current().knowledge.places.get("sa-dec")?.names.en).toBe("Sa Dec City");
  await Promise.all([
    opened.until(() => true),
    writeFile(join(folder, "..2024_b/noi.yaml"), place.replace("Sa Dec", "Sa Dec Town")),
  ]);
  expect(opened.living.current().knowledge.places.get("sa-dec")?.names.en).toBe("Sa Dec Town");
});

/** The folder, with the places in a hidden one to which links lead. */
async function mounted(place: string, hidden: string): Promise<string> {
  const folder = await folderOf({ ...without(VALID, "places/noi.yaml"), [`${hidden}/noi.yaml`]: place });
  await symlink(hidden, join(folder, "..data"));
  await mkdir(join(folder, "places"));
  await symlink("../..data/noi.yaml", join(folder, "places/noi.yaml"));
  return folder;
}

test("A folder to which a link leads is followed when the link leads elsewhere", async () => {
  const root = await folderOf({});
  const one = await folderOf(VALID);
  await cp(one, join(root, "one"), { recursive: true });
  await cp(one, join(root, "two"), { recursive: true });
  await rm(one, { recursive: true });
  await writeFile(join(root, "two", FIGURES), figures("313000"));
  await symlink("one", join(root, "current"));
  opened = await openLiving(join(root, "current"));
  expect(opened.answer(ASKED)).toContain("305.000");
  await symlink("two", join(root, "next"));
  await Promise.all([reloaded(), rename(join(root, "next"), join(root, "current"))]);
  expect(opened.answer(ASKED)).toContain("313.000");
  await Promise.all([
    opened.until(({ last }) => last?.files.changed.length === 1),
    writeFile(join(root, "two", FIGURES), figures("314000")),
  ]);
  expect(opened.answer(ASKED)).toContain("314.000");
  await unlink(join(root, "current"));
});

test("An admin whose file is broken is told where, the bot answers as before, and the next good save clears it", async () => {
  opened = await openLiving();
  const broken = figures("306000").replace("period: 2023-9M\n  value: 306000", "period: 2023-13\n  value: 306000");
  const [stale] = await Promise.all([
    opened.until(({ staleSince }) => staleSince !== undefined),
    opened.write(FIGURES, broken),
  ]);
  expect(opened.answer(ASKED)).toContain("305.000");
  expect(stale.fromSnapshot).toBe(false);
  expect(stale.problems).toMatchObject([
    {
      file: join(opened.folder, FIGURES),
      line: 4,
      column: 11,
      severity: "error",
      frame: expect.stringContaining("> 4 |"),
    },
  ]);
  const [well] = await Promise.all([reloaded(), opened.write(FIGURES, figures("306000"))]);
  expect(well).toMatchObject({ staleSince: undefined, problems: [] });
  expect(opened.answer(ASKED)).toContain("306.000");
});

test("An admin who undoes a broken edit has the state of before, without anything reloaded", async () => {
  opened = await openLiving();
  const before = opened.living.current();
  await Promise.all([
    opened.until(({ staleSince }) => staleSince !== undefined),
    opened.write(FIGURES, "- indicator: [\n"),
  ]);
  const [well] = await Promise.all([opened.until(() => true), opened.write(FIGURES, figures("305000"))]);
  expect(well).toMatchObject({ staleSince: undefined, problems: [] });
  expect(well.last).toBeUndefined();
  expect(opened.living.current()).toBe(before);
});

test("An admin whose golden question fails is warned, and the new knowledge is answered from", async () => {
  opened = await openLiving();
  const file = "memoranda/bien-ban.yaml";
  const warned = opened.until(({ problems }) => problems.length > 0);
  await opened.write(file, (VALID[file] ?? "").replace("day: 2023-10-18", "day: 2023-10-19"));
  const status = await warned;
  expect(status).toMatchObject({
    staleSince: undefined,
    problems: [
      { file: join(opened.folder, "questions/mau.yaml"), line: 2, severity: "warning", code: "golden-question" },
    ],
  });
  expect(opened.answer("biên bản mẫu ký ngày nào?")).toContain("19/10/2023");
});

test("An admin who records a meeting as held before its day is warned, and the new knowledge is answered from", async () => {
  opened = await openLiving();
  const file = "reviews/so-ket.yaml";
  const warned = opened.until(({ problems }) => problems.length > 0);
  await opened.write(file, (VALID[file] ?? "").replace("date: 2024-10-20", "date: 2999-10-20"));
  expect(await warned).toMatchObject({
    staleSince: undefined,
    problems: [{ file: join(opened.folder, file), line: 11, severity: "warning", code: "held-ahead" }],
  });
});
