import type { MySupport } from "../../shared/contract/support.ts";
import type { AccountId, BookingId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Need } from "../../shared/domain/support.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Write } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import { addToVisitLog, type VisitLogEntry } from "../visits/visit-log-writes.ts";
import { type SupportDeps, sayNeeds, shareNeeds, showNeeds, takeBackGroups, takeBackNeeds, takeBackShare } from "./answer-support.ts";
import { agendaToCome } from "./look-at-support.ts";
import { findNeeds } from "./support-reads.ts";

type Whom = { visitId: VisitId; registrationId: RegistrationId };
/** Why is said where the person cannot do it themselves. */
type Helping = Whom & { staffId: AccountId; reason?: string };

/** The records of somebody that have needs; where none has, the one that they came by. */
const recordsWithNeeds = async (deps: SupportDeps, agenda: AgendaItem): Promise<PersonId[]> => {
  const ids = await idsOfSame(deps.db, agenda.personId);
  const answers = await Promise.all(ids.map((id) => findNeeds(deps.db, deps.keys, id)));
  const answered = ids.filter((_, n) => answers[n]);
  return answered.length > 0 ? answered : [agenda.personId];
};
/** The same of somebody who is to come; undefined for nobody. */
const recordsOf = async (deps: SupportDeps, whom: Whom): Promise<PersonId[] | undefined> => {
  const agenda = await agendaToCome(deps, whom);
  return agenda && recordsWithNeeds(deps, agenda);
};

type Did = Extract<VisitLogEntry["did"], "wrote-needs" | "took-back-needs" | "took-back-groups" | "shared-needs" | "took-back-share">;

const logOf = (
  { clock, ids }: SupportDeps,
  { visitId, registrationId, staffId, reason }: Helping,
  did: Did,
  bookingId?: BookingId,
): Record<string, Write> => ({
  log: addToVisitLog(
    { visitId, at: clock.now(), staffId, did, registrationId, ...(bookingId && { bookingId }), ...(reason !== undefined && { reason }) },
    ids.mint("log"),
  ),
});

/** Staff write down what somebody says they need, who has no mail to do it with, or stands there. What it was stands in no log. */
export const writeNeeds = async (
  deps: SupportDeps,
  helping: Helping & { locale: Locale },
  said: { codes: readonly Need[]; consentVersion: string },
): Promise<Outcome<undefined>> => {
  const [personId] = (await recordsOf(deps, helping)) ?? [];
  if (!personId) return refuse("not-found");
  const { locale } = helping;
  return sayNeeds(deps, { personId, locale, channel: "staff" }, said, logOf(deps, helping, "wrote-needs"));
};

/** Staff take it back for them: no harder than saying it. */
export const dropNeeds = async (deps: SupportDeps, helping: Helping): Promise<Outcome<undefined>> => {
  const records = await recordsOf(deps, helping);
  if (!records) return refuse("not-found");
  for (const personId of records) await takeBackNeeds(deps, personId, logOf(deps, helping, "took-back-needs"));
  return done(undefined);
};

/** What somebody needs, and which employers at this visit may know, for staff who help them decide about it. */
export const showNeedsHere = async (deps: SupportDeps, whom: Whom): Promise<Outcome<Pick<MySupport, "needs" | "interviews">>> => {
  const agenda = await agendaToCome(deps, whom);
  if (!agenda) return refuse("not-found");
  const [personId = agenda.personId] = await recordsWithNeeds(deps, agenda);
  return done(await showNeeds(deps, personId, [agenda]));
};

/** Staff tell the employer of one interview what somebody wants it to know, after the consent was read to them. */
export const shareForThem = async (
  deps: SupportDeps,
  { bookingId, locale, ...helping }: Helping & { bookingId: BookingId; locale: Locale },
  said: { codes: readonly Need[]; consentVersion: string },
): Promise<Outcome<undefined>> => {
  const [personId] = (await recordsOf(deps, helping)) ?? [];
  if (!personId) return refuse("not-found");
  const by = { personId, locale, channel: "staff" } as const;
  return shareNeeds(deps, by, { ...helping, bookingId }, said, logOf(deps, helping, "shared-needs", bookingId));
};

/** Staff take it back for them: the employer sees it no more. */
export const takeBackShareForThem = async (
  deps: SupportDeps,
  { bookingId, ...helping }: Helping & { bookingId: BookingId },
): Promise<Outcome<undefined>> => {
  const records = await recordsOf(deps, helping);
  if (!records) return refuse("not-found");
  for (const personId of records) {
    const takenBack = await takeBackShare(deps, personId, { ...helping, bookingId }, logOf(deps, helping, "took-back-share", bookingId));
    if (!takenBack.ok) return takenBack;
  }
  return done(undefined);
};

/** Staff take back for somebody that what they need, or belong to, is kept: at any time, whichever of their records has it, and without reading it. */
export const takeBackForThem = async (
  deps: SupportDeps,
  { personId, answer, ...helping }: Helping & { personId: PersonId; answer: "needs" | "groups" },
): Promise<void> => {
  for (const id of await idsOfSame(deps.db, personId))
    if (answer === "needs") await takeBackNeeds(deps, id, logOf(deps, helping, "took-back-needs"));
    else await takeBackGroups(deps, id, logOf(deps, helping, "took-back-groups"));
};
