import type { Concern, ConcernRow, OwnConcern, OwnTalk, Talk } from "../../shared/contract/talks.ts";
import { isOverdue } from "../../shared/domain/concern.ts";
import type { AccountId, EmployerId, TalkId, VisitId } from "../../shared/domain/ids.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findLead } from "../leads/lead-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { type ConcernItem, findTalk, findTalks, listConcerns, listConcernsOf, listTalksOf, placeOfConcern } from "./talk-reads.ts";

type Reading = Pick<Deps, "db" | "clock">;
const pageLength = 50;

const daysOf = async ({ db }: Pick<Deps, "db">, ids: readonly VisitId[]): Promise<(visitId: VisitId) => LocalDate | null> => {
  const visits = await findVisits(db, [...new Set(ids)]);
  return (visitId) => visits.get(visitId)?.visit.date ?? null;
};

const ownConcernOf = ({ concernId, category, text, state, answer }: ConcernItem): OwnConcern => ({
  ...{ concernId, category, text, state, answer: answer?.text ?? null },
  answeredOn: answer ? seoulDateOf(answer.at) : null,
});

/** Concerns as staff see them, with the names of whoever has them. */
const concernsFor = async ({ db, clock }: Reading, items: readonly ConcernItem[]): Promise<Concern[]> => {
  const today = seoulDateOf(clock.now());
  const owners = items.flatMap(({ ownerId }): AccountId[] => (ownerId ? [ownerId] : []));
  const names = await findStaffNames(db, [...new Set(owners)]);
  return items.map((item) => ({
    ...ownConcernOf(item),
    ...{ ownerId: item.ownerId ?? null, ownerName: (item.ownerId && names.get(item.ownerId)) ?? null },
    ...{ dueOn: item.dueOn ?? null, isOverdue: isOverdue(item, today), version: item.version },
  }));
};

/** All that is known of a firm at a CEO talk. */
export const showTalk = async (deps: Reading, talkId: TalkId): Promise<Outcome<Talk>> => {
  const [talk, items] = await Promise.all([findTalk(deps.db, talkId), listConcernsOf(deps.db, talkId)]);
  if (!talk) return refuse("not-found");
  const { visitId, nameKo, businessNumber = null, employerId = null, contact, signedUpAt, version } = talk;
  const [concerns, dayOf, lead] = await Promise.all([
    concernsFor(deps, items),
    daysOf(deps, [visitId]),
    talk.leadId && findLead(deps.db, talk.leadId),
  ]);
  const leadId = lead ? lead.leadId : null;
  return done({
    ...{ talkId, visitId, visitOn: dayOf(visitId), nameKo, businessNumber, employerId, leadId, contact, signedUpAt },
    ...{ concerns, version },
  });
};

/** A page of all concerns. */
export const showConcerns = async (
  deps: Reading,
  list: "open" | "answered",
  after: string | undefined,
): Promise<{ concerns: ConcernRow[]; next: string | null }> => {
  const items = await listConcerns(deps.db, list, after, pageLength);
  const talks = await findTalks(
    deps.db,
    items.map(({ talkId }) => talkId),
  );
  const [concerns, dayOf] = await Promise.all([
    concernsFor(deps, items),
    daysOf(
      deps,
      [...talks.values()].map(({ visitId }) => visitId),
    ),
  ]);
  const rows = concerns.flatMap((concern, n): ConcernRow[] => {
    const talk = talks.get((items[n] as ConcernItem).talkId);
    // Deleted, in the moment that the index is old.
    return talk ? [{ ...concern, talkId: talk.talkId, nameKo: talk.nameKo, visitId: talk.visitId, visitOn: dayOf(talk.visitId) }] : [];
  });
  const last = items.at(-1);
  return { concerns: rows, next: last && items.length === pageLength ? placeOfConcern(last) : null };
};

/** What a firm brought, with the answers. */
export const showOwnTalks = async (deps: Reading, employerId: EmployerId): Promise<OwnTalk[]> => {
  const talks = await listTalksOf(deps.db, employerId);
  const [concerns, dayOf] = await Promise.all([
    Promise.all(talks.map(({ talkId }) => listConcernsOf(deps.db, talkId))),
    daysOf(
      deps,
      talks.map(({ visitId }) => visitId),
    ),
  ]);
  return talks.map(({ talkId, visitId, contact }, n) => ({
    ...{ talkId, visitId, visitOn: dayOf(visitId), contact },
    concerns: (concerns[n] ?? []).map(ownConcernOf),
  }));
};
