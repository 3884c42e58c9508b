import type { LeadSource } from "../../shared/contract/leads.ts";
import type { LeadSourceId } from "../../shared/domain/ids.ts";
import { type LeadSourceDraft, sourceDueOn } from "../../shared/domain/lead.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames, findsFirms } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, writeIfHolds } from "../platform/transact.ts";
import { findLeadSource, listLeadSources, mostSources } from "./source-reads.ts";
import { noteLook, putLeadSource } from "./source-writes.ts";

/** Where firms are looked for: what is due first, what is ended last. */
export const showSources = async ({ db, clock }: Deps): Promise<{ today: LocalDate; sources: LeadSource[] }> => {
  const today = seoulDateOf(clock.now());
  const items = await listLeadSources(db);
  const names = await findStaffNames(db, [...new Set(items.map(({ lookerId }) => lookerId))]);
  const sources = items.map(
    ({ sourceId, nameKo, kind, where, lookerId, everyDays, ended, lookedOn }): LeadSource => ({
      ...{ sourceId, nameKo, kind, ...(where !== undefined && { where }), lookerId, everyDays, ended },
      ...{ lookerName: names.get(lookerId) ?? null, lookedOn: lookedOn ?? null },
      dueOn: sourceDueOn({ everyDays, ended }, lookedOn, today),
    }),
  );
  const byDay = ({ dueOn, nameKo }: LeadSource): string => `${dueOn ?? "9"} ${nameKo}`;
  return { today, sources: sources.toSorted((a, b) => byDay(a).localeCompare(byDay(b))) };
};

export const writeSource = async (deps: Deps, sourceId: LeadSourceId, draft: LeadSourceDraft): Promise<Outcome<undefined>> => {
  const { db } = deps;
  const [known, all, canLook] = await Promise.all([findLeadSource(db, sourceId), listLeadSources(db), findsFirms(db, draft.lookerId)]);
  // Whoever works here no more stays with what they looked through.
  if (!canLook && known?.lookerId !== draft.lookerId)
    return refuse("invalid-fields", { fields: [{ pointer: "/lookerId", code: "not-a-choice" }] });
  if (!known && all.length >= mostSources) return refuse("too-many-requests");
  await transact(db, { source: putLeadSource(sourceId, draft) });
  return done(undefined);
};

export const lookThrough = async ({ db, clock }: Deps, sourceId: LeadSourceId): Promise<Outcome<undefined>> =>
  (await writeIfHolds(db, noteLook(sourceId, seoulDateOf(clock.now())))) ? done(undefined) : refuse("not-found");
