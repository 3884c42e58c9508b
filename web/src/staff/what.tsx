import { inLocale } from "../platform/locale.ts";
import { useLocale } from "../platform/use-locale.ts";

export type WhatNames = { whatKo: string; whatEn: string | null };

/** With whom a time is, or who sits at a desk: by its English name for whoever reads English, where it has one. */
export const What = ({ whatKo, whatEn }: WhatNames) => {
  const { text, lang } = inLocale(useLocale(), whatKo, whatEn);
  return <span lang={lang}>{text}</span>;
};

/** The same of several, side by side. */
export const Whats = ({ names }: { names: readonly WhatNames[] }) =>
  names.map((name, i) => (
    <span key={name.whatKo}>
      {i > 0 && ", "}
      <What {...name} />
    </span>
  ));
