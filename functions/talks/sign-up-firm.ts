import { isDeepStrictEqual } from "node:util";
import type { OwnTalkWish, TalkWish } from "../../shared/contract/talks.ts";
import type { AccountId, EmployerId, TalkId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer, listEmployersWith } from "../employers/employer-reads.ts";
import { findLead } from "../leads/lead-reads.ts";
import { touchLead } from "../leads/lead-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findTalk, listConcernsOf, type StoredTalk } from "./talk-reads.ts";
import { addTalk, noteTalkNumber, talkLimit } from "./talk-writes.ts";

type By = { talkId: TalkId; byId: AccountId };
type Firm = Pick<StoredTalk, "nameKo" | "businessNumber" | "employerId" | "leadId">;

/** Writes it down once: sent again it is the same, and something else under its id is refused. */
const signUp = async (
  { db, clock }: Deps,
  { talkId, byId }: By,
  firm: Firm,
  { visitId, contact, concerns: drafts }: OwnTalkWish,
  { isOnce, more = {} }: { isOnce: boolean; more?: Record<string, Write> },
): Promise<Outcome<{ isNew: boolean }>> => {
  const now = clock.now();
  const talk: StoredTalk = { ...firm, talkId, visitId, contact, signedUpAt: now, byId, changedAt: now };
  const concerns = drafts.map((draft) => ({ ...draft, talkId, broughtOn: seoulDateOf(now), state: "new" as const }));
  const added = await transact<string>(db, { ...addTalk(talk, concerns), ...noteTalkNumber(talk, isOnce), ...more });
  if (added.ok) return done({ isNew: true });
  if (added.refused.length === 1 && added.refused[0] === "limit")
    return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(talkLimit, now) });
  const [known, brought] = await Promise.all([findTalk(db, talkId), listConcernsOf(db, talkId)]);
  const said = { ...firm, visitId, contact, byId, drafts: drafts.toSorted((a, b) => a.concernId.localeCompare(b.concernId)) };
  const isSame =
    known &&
    isDeepStrictEqual(said, {
      ...{ nameKo: known.nameKo, ...(known.businessNumber && { businessNumber: known.businessNumber }) },
      ...(known.employerId && { employerId: known.employerId }),
      ...(known.leadId && { leadId: known.leadId }),
      ...{ visitId: known.visitId, contact: known.contact, byId: known.byId },
      drafts: brought.map(({ concernId, category, text }) => ({ concernId, category, text })),
    });
  if (isSame) return done({ isNew: false });
  if (known) return refuse("id-taken");
  // Of several reasons the one that the reader can do something about.
  if (added.refused.includes("number")) return refuse("firm-signed-up");
  return refuse(added.refused.includes("lead") ? "lead-changed" : "id-taken");
};

/** A firm signs up by itself, for a visit to come. */
export const signUpOwnFirm = async (
  deps: Deps,
  { employerId, ...by }: By & { employerId: EmployerId },
  wish: OwnTalkWish,
): Promise<Outcome<{ isNew: boolean }>> => {
  const now = deps.clock.now();
  const [employer, planned] = await Promise.all([findEmployer(deps.db, employerId), findVisit(deps.db, wish.visitId)]);
  if (!employer) return refuse("not-found");
  if (employer.state === "refused") return refuse("employer-refused");
  if (!planned) return refuse("invalid-fields", { fields: [{ pointer: "/visitId", code: "not-a-choice" }] });
  const { nameKo, businessNumber } = employer.profile;
  const limit = countWithin("talks", talkLimit, employerId, now);
  // Sent again after the visit has closed it is still the same.
  if (!(await findTalk(deps.db, by.talkId))) {
    if (planned.visit.state !== "open") return refuse("visit-not-open");
    if (endOfVisit(planned.visit) <= now) return refuse("visit-over");
  }
  return signUp(deps, by, { nameKo, businessNumber, employerId }, wish, { isOnce: false, more: { limit } });
};

/**
 * Staff sign up a firm, also after the visit: one that has an account, by its business number, reads its answers there. From a firm that was found it is for a visit
 * to come, and the two lead to each other.
 */
export const signUpFirm = async (
  deps: Deps,
  by: By,
  { nameKo, businessNumber, leadId, ...wish }: TalkWish,
): Promise<Outcome<{ isNew: boolean }>> => {
  const { db, clock } = deps;
  const now = clock.now();
  const [planned, employers, lead, known] = await Promise.all([
    findVisit(db, wish.visitId),
    businessNumber ? listEmployersWith(db, businessNumber) : [],
    leadId && findLead(db, leadId),
    findTalk(db, by.talkId),
  ]);
  if (!planned) return refuse("invalid-fields", { fields: [{ pointer: "/visitId", code: "not-a-choice" }] });
  if (planned.visit.state === "cancelled") return refuse("visit-not-open");
  if (leadId && !lead) return refuse("invalid-fields", { fields: [{ pointer: "/leadId", code: "not-a-choice" }] });
  // Another number is another firm: the lead is corrected first.
  if (lead && lead.draft.businessNumber !== businessNumber)
    return refuse("invalid-fields", { fields: [{ pointer: "/businessNumber", code: "not-a-choice" }] });
  // Sent again after the visit has begun it is still the same.
  if (lead && !known && endOfVisit(planned.visit) <= now) return refuse("visit-over");
  // Anybody may say that they have a number: only a firm that was checked is told what is under it.
  const employer = employers.find(({ state }) => state === "verified");
  return signUp(
    deps,
    by,
    {
      ...{ nameKo, ...(businessNumber && { businessNumber }), ...(employer && { employerId: employer.employerId }) },
      ...(leadId && { leadId }),
    },
    wish,
    { isOnce: true, more: lead ? touchLead(lead, now) : {} },
  );
};
