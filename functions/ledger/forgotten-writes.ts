import type { CertificateSubject } from "../../shared/domain/certificate.ts";
import type {
  AccountId,
  BookingId,
  ConsultationId,
  EmployerId,
  InvitationId,
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

/**
 * What opens nothing any more, or holds no longer: a table that is restored from before would let it in, or show it as valid. `registeredAt`, `gen`, `kid` and
 * `epoch` say which of several it was; all that was made before `at` where a certificate or codes are meant.
 */
export type Ended = { at: Instant } & (
  | { what: "registration"; visitId: VisitId; registrationId: RegistrationId; registeredAt: Instant }
  | { what: "certificate"; personId: PersonId; subjectId: CertificateSubject; mayRenew: boolean; byId?: AccountId | undefined }
  | { what: "ticket"; visitId: VisitId; registrationId: RegistrationId; gen: number }
  | { what: "visit-key"; visitId: VisitId; kid: number }
  | { what: "phone"; visitId: VisitId; deviceId: string }
  | { what: "invitation"; employerId: EmployerId; invitationId: InvitationId }
  | { what: "address"; personId: PersonId; accountId: AccountId; epoch: number }
  | { what: "recovery-codes"; accountId: AccountId }
);

/** What was to be forgotten or had ended, by ids: a table that is restored from before forgets and ends it again. */
export type Forgotten =
  | Ended
  | ({ at: Instant } & (
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
    ));

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
    case "registration":
      return `REGISTRATION#${forgotten.registrationId}#${forgotten.registeredAt}`;
    case "certificate":
      return `CERTIFICATE#${forgotten.personId}#${forgotten.subjectId}#${forgotten.at}`;
    case "ticket":
      return `TICKET#${forgotten.registrationId}#${String(forgotten.gen).padStart(3, "0")}#${forgotten.at}`;
    case "visit-key":
      return `VISIT-KEY#${forgotten.visitId}#${String(forgotten.kid).padStart(3, "0")}`;
    case "phone":
      return `PHONE#${forgotten.visitId}#${forgotten.deviceId}`;
    case "invitation":
      return `INVITATION#${forgotten.invitationId}`;
    case "address":
      return `ADDRESS#${forgotten.personId}#${forgotten.at}`;
    case "recovery-codes":
      return `RECOVERY-CODES#${forgotten.accountId}#${forgotten.at}`;
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
