import type {
  BookingId,
  ConsultationId,
  EmployerId,
  LeadId,
  PartnerLinkId,
  PersonId,
  ReferralId,
  RegistrationId,
  TalkId,
  VisitId,
} from "../../shared/domain/ids.ts";
import { keptUntil } from "../../shared/domain/retention.ts";
import { type Instant, instantOf, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import { expiresAt } from "../platform/keys.ts";
import { forgottenKey } from "../platform/ledger-keys.ts";
import type { Write } from "../platform/transact.ts";

/** What was to be forgotten, by ids that lead to nobody any more: a table that is restored from before forgets it again. */
export type Forgotten = { at: Instant } & (
  | { what: "person"; personId: PersonId }
  | { what: "consent"; visitId: VisitId; registrationId: RegistrationId; employerId: EmployerId }
  | { what: "referral"; personId: PersonId; referralId: ReferralId }
  | { what: "enrolment" | "statistics" | "needs" | "groups"; personId: PersonId }
  | { what: "share"; personId: PersonId; visitId: VisitId; bookingId: BookingId }
  | { what: "partner-link"; personId: PersonId; linkId: PartnerLinkId }
  | { what: "lead"; leadId: LeadId }
  | { what: "talk"; talkId: TalkId }
  | { what: "note"; personId: PersonId; consultationId: ConsultationId }
  | { what: "walk-in-note"; visitId: VisitId; consultationId: ConsultationId }
);

const nameOf = (forgotten: Forgotten): string => {
  switch (forgotten.what) {
    case "person":
      return `PERSON#${forgotten.personId}`;
    case "consent":
      return `CONSENT#${forgotten.registrationId}#${forgotten.employerId}#${forgotten.at}`;
    case "referral":
      return `REFERRAL#${forgotten.referralId}`;
    case "enrolment":
    case "statistics":
    case "needs":
    case "groups":
      return `${forgotten.what.toUpperCase()}#${forgotten.personId}#${forgotten.at}`;
    case "share":
      return `SHARE#${forgotten.personId}#${forgotten.bookingId}#${forgotten.at}`;
    case "partner-link":
      return `PARTNER-LINK#${forgotten.linkId}`;
    case "lead":
      return `LEAD#${forgotten.leadId}`;
    case "talk":
      return `TALK#${forgotten.talkId}`;
    case "note":
    case "walk-in-note":
      return `NOTE#${forgotten.consultationId}`;
  }
};

/** In one transaction with what it tells of, or by itself before it; the same again changes nothing, and is no reason to refuse. */
export const noteForgotten = (ledger: Db, forgotten: Forgotten): Write => ({
  Put: {
    TableName: ledger.table,
    Item: {
      ...{ ...forgottenKey(nameOf(forgotten)), type: "forgotten", ...forgotten },
      expiresAt: expiresAt(instantOf(keptUntil("forgotten", seoulDateOf(forgotten.at)), LocalTime.parse("23:59"))),
    },
  },
});
