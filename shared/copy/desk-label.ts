import type { Locale } from "../domain/locale.ts";

const kinds: Readonly<Record<string, string>> = {
  면접: "Interview desk",
  상담: "Counselling desk",
  적성검사: "Aptitude test desk",
  접수: "Check-in desk",
};

/** "면접 1번 창구", "1번 창구", "면접 창구 1": how desks are usually named. */
const usual = /^(?:(\p{L}+) )?(?:(\d+)번 창구|창구 (\d+))$/u;

/**
 * A desk's name for a reader: as it stands on its sign, or in English where it is named in the usual way ("Interview desk 1"). Any other name stays Korean, and is
 * marked so for screen readers.
 */
export const deskLabelIn = (locale: Locale, label: string): { text: string; lang: "ko" | undefined } => {
  if (locale === "ko") return { text: label, lang: undefined };
  const [found, kind, ...numbers] = usual.exec(label) ?? [];
  const name = kind === undefined ? "Desk" : kinds[kind];
  return found && name ? { text: `${name} ${numbers.find(Boolean)}`, lang: undefined } : { text: label, lang: "ko" };
};
