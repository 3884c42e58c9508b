import type { VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";

/** Pages that mails lead to, in the reader's language. Opening one changes nothing: mail scanners open every link. */
export const mailLinks = (origin: string, locale: Locale) => {
  const root = locale === "en" ? `${origin}/en` : origin;
  return {
    visits: `${root}/`,
    visit: (visitId: VisitId) => `${root}/visits/${visitId}`,
    myVisit: (visitId: VisitId) => `${root}/my?visit=${visitId}`,
    ticket: (visitId: VisitId) => `${root}/my/ticket?visit=${visitId}`,
  };
};
