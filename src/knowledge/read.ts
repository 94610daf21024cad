import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { Both } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS } from "./kinds/index.ts";
import { choices, didYouMean, nearest } from "./nearest.ts";
import { SCHEMAS } from "./schema-files.ts";

/** A YAML file as it lies on the disk. */
export interface SourceFile {
  /** Its path as people should see it: the folder as it was given, then the rest with slashes. */
  readonly file: string;
  readonly kind: Kind<unknown>;
  readonly text: string;
}

interface Found {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

const LIMIT_BYTES = 1024 * 1024;
const YAML = /\.ya?ml$/i;
const NOTHING: Found = { files: [], problems: [] };

/** All YAML files of a knowledge base, folder by folder. What can't be read is a problem, never an exception. */
export async function readFolder(folder: string): Promise<Found> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return only(problemOfFile(folder, "no-folder", ...NO_FOLDER));
  if (!(await stat(root)).isDirectory()) return only(problemOfFile(folder, "not-a-folder", ...NOT_A_FOLDER));
  const walker: Walker = { root, seen: new Set([root]) };
  const found = merge(await eachEntry(folder, (entry) => readTop(walker, folder, entry)));
  const nothing = found.files.length === 0 && found.problems.length === 0;
  return nothing ? only(problemOfFile(folder, "no-yaml", ...NO_YAML)) : found;
}

interface Walker {
  readonly root: string;
  /** Real paths that have been read, so that no link leads in circles or reads a file twice. */
  readonly seen: Set<string>;
}

const only = (problem: Problem): Found => ({ files: [], problems: [problem] });
const merge = (found: readonly Found[]): Found => ({
  files: found.flatMap(({ files }) => files),
  problems: found.flatMap(({ problems }) => problems),
});

/** Visits what lies in a folder, by name, links after the rest, so that a file is found where it really is. Hidden things are left alone. */
async function eachEntry(path: string, visit: (entry: Dirent) => Promise<Found>): Promise<readonly Found[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [only(problemOfFile(path, "unreadable", ...UNREADABLE))];
  const shown = entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: Found[] = [];
  for (const entry of shown.filter((one) => !one.isSymbolicLink())) found.push(await visit(entry));
  for (const entry of shown.filter((one) => one.isSymbolicLink())) found.push(await visit(entry));
  return found;
}

async function readTop(walker: Walker, folder: string, entry: Dirent): Promise<Found> {
  const path = `${folder.replace(/[/\\]+$/, "")}/${entry.name}`;
  if (entry.name === SCHEMAS) return NOTHING;
  const kind = ALL_KINDS.find((one) => one.folder === entry.name);
  if (kind !== undefined) return readEntry(walker, path, kind, entry.isSymbolicLink());
  if (YAML.test(entry.name)) return only(problemOfFile(path, "outside-folders", ...OUTSIDE_FOLDERS));
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? only(unknownFolder(path, entry.name)) : NOTHING;
}

async function readEntry(walker: Walker, path: string, kind: Kind<unknown>, linked: boolean): Promise<Found> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) return only(problemOfFile(path, "unreadable", ...UNREADABLE));
  if (linked && walker.seen.has(real)) return NOTHING;
  if (!real.startsWith(walker.root + sep)) return only(problemOfFile(path, "link-outside", ...LINK_OUTSIDE));
  walker.seen.add(real);
  const { size, ...what } = await sizeOf(real);
  if (what.isFolder)
    return merge(
      await eachEntry(path, (entry) => readEntry(walker, `${path}/${entry.name}`, kind, entry.isSymbolicLink())),
    );
  if (!YAML.test(path)) return /\.(md|txt)$/i.test(path) ? NOTHING : only(ignored(path));
  if (!what.isFile) return only(problemOfFile(path, "unreadable", ...UNREADABLE));
  return size > LIMIT_BYTES ? only(problemOfFile(path, "too-large", ...TOO_LARGE)) : readText(path, kind);
}

