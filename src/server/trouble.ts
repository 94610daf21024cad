import { UserError } from "../core/errors.ts";
import type { Both } from "../core/language.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
}

const SENTENCES: Readonly<Record<string, (address: Address) => Both>> = {
  EADDRINUSE: ({ port }) => ({
    vi: `Cổng ${port} đang có chương trình khác dùng: đặt PORT khác hoặc tắt chương trình đó.`,
    en: `Port ${port} is in use by another program: set another PORT or stop that program.`,
  }),
  EACCES: ({ port }) => ({
    vi: `Hệ điều hành không cho dùng cổng ${port}: đặt PORT từ 1024 trở lên.`,
    en: `The system does not allow port ${port}: set a PORT of 1024 or more.`,
  }),
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};

function noSuchHost({ host }: Address): Both {
  return {
    vi: `Máy này không có địa chỉ HOST=${host}: đặt 127.0.0.1 (chỉ máy này) hoặc 0.0.0.0 (mọi máy).`,
    en: `This machine has no address HOST=${host}: set 127.0.0.1 (this machine only) or 0.0.0.0 (all machines).`,
  };
}

/** Why nothing can listen there and what to do; undefined where a person can't mend it by the settings. */
export function listenTrouble(error: unknown, address: Address): Both | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return SENTENCES[code]?.(address);
}

/** The same as what ends the start. */
export function asUserError(error: unknown, address: Address): unknown {
  const trouble = listenTrouble(error, address);
  return trouble === undefined ? error : new UserError(`${trouble.vi} · ${trouble.en}`);
}
