import type { EmployerConsents, GivenConsent, MyConsents, SupportConsent } from "../../shared/contract/my-data.ts";
import { type Booking, isLive } from "../../shared/domain/booking.ts";
import { endsWithConsent, isSeenBy, isShownBy } from "../../shared/domain/consent-withdrawal.ts";
import { consentText } from "../../shared/domain/consents.ts";
import type { EmployerId, PersonId, PostingId } from "../../shared/domain/ids.ts";
import type { Partner, PartnerId } from "../../shared/domain/partner.ts";
import { findLiveEnrolment } from "../enrolments/enrolment-reads.ts";
import { listPartnerLinksOf } from "../partner-links/partner-link-reads.ts";
import { partnersById } from "../partner-links/partner-reads.ts";
import { type Db, findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { coreNoticeKey } from "../platform/keys.ts";
import { listReferralsOf, type ReferralItem } from "../referrals/referral-reads.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { type AgendaItem, bookingsOf, listAllRegistrationsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { findStatisticsOf } from "../statistics/statistics-reads.ts";
import { listSupportItems, type ShareItem, type SupportItem } from "../support/support-reads.ts";
import { findVisit, listVisitPostings, type VisitPostingItem } from "../visits/visit-reads.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";
import type { CoreNoticeItem } from "./consent-reads.ts";
import { hashOfText, type ItemConsent } from "./consent-writes.ts";

type Told = Pick<GivenConsent, "gave" | "postingTitleKo" | "postingTitleEn" | "startsAt"> & { employerId: EmployerId };
type Agreed = { version: string; locale: GivenConsent["locale"]; channel: GivenConsent["channel"] };

/** When a consent that came with a booking was over; null while it stands. */
const bookingEndedAt = ({ formerConsent, ...booking }: Booking): GivenConsent["endedAt"] =>
  formerConsent?.endedAt ?? (isLive(booking) ? null : (booking.changedAt ?? booking.bookedAt));

/** Everything at one visit that was agreed to for an employer, in order of time. */
const givenAt = async (db: Db, { agenda }: PersonOfVisit): Promise<{ employerId: EmployerId; given: GivenConsent }[]> => {
  const { visitId } = agenda;
  const [planned, postings, waits] = await Promise.all([
    findVisit(db, visitId),
    listVisitPostings(db, visitId),
    findEntriesOf(db, visitId, agenda.waits),
  ]);
  if (!planned) return [];
  const wordsOf = (postingId: PostingId | null) => {
    const draft = postings.find((posting) => posting.postingId === postingId)?.draft;
    return { postingTitleKo: draft?.titleKo ?? null, postingTitleEn: draft?.titleEn ?? null };
  };
  const row = ({ employerId, ...told }: Told, { version, locale, channel }: Agreed, times: Pick<GivenConsent, "at" | "endedAt">) => ({
    employerId,
    given: {
      ...{ visitId, visitOn: planned.visit.date, ...told, version, locale, channel, ...times },
      text: consentText("to_employer", version, locale) ?? null,
    },
  });
  const booked = bookingsOf(agenda).flatMap((booking) => {
    const consent = booking.consent ?? booking.formerConsent;
    if (!consent || booking.employerId === null) return [];
    const { employerId, postingId, startsAt, bookedAt } = booking;
    const told = { employerId, gave: "booking" as const, ...wordsOf(postingId), startsAt };
    return [row(told, consent, { at: consent.at ?? bookedAt, endedAt: bookingEndedAt(booking) })];
  });
  const applied = Object.values(agenda.applications).map((application) => {
    const { employerId, postingId, consent, consentEndedAt, appliedAt, decidedAt } = application as AgendaItem["applications"][never];
    const stands = isShownBy(application, employerId);
    const told = { employerId, gave: "application" as const, ...wordsOf(postingId), startsAt: null };
    return row(told, consent, { at: consent.at ?? appliedAt, endedAt: stands ? null : (consentEndedAt ?? decidedAt ?? appliedAt) });
  });
  const waited = waits.flatMap(({ entry }) => {
    const posting = postings.find(({ postingId }) => postingId === entry.list);
    if (!entry.consent || !posting) return [];
    const told = { employerId: posting.employerId, gave: "wait" as const, ...wordsOf(posting.postingId), startsAt: null };
    return [row(told, entry.consent, { at: entry.appliedAt, endedAt: null })];
  });
  return [...booked, ...applied, ...waited];
};

/** What was agreed to with a job that the centre proposed. */
const givenWith = ({
  job,
  consent,
  formerConsent,
  answeredAt,
  proposedAt,
}: ReferralItem): { employerId: EmployerId; given: GivenConsent }[] => {
  const agreed = consent ?? formerConsent;
  if (!agreed) return [];
  const { version, locale, channel } = agreed;
  const { visitId, visitOn, employerId, draft } = job;
  const given = {
    ...{
      visitId,
      visitOn,
      gave: "referral" as const,
      postingTitleKo: draft.titleKo,
      postingTitleEn: draft.titleEn ?? null,
      startsAt: null,
    },
    ...{ version, locale, channel, at: agreed.at ?? answeredAt ?? proposedAt, endedAt: formerConsent?.endedAt ?? null },
    text: consentText("to_employer", version, locale) ?? null,
  };
  return [{ employerId, given }];
};

/** What would be cancelled with the consent, by what it is for. */
const cancelledWith = (
  { agenda, registration }: PersonOfVisit,
  employerId: EmployerId,
  at: Booking["startsAt"],
): EmployerConsents["cancels"] =>
  bookingsOf(agenda)
    .filter((booking) => endsWithConsent(booking, employerId, { at, isHere: registration.arrival !== undefined }))
    .map(({ startsAt }) => ({ visitId: agenda.visitId, startsAt }));

const namesOf = (postings: readonly VisitPostingItem[], employerId: EmployerId) => {
  const employer = postings.find((posting) => posting.employerId === employerId)?.employer;
  return { employerNameKo: employer?.nameKo ?? "", employerNameEn: employer?.nameEn ?? null };
};

const supportOf = { "support-needs": "needs", "support-groups": "groups", "support-share": "share" } as const;
/** Groups were agreed to with needs before they had a text of their own: the hash tells which of the two was read. */
const supportTexts = {
  needs: ["sensitive_support"],
  groups: ["support_groups", "sensitive_support"],
  share: ["share_accommodation"],
} as const;
const textRead = (to: SupportConsent["to"], { textVersion, textHash, locale }: SupportItem) =>
  supportTexts[to].map((code) => consentText(code, textVersion, locale)).find((text) => text && hashOfText(text) === textHash) ?? null;

/** What was agreed to for what somebody needs: under each of their records, as that is kept. */
const listSupportConsents = async (db: Db, personId: PersonId, people: readonly PersonOfVisit[]): Promise<SupportConsent[]> => {
  const items = (await Promise.all((await idsOfSame(db, personId)).map((id) => listSupportItems(db, id)))).flat();
  const given = await Promise.all(
    items.map(async (item): Promise<SupportConsent> => {
      const { type, textVersion, locale, channel, givenAt } = item;
      const to = supportOf[type as keyof typeof supportOf];
      const agreed = { to, version: textVersion, locale, channel, at: givenAt, text: textRead(to, item) };
      if (!("bookingId" in item)) return { ...agreed, startsAt: null, employerNameKo: null, employerNameEn: null, stands: true };
      const { visitId, bookingId, employerId } = item as ShareItem;
      const booking = people.flatMap(({ agenda }) => bookingsOf(agenda)).find((one) => one.bookingId === bookingId);
      const names = namesOf(await listVisitPostings(db, visitId), employerId);
      return { ...agreed, ...names, startsAt: booking?.startsAt ?? null, stands: booking !== undefined && isSeenBy(booking, employerId) };
    }),
  );
  return given.sort((a, b) => b.at.localeCompare(a.at));
};

/** A text as it was read, of which there is one at a time. */
const readOf = (
  code: "service_core" | "enrolment" | "statistics" | "partner_link",
  { textVersion, locale, channel, givenAt }: ItemConsent,
) => ({
  ...{ version: textVersion, locale, channel, at: givenAt },
  text: consentText(code, textVersion, locale) ?? null,
});

/** What a person read and agreed to: the notice on the core record, for each employer every time, the newest first, for what they need, to enrolment, and for reports. */
export const listConsents = async ({ db, clock }: Pick<Deps, "db" | "clock">, personId: PersonId): Promise<MyConsents> => {
  const now = clock.now();
  const [notice, people, referrals, enrolment, statistics, partnerLinks] = await Promise.all([
    findItem<CoreNoticeItem>(db, coreNoticeKey(personId)),
    listAllRegistrationsOf(db, personId),
    listReferralsOf(db, personId),
    findLiveEnrolment(db, personId),
    findStatisticsOf(db, personId),
    listPartnerLinksOf(db, personId),
  ]);
  const given = [...(await Promise.all(people.map((person) => givenAt(db, person)))).flat(), ...referrals.flatMap(givenWith)];
  const employerIds = [...new Set(given.map(({ employerId }) => employerId))];
  const employers = await Promise.all(
    employerIds.map(async (employerId): Promise<EmployerConsents> => {
      const own = given.filter((one) => one.employerId === employerId).map((one) => one.given);
      const [newest] = own.sort((a, b) => b.at.localeCompare(a.at));
      const postings = newest ? await listVisitPostings(db, newest.visitId) : [];
      const agendas = people.map(({ agenda }) => agenda);
      return {
        ...{ employerId, ...namesOf(postings, employerId) },
        stands: own.some(({ endedAt }) => endedAt === null),
        isSeen:
          agendas.some((agenda) => bookingsOf(agenda).some((booking) => isSeenBy(booking, employerId))) ||
          referrals.some(({ consent, job }) => consent !== undefined && job.employerId === employerId),
        cancels: people.flatMap((person) => cancelledWith(person, employerId, now)),
        given: own,
      };
    }),
  );
  const partners = partnerLinks.length > 0 ? await partnersById(db) : new Map<PartnerId, Partner>();
  const newestOf = ({ given: [first] }: EmployerConsents): string => first?.at ?? "";
  return {
    notice: notice ? readOf("service_core", notice) : null,
    enrolment: enrolment?.consent ? readOf("enrolment", enrolment.consent) : null,
    statistics: statistics ? readOf("statistics", statistics) : null,
    partners: partnerLinks.flatMap(({ linkId, partnerId, what, consent }) => {
      const partner = partners.get(partnerId);
      if (!partner || !consent || what === undefined) return [];
      return [{ ...readOf("partner_link", consent), linkId, partnerId, nameKo: partner.nameKo, nameEn: partner.nameEn, what }];
    }),
    support: await listSupportConsents(db, personId, people),
    employers: employers.sort((a, b) => Number(b.stands) - Number(a.stands) || newestOf(b).localeCompare(newestOf(a))),
  };
};