async function sizeOf(path: string): Promise<{ size: number; isFolder: boolean; isFile: boolean }> {
  const found = await stat(path).catch(() => undefined);
  return {
    size: found?.size ?? 0,
    isFolder: found?.isDirectory() ?? false,
    isFile: found?.isFile() ?? false,
  };
}

async function readText(file: string, kind: Kind<unknown>): Promise<Found> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return only(problemOfFile(file, "unreadable", ...UNREADABLE));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    /** Old Mac line ends: YAML would see one line, and a comment in it would hide the rest. */
    return { files: [{ file, kind, text: text.replace(/\r(?!\n)/g, "\n") }], problems: [] };
  } catch {
    return only(problemOfFile(file, "not-utf8", ...NOT_UTF8));
  }
}

const KIND_FOLDERS = ALL_KINDS.map(({ folder }) => folder);

function unknownFolder(path: string, name: string): Problem {
  const near = nearest(name, KIND_FOLDERS);
  return problemOfFile(
    path,
    "unknown-folder",
    { vi: `Không có loại tri thức nào tên “${name}”.`, en: `There is no kind of knowledge called “${name}”.` },
    near === undefined ? choices(KIND_FOLDERS) : didYouMean(near),
  );
}

const ignored = (path: string): Problem => ({
  ...problemOfFile(
    path,
    "ignored-file",
    {
      vi: "Tệp này bị bỏ qua: tên không kết thúc bằng .yaml.",
      en: "This file is ignored: its name does not end in .yaml.",
    },
    {
      vi: "Đổi đuôi tên tệp thành .yaml, hoặc chuyển tệp đi nơi khác.",
      en: "Rename it to .yaml, or move it elsewhere.",
    },
  ),
  severity: "warning",
});

type Said = readonly [message: Both, hint: Both];

const NO_FOLDER: Said = [
  { vi: "Không tìm thấy thư mục tri thức này.", en: "This knowledge folder does not exist." },
  { vi: "Kiểm tra đường dẫn.", en: "Check the path." },
];
const NOT_A_FOLDER: Said = [
  { vi: "Đây là một tệp, không phải thư mục tri thức.", en: "This is a file, not a knowledge folder." },
  {
    vi: "Chỉ tới thư mục chứa các thư mục con như sources, places.",
    en: "Name the folder that holds sources, places and so on.",
  },
];
const NO_YAML: Said = [
  { vi: "Thư mục tri thức không có tệp YAML nào.", en: "The knowledge folder holds no YAML file." },
  {
    vi: "Đặt tệp vào thư mục theo loại, ví dụ sources/ten-tep.yaml.",
    en: "Put files into the folder of their kind, such as sources/some-name.yaml.",
  },
];
const OUTSIDE_FOLDERS: Said = [
  { vi: "Tệp YAML này nằm ngoài các thư mục theo loại.", en: "This YAML file is in none of the folders of a kind." },
  { vi: `Chuyển vào một trong: ${KIND_FOLDERS.join(", ")}.`, en: `Move it into one of: ${KIND_FOLDERS.join(", ")}.` },
];
const UNREADABLE: Said = [
  { vi: "Không đọc được.", en: "This can't be read." },
  { vi: "Kiểm tra quyền truy cập, hoặc liên kết bị đứt.", en: "Check its permissions, or whether the link is broken." },
];
const LINK_OUTSIDE: Said = [
  { vi: "Liên kết này dẫn ra ngoài thư mục tri thức.", en: "This link leads out of the knowledge folder." },
  { vi: "Chép tệp vào đây thay cho liên kết.", en: "Copy the file here instead of linking to it." },
];
const TOO_LARGE: Said = [
  { vi: "Tệp lớn hơn 1 MiB.", en: "The file is larger than 1 MiB." },
  { vi: "Tách thành nhiều tệp nhỏ.", en: "Split it into smaller files." },
];
const NOT_UTF8: Said = [
  { vi: "Tệp không được lưu bằng bảng mã UTF-8.", en: "The file is not saved as UTF-8." },
  { vi: "Lưu lại với bảng mã UTF-8.", en: "Save it again as UTF-8." },
];
