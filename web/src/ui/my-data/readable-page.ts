import type { Locale } from "../../../../shared/domain/locale.ts";

/** What browsers need to make a plain list of names and values readable, on a phone and on paper. */
const style = `body{font:1rem/1.5 sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}
dl{margin:0 0 1rem}dl>div{margin:.25rem 0}dt{font-weight:bold}dd{margin:0}
ul[role=list]{list-style:none;padding:0}li{margin-bottom:1rem}summary{font-weight:bold}summary span{margin-left:.5rem;font-weight:normal}`;

/** A page of its own that opens anywhere, without a network. `inner` is markup as the browser serialised it, so that every text in it is escaped. */
export const readablePage = (title: string, locale: Locale, inner: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${inner}</body></html>`;
