/** The 63 provinces and cities of Viet Nam before 1 July 2025, and which of the 34 each became. */
export interface RealPlace {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly isCity: boolean;
  /** The id of the one that it became a part of, where its name went. */
  readonly into: string | undefined;
}

const KEPT =
  "Hà Nội|Thành phố Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Quảng Ninh|Bắc Ninh|Đồng Nai|Khánh Hòa|Lâm Đồng|Nghệ An|Thanh Hóa|An Giang|Lào Cai|Quảng Ngãi|Cà Mau|Phú Thọ|Thái Nguyên|Ninh Bình|Gia Lai|Đắk Lắk|Tây Ninh|Vĩnh Long|Đồng Tháp|Hưng Yên|Quảng Trị|Hà Tĩnh|Lạng Sơn|Sơn La|Tuyên Quang|Điện Biên|Lai Châu|Cao Bằng".split(
    "|",
  );

const MERGED: Readonly<Record<string, string>> = {
  "Thành phố Hồ Chí Minh": "Bình Dương|Bà Rịa – Vũng Tàu",
  "Đà Nẵng": "Quảng Nam",
  "Hải Phòng": "Hải Dương",
  "Cần Thơ": "Sóc Trăng|Hậu Giang",
  "Bắc Ninh": "Bắc Giang",
  "Đồng Nai": "Bình Phước",
  "Khánh Hòa": "Ninh Thuận",
  "Lâm Đồng": "Đắk Nông|Bình Thuận",
  "An Giang": "Kiên Giang",
  "Lào Cai": "Yên Bái",
  "Quảng Ngãi": "Kon Tum",
  "Cà Mau": "Bạc Liêu",
  "Phú Thọ": "Vĩnh Phúc|Hòa Bình",
  "Thái Nguyên": "Bắc Kạn",
  "Ninh Bình": "Hà Nam|Nam Định",
  "Gia Lai": "Bình Định",
  "Đắk Lắk": "Phú Yên",
  "Tây Ninh": "Long An",
  "Vĩnh Long": "Bến Tre|Trà Vinh",
  "Đồng Tháp": "Tiền Giang",
  "Hưng Yên": "Thái Bình",
  "Quảng Trị": "Quảng Bình",
  "Tuyên Quang": "Hà Giang",
};

const CITIES = new Set(["Hà Nội", "Thành phố Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"]);

const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

export const idOf = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");

const placeOf = (vi: string, into?: string): RealPlace => ({
  id: idOf(vi),
  vi,
  en: vi === "Thành phố Hồ Chí Minh" ? "Ho Chi Minh City" : fold(vi).replace(" – ", "-"),
  isCity: CITIES.has(vi),
  into: into === undefined ? undefined : idOf(into),
});

/** The 34 first, then the 29 whose names went. */
export const PLACES: readonly RealPlace[] = [
  ...KEPT.map((vi) => placeOf(vi)),
  ...Object.entries(MERGED).flatMap(([into, names]) => names.split("|").map((vi) => placeOf(vi, into))),
];
