import type { MySupport } from "../../shared/contract/support.ts";
import { isSeenBy } from "../../shared/domain/consent-withdrawal.ts";
import type { BookingId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Need, SupportGroup } from "../../shared/domain/support.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { consentFor } from "../consents/consent-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { needsKey, needsShareKey, supportGroupsKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf, findAgenda, listRegistrationsOf } from "../registrations/registration-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { listVisitPostings } from "../visits/visit-reads.ts";
import { type Answer, findGroups, findNeeds, listShares, type SupportKeys } from "./support-reads.ts";
import { drop, putGroups, putNeeds, putShare } from "./support-writes.ts";

export type SupportDeps = LedgerDeps & { keys: SupportKeys };
type By = { personId: PersonId; locale: Locale };
/** By themselves, unless staff do it for them. */
type ByWhom = By & { channel?: "web" | "staff" };
type Agreed<T> = { codes: readonly T[]; consentVersion: string };

const answered = <T>(answer: Answer<T> | undefined) =>
  answer ? { codes: answer.codes, at: answer.givenAt, version: answer.textVersion } : null;

/** Which employers see somebody at these visits, and what each may know of what they need. */
export const showNeeds = async (
  { db, keys }: Pick<SupportDeps, "db" | "keys">,
  personId: PersonId,
  agendas: readonly AgendaItem[],
): Promise<Pick<MySupport, "needs" | "interviews">> => {
  const [needs, shares] = await Promise.all([findNeeds(db, keys, personId), listShares(db, keys, personId)]);
  const interviews = await Promise.all(
    agendas.map(async (agenda) => {
      const seen = bookingsOf(agenda).filter((booking) => booking.employerId && isSeenBy(booking, booking.employerId));
      const postings = seen.length > 0 ? await listVisitPostings(db, agenda.visitId) : [];
      return seen.map(({ bookingId, employerId, startsAt }) => {
        const employer = postings.find((posting) => posting.employerId === employerId)?.employer;
        const share = shares.find((one) => one.bookingId === bookingId && one.employerId === employerId);
        return {
          ...{ visitId: agenda.visitId, bookingId, startsAt },
          ...{ employerNameKo: employer?.nameKo ?? "", employerNameEn: employer?.nameEn ?? null },
          shared: share ? share.codes.filter((code) => needs?.codes.includes(code)) : null,
        };
      });
    }),
  );
  return { needs: answered(needs), interviews: interviews.flat() };
};

/** What I answered, and for which interviews employers may know. */
export const showSupport = async (deps: SupportDeps, personId: PersonId): Promise<MySupport> => {
  const { db, keys, clock } = deps;
  const [groups, people] = await Promise.all([
    findGroups(db, keys, personId),
    listRegistrationsOf(db, personId, addDays(seoulDateOf(clock.now()), -1)),
  ]);
  const agendas = people.map(({ agenda }) => agenda);
  return { ...(await showNeeds(deps, personId, agendas)), groups: answered(groups) };
};

/** Says what I need; anew, it takes the place of what I said before. Staff write it down with what is written `also`. */
export const sayNeeds = async (
  { db, keys, ids, clock }: SupportDeps,
  { personId, locale, channel = "web" }: ByWhom,
  { codes, consentVersion }: Agreed<Need>,
  also: Record<string, Write> = {},
): Promise<Outcome<undefined>> => {
  const consent = consentFor("sensitive_support", consentVersion, { locale, at: clock.now(), channel });
  if (!consent) return refuse("consent-outdated");
  const result = await transact<string>(db, {
    ...also,
    needs: putNeeds({ keys, ids }, personId, codes, consent),
    person: whileKnown(personId),
  });
  return result.ok ? done(undefined) : refuse("not-registered");
};

/** The same of groups. */
export const sayGroups = async (
  { db, keys, ids, clock }: SupportDeps,
  { personId, locale }: By,
  { codes, consentVersion }: Agreed<SupportGroup>,
): Promise<Outcome<undefined>> => {
  const consent = consentFor("support_groups", consentVersion, { locale, at: clock.now(), channel: "web" });
  if (!consent) return refuse("consent-outdated");
  const result = await transact<string>(db, {
    groups: putGroups({ keys, ids }, personId, codes, consent),
    person: whileKnown(personId),
  });
  return result.ok ? done(undefined) : refuse("not-registered");
};

/** Takes back what I need. Nobody sees a share without it: what an employer may know is always part of what I need. */
export const takeBackNeeds = async (
  { db, ledger, clock, keys }: SupportDeps,
  personId: PersonId,
  also: Record<string, Write> = {},
): Promise<void> => {
  const forgotten = noteForgotten(ledger, { what: "needs", personId, at: clock.now() });
  await transact<string>(db, { ...also, needs: drop(needsKey(personId)), forgotten });
  for (const { visitId, bookingId } of await listShares(db, keys, personId))
    await transact(db, { share: drop(needsShareKey(personId, visitId, bookingId)) });
};

export const takeBackGroups = async (
  { db, ledger, clock }: SupportDeps,
  personId: PersonId,
  also: Record<string, Write> = {},
): Promise<void> => {
  const forgotten = noteForgotten(ledger, { what: "groups", personId, at: clock.now() });
  await transact<string>(db, { ...also, groups: drop(supportGroupsKey(personId)), forgotten });
};

type Interview = { visitId: VisitId; bookingId: BookingId; registrationId: RegistrationId };

/** Lets the employer of one interview know some of what I need. It sees the interview as mine already, or it would be told who comes. */
export const shareNeeds = async (
  { db, keys, ids, clock }: SupportDeps,
  { personId, locale, channel = "web" }: ByWhom,
  { visitId, bookingId, registrationId }: Interview,
  { codes, consentVersion }: Agreed<Need>,
  also: Record<string, Write> = {},
): Promise<Outcome<undefined>> => {
  const consent = consentFor("share_accommodation", consentVersion, { locale, at: clock.now(), channel });
  if (!consent) return refuse("consent-outdated");
  const [agenda, needs] = await Promise.all([findAgenda(db, visitId, registrationId), findNeeds(db, keys, personId)]);
  const booking = agenda?.bookings[bookingId];
  const employerId = booking?.employerId;
  if (!booking || !employerId || !isSeenBy(booking, employerId)) return refuse("not-found");
  if (!codes.every((code) => needs?.codes.includes(code)))
    return refuse("invalid-fields", { fields: [{ pointer: "/needs", code: "not-a-choice" }] });
  const result = await transact<string>(db, {
    ...also,
    share: putShare({ keys, ids }, { personId, visitId, bookingId, employerId }, codes, consent),
    person: whileKnown(personId),
  });
  return result.ok ? done(undefined) : refuse("not-registered");
};

/** Takes that back; of a booking of one's own, whether anything was shared or not. */
export const takeBackShare = async (
  { db, ledger, clock }: SupportDeps,
  personId: PersonId,
  { visitId, bookingId, registrationId }: Interview,
  also: Record<string, Write> = {},
): Promise<Outcome<undefined>> => {
  const agenda = await findAgenda(db, visitId, registrationId);
  if (!agenda?.bookings[bookingId]) return refuse("not-found");
  const forgotten = noteForgotten(ledger, { what: "share", personId, visitId, bookingId, at: clock.now() });
  await transact<string>(db, { ...also, share: drop(needsShareKey(personId, visitId, bookingId)), forgotten });
  return done(undefined);
};
