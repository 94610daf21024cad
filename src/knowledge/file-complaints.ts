import type { Both } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import { ALL_KINDS } from "./kinds/index.ts";
import { choices, didYouMean, nearest } from "./nearest.ts";

const KIND_FOLDERS = ALL_KINDS.map(({ folder }) => folder);

export function unknownFolder(path: string, name: string): Problem {
  const near = nearest(name, KIND_FOLDERS);
  return problemOfFile(
    path,
    "unknown-folder",
    { vi: `Không có loại tri thức nào tên “${name}”.`, en: `There is no kind of knowledge called “${name}”.` },
    near === undefined ? choices(KIND_FOLDERS) : didYouMean(near),
  );
}

export const ignored = (path: string): Problem => ({
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

export const NO_FOLDER: Said = [
  { vi: "Không tìm thấy thư mục tri thức này.", en: "This knowledge folder does not exist." },
  { vi: "Kiểm tra đường dẫn.", en: "Check the path." },
];
export const NOT_A_FOLDER: Said = [
  { vi: "Đây là một tệp, không phải thư mục tri thức.", en: "This is a file, not a knowledge folder." },
  {
    vi: "Chỉ tới thư mục chứa các thư mục con như sources, places.",
    en: "Name the folder that holds sources, places and so on.",
  },
];
export const NO_YAML: Said = [
  { vi: "Thư mục tri thức không có tệp YAML nào.", en: "The knowledge folder holds no YAML file." },
  {
    vi: "Đặt tệp vào thư mục theo loại, ví dụ sources/ten-tep.yaml.",
    en: "Put files into the folder of their kind, such as sources/some-name.yaml.",
  },
];
export const OUTSIDE_FOLDERS: Said = [
  { vi: "Tệp YAML này nằm ngoài các thư mục theo loại.", en: "This YAML file is in none of the folders of a kind." },
  { vi: `Chuyển vào một trong: ${KIND_FOLDERS.join(", ")}.`, en: `Move it into one of: ${KIND_FOLDERS.join(", ")}.` },
];
export const UNREADABLE: Said = [
  { vi: "Không đọc được.", en: "This can't be read." },
  { vi: "Kiểm tra quyền truy cập, hoặc liên kết bị đứt.", en: "Check its permissions, or whether the link is broken." },
];
export const LINK_OUTSIDE: Said = [
  { vi: "Liên kết này dẫn ra ngoài thư mục tri thức.", en: "This link leads out of the knowledge folder." },
  { vi: "Chép tệp vào đây thay cho liên kết.", en: "Copy the file here instead of linking to it." },
];
export const TOO_LARGE: Said = [
  { vi: "Tệp lớn hơn 1 MiB.", en: "The file is larger than 1 MiB." },
  { vi: "Tách thành nhiều tệp nhỏ.", en: "Split it into smaller files." },
];
export const NOT_UTF8: Said = [
  { vi: "Tệp không được lưu bằng bảng mã UTF-8.", en: "The file is not saved as UTF-8." },
  { vi: "Lưu lại với bảng mã UTF-8.", en: "Save it again as UTF-8." },
];
