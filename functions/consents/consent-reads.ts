import type { EmployerConsent } from "../../shared/domain/booking.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Item } from "../platform/db.ts";

/** That somebody read the notice on the core record, or that it was read to them; the last time. */
export type CoreNoticeItem = Item & {
  personId: PersonId;
  textVersion: string;
  textHash: string;
  locale: Locale;
  channel: EmployerConsent["channel"];
  givenAt: Instant;
};
