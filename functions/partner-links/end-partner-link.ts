import type { FollowUpWords } from "../../shared/domain/follow-up-told.ts";
import type { AccountId, PartnerLinkId, PersonId } from "../../shared/domain/ids.ts";
import type { PartnerResult } from "../../shared/domain/partner.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import { closeFollowUp } from "../follow-ups/follow-up-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { findPartnerLinkOf, type PartnerLinkItem } from "./partner-link-reads.ts";
import { changePartnerLink } from "./partner-link-writes.ts";

type Ending = { at: Instant; byId?: AccountId; did: "done" | "given-up"; words: FollowUpWords };

/** That it was to be asked what came of it leaves its owner's list, if it is there still. */
const taskClosed = async (
  { db }: Pick<Deps, "db">,
  { personId, followUpId }: PartnerLinkItem,
  ending: Ending,
): Promise<Record<string, Write>> => {
  const task = await findFollowUp(db, personId, followUpId);
  return task?.state === "open" ? { task: closeFollowUp(task, ending.did, ending) } : {};
};

/** What came of it, on what was on the screen. */
export const settlePartnerLink = async (
  deps: Deps,
  { personId, linkId, byId }: { personId: PersonId; linkId: PartnerLinkId; byId: AccountId },
  { result, seen }: { result: PartnerResult; seen: number },
): Promise<Outcome<undefined>> => {
  const item = await findPartnerLinkOf(deps.db, personId, linkId);
  if (!item) return refuse("not-found");
  if (item.version === seen + 1 && item.result === result) return done(undefined);
  if (item.version !== seen || item.state !== "linked") return refuse("partner-link-changed");
  const ending: Ending = { at: deps.clock.now(), byId, did: "done", words: { kind: "partner-result", result } };
  const made = await transact<string>(deps.db, {
    link: changePartnerLink(item, { result }),
    person: whileKnown(item.personId),
    ...(await taskClosed(deps, item, ending)),
  });
  return made.ok ? done(undefined) : refuse(made.refused.includes("person") ? "not-found" : "partner-link-changed");
};

/** What ends with a consent that is taken back: what the partner was to be told, and that anybody asks there. */
export const withdrawnWrites = async (
  deps: Pick<Deps, "db">,
  item: PartnerLinkItem,
  { at, byId }: { at: Instant; byId?: AccountId },
): Promise<Record<string, Write>> => ({
  link: changePartnerLink(item, { state: "withdrawn", withdrawnAt: at, what: undefined, consent: undefined }),
  ...(await taskClosed(deps, item, { at, ...(byId && { byId }), did: "given-up", words: { kind: "partner-consent-withdrawn" } })),
});

/** Takes the consent back, by its person or by staff for them. Again it changes nothing. */
export const withdrawPartnerLink = async (
  deps: LedgerDeps,
  { personId, linkId, byId }: { personId: PersonId; linkId: PartnerLinkId; byId?: AccountId },
): Promise<Outcome<undefined>> => {
  const item = await findPartnerLinkOf(deps.db, personId, linkId);
  if (!item) return refuse("not-found");
  if (item.state === "withdrawn") return done(undefined);
  const at = deps.clock.now();
  const made = await transact<string>(deps.db, {
    ...(await withdrawnWrites(deps, item, { at, ...(byId && { byId }) })),
    forgotten: noteForgotten(deps.ledger, { what: "partner-link", personId: item.personId, linkId, at }),
  });
  return made.ok ? done(undefined) : refuse("partner-link-changed");
};
