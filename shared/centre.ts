import type { Locale } from "./domain/locale.ts";

/** What people are told about the centre that runs this site. A city that deploys Jobstop writes its own here; pages and mails are built with it. */
type Centre = {
  /** Telephone line on every page and in every mail, as people read it. */
  readonly phone: string;
  /**
   * Who answers for personal data (개인정보 보호책임자), by post and name, and how to reach them: the notice has to say both
   * (Personal Information Protection Act, Article 30 (1) 6).
   */
  readonly privacyOfficer: { readonly who: Record<Locale, string>; readonly phone: string; readonly mail: string };
};

export const centre: Centre = {
  phone: "02-000-0000",
  privacyOfficer: {
    who: { ko: "운영팀장 백다온", en: "Baek Daon, head of operations" },
    phone: "02-000-0001",
    mail: "privacy@jobstop.example.com",
  },
};
