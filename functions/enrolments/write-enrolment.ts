import { isDeepStrictEqual } from "node:util";
import type { Enrolment } from "../../shared/contract/enrolments.ts";
import { type EnrolmentDraft, enrolmentStanding, validUntilFrom } from "../../shared/domain/enrolment.ts";
import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { consentFor } from "../consents/consent-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { findItem } from "../platform/db.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { enrolmentKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { countAct } from "../reports/counted-act-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import {
  type EnrolmentItem,
  enrolmentOf,
  findEnrolmentOf,
  findLiveEnrolment,
  type LiveEnrolment,
  type StoredEnrolment,
} from "./enrolment-reads.ts";
import { asSeen, endEnrolment, putEnrolment } from "./enrolment-writes.ts";

/** Where staff help them, and who does. */
export type Helped = { visitId: VisitId; registrationId: RegistrationId; byId: AccountId };
type By = { personId: PersonId; locale: Locale; helped?: Helped };
type Said = { draft: EnrolmentDraft; consentVersion: string; seen: number };

/** From when and until when it holds, and where and by whom it was accepted. */
const daysOf = ({ state, acceptedOn, validUntil, remindedOf, visitId, registrationId, byId }: EnrolmentItem) => ({
  ...{ state, acceptedOn, validUntil, remindedOf, visitId, registrationId, byId },
});

/** An enrolment that begins at a visit is one of its report. */
const countedAt = ({ visitId, registrationId }: Helped, at: Instant): Record<string, Write> => ({
  counted: countAct(visitId, "enrolled", registrationId, registrationId, at),
});

/** What staff did for somebody is in the visit's log; what they look for is not. */
const logOf = (
  { ids }: Deps,
  helped: Helped | undefined,
  did: "wrote-enrolment" | "accepted-enrolment" | "renewed-enrolment" | "ended-enrolment",
  at: Instant,
): Record<string, Write> => {
  if (!helped) return {};
  const { visitId, registrationId, byId } = helped;
  return { log: addToVisitLog({ visitId, registrationId, at, did, staffId: byId }, ids.mint("log")) };
};

const answer = async ({ db, clock }: Deps, personId: PersonId): Promise<Outcome<Enrolment>> => {
  const item = await findLiveEnrolment(db, personId);
  return item ? done(enrolmentOf(item, seoulDateOf(clock.now()))) : refuse("not-enrolled");
};

/**
 * Writes what somebody looks for, on what was on the screen. By themselves it waits to be accepted; written down by staff it is accepted with that. One that runs
 * keeps its days.
 */
export const writeEnrolment = async (deps: Deps, { personId, locale, helped }: By, said: Said): Promise<Outcome<Enrolment>> => {
  const { db, clock } = deps;
  const [person, known] = await Promise.all([findPerson(db, personId), findEnrolmentOf(db, personId)]);
  if (!person) return refuse("not-registered");
  const now = clock.now();
  const today = seoulDateOf(now);
  const { draft, consentVersion, seen } = said;
  const consent = consentFor("enrolment", consentVersion, { locale, at: now, channel: helped ? "staff" : "web" });
  if (!consent) return refuse("consent-outdated");
  const isLive = known?.draft !== undefined;
  // The same request again, whose answer was lost.
  if (known?.writtenOver === seen && isDeepStrictEqual(known.draft, draft)) return answer(deps, personId);
  // Of one that ended nobody sees a version.
  if ((isLive ? known.version : 0) !== seen) return refuse("enrolment-changed");
  const runs = known !== undefined && enrolmentStanding(known, today) === "accepted";
  const days: Partial<StoredEnrolment> = runs
    ? {}
    : helped
      ? { state: "accepted", acceptedOn: today, validUntil: validUntilFrom(today) }
      : isLive
        ? {}
        : { state: "submitted", acceptedOn: undefined, validUntil: undefined };
  // What they wrote under another of their records stays there: should those be two people after all, each has their own.
  const isOther = known !== undefined && known.personId !== personId;
  const own = isOther ? await findItem<EnrolmentItem>(db, enrolmentKey(personId)) : known;
  const result = await transact<string>(db, {
    enrolment: putEnrolment(personId, own, {
      ...(isOther && daysOf(known)),
      ...{ draft, consent, writtenAt: now, writtenOver: seen, endedAt: undefined, ...days },
      ...(helped && helped),
    }),
    ...(isOther && { other: asSeen(known) }),
    person: whileKnown(personId),
    ...(helped && !runs && countedAt(helped, now)),
    ...logOf(deps, helped, "wrote-enrolment", now),
  });
  if (!result.ok) return refuse(result.refused.includes("person") ? "not-registered" : "enrolment-changed");
  return answer(deps, personId);
};

/** How often it is done anew when somebody else writes in the same moment. */
const attempts = 3;

/** Changes one that is there, whatever else is written meanwhile; nothing where the change is made already. */
const change = async (
  deps: Deps,
  personId: PersonId,
  changeOf: (item: LiveEnrolment) => Partial<StoredEnrolment> | "refused" | "made",
  also: Record<string, Write> = {},
): Promise<Outcome<Enrolment>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const item = await findLiveEnrolment(deps.db, personId);
    const wanted = item ? changeOf(item) : "refused";
    if (!item || wanted === "refused") return refuse("not-enrolled");
    if (wanted === "made") return answer(deps, personId);
    const result = await transact(deps.db, {
      enrolment: putEnrolment(item.personId, item, wanted),
      person: whileKnown(item.personId),
      ...also,
    });
    if (result.ok) return answer(deps, personId);
  }
  throw new ContentionError("The enrolment kept changing.");
};

/** The centre accepts what somebody wrote: it holds for three months from today. */
export const acceptEnrolment = (deps: Deps, personId: PersonId, helped: Helped): Promise<Outcome<Enrolment>> => {
  const now = deps.clock.now();
  const today = seoulDateOf(now);
  return change(
    deps,
    personId,
    ({ state }) => (state === "accepted" ? "made" : { state: "accepted", acceptedOn: today, validUntil: validUntilFrom(today), ...helped }),
    { ...countedAt(helped, now), ...logOf(deps, helped, "accepted-enrolment", now) },
  );
};

/** Three months from today, by themselves or by staff: of one that was accepted once, over or not. */
export const renewEnrolment = (deps: Deps, personId: PersonId, helped?: Helped): Promise<Outcome<Enrolment>> => {
  const now = deps.clock.now();
  const validUntil = validUntilFrom(seoulDateOf(now));
  return change(
    deps,
    personId,
    (item) => {
      if (item.state !== "accepted") return "refused";
      return item.validUntil === validUntil ? "made" : { validUntil, ...helped };
    },
    logOf(deps, helped, "renewed-enrolment", now),
  );
};

/** Ends it under each of their records, by themselves or by staff: what was written is gone, in a copy that is restored, too. */
export const stopEnrolment = async (deps: LedgerDeps, personId: PersonId, helped?: Helped): Promise<void> => {
  const { db, ledger, clock } = deps;
  let failed = 0;
  // Each round ends one; somebody who was there twice may have two.
  while (failed < attempts) {
    const item = await findLiveEnrolment(db, personId);
    if (!item) return;
    const at = clock.now();
    const forgotten = noteForgotten(ledger, { what: "enrolment", personId: item.personId, at });
    const log = logOf(deps, helped, "ended-enrolment", at);
    const { ok } = await transact<string>(db, { enrolment: endEnrolment(item, at), forgotten, ...log });
    if (!ok) failed += 1;
  }
  throw new ContentionError("The enrolment kept changing.");
};
