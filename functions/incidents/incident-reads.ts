import type { Choice, Incident, Selection } from "../../shared/contract/incidents.ts";
import type { AccountId, IncidentId, PersonId, SelectionId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { listEntries, ofKind } from "../ledger/ledger-reads.ts";
import type { LedgerEntry } from "../ledger/ledger-writes.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { incidentPartition, incidentStepPrefix } from "../platform/ledger-keys.ts";

/** What was done about an incident, as it stands in the ledger: one step each. `reason` holds what was written. */
export type IncidentStep = LedgerEntry & {
  incidentId: IncidentId;
  /** Of the first step: when it was noticed. */
  noticedAt?: Instant;
  /** Of a selection; alone, of one that was taken out. */
  selectionId?: SelectionId;
  choice?: Choice;
  from?: Instant;
  to?: Instant;
  /** Of a report: whether there was one. */
  was?: boolean;
  /** Of telling people: whom, and how. */
  keys?: readonly string[];
  how?: string;
  /** Records of people who have several, each with the key that they were told under. */
  underRecords?: readonly { personId: PersonId; key: PersonId }[];
};

export const listSteps = (ledger: Db, incidentId: IncidentId): Promise<(Item & IncidentStep)[]> =>
  queryPartition<Item & IncidentStep>(ledger, incidentPartition(incidentId), incidentStepPrefix);

/** Hours in which people, and where the law asks for it the authority, are to be told (개인정보 보호법 시행령 제39조, 제40조). */
const hoursToTell = 72;

const accountOf = ({ by }: IncidentStep): AccountId | undefined => ("accountId" in by ? by.accountId : undefined);

/** Who was told, and when first. */
export const toldIn = (steps: readonly IncidentStep[]): Map<string, { at: Instant; how: string }> => {
  const told = new Map<string, { at: Instant; how: string }>();
  for (const { at, keys = [], how = "" } of [...steps].sort((a, b) => a.at.localeCompare(b.at)))
    for (const key of keys) if (!told.has(key)) told.set(key, { at, how });
  return told;
};

type Picked = Omit<Selection, "removed"> & { out: IncidentStep | undefined };
const pickedIn = (steps: readonly IncidentStep[]): Picked[] => {
  const out = new Map(steps.flatMap((step) => (step.kind === "incident-unselected" ? [[step.selectionId, step]] : [])));
  return [...steps]
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ selectionId, choice, from, to }) =>
      selectionId && choice && from && to ? [{ selectionId, choice, from, to, out: out.get(selectionId) }] : [],
    );
};

/** What was picked and not taken out again. */
export const selectionsIn = (steps: readonly IncidentStep[]): Omit<Selection, "removed">[] => pickedIn(steps).filter(({ out }) => !out);

/** An incident folded from its steps; undefined without the first. */
const incidentOf = (steps: readonly IncidentStep[], names: ReadonlyMap<AccountId, string>): Incident | undefined => {
  const stepOf = (kind: IncidentStep["kind"]) => steps.find((step) => step.kind === kind);
  const opened = stepOf("incident-opened");
  if (!opened?.noticedAt) return undefined;
  const byName = (step: IncidentStep): string | null => {
    const accountId = accountOf(step);
    return (accountId && names.get(accountId)) ?? null;
  };
  const noteOf = (step: IncidentStep | undefined) => (step ? { at: step.at, byName: byName(step), note: step.reason ?? "" } : null);
  const reports = steps.filter(({ kind }) => kind === "incident-reported");
  // Reported is what counts, whatever was thought before.
  const report = reports.find(({ was }) => was) ?? reports[0];
  const reported = noteOf(report);
  return {
    ...{ incidentId: opened.incidentId, noticedAt: opened.noticedAt, what: opened.reason ?? "" },
    ...{ openedAt: opened.at, openedByName: byName(opened), tellBy: addMinutes(opened.noticedAt, hoursToTell * 60) },
    selections: pickedIn(steps).map(({ out, ...selection }) => ({ ...selection, removed: noteOf(out) })),
    ...{ told: toldIn(steps).size },
    ...{ reported: reported && { ...reported, was: report?.was === true }, closed: noteOf(stepOf("incident-closed")) },
  };
};

export const findIncident = async (
  { db, ledger }: Pick<LedgerDeps, "db" | "ledger">,
  incidentId: IncidentId,
): Promise<Incident | undefined> => {
  const steps = await listSteps(ledger, incidentId);
  const names = await findStaffNames(
    db,
    steps.flatMap((step) => accountOf(step) ?? []),
  );
  return incidentOf(steps, names);
};

/** At most so many in one list. */
const listLimit = 100;

/** Incidents, the newest first; a moment old. */
export const listIncidents = async (deps: Pick<LedgerDeps, "db" | "ledger">): Promise<Incident[]> => {
  const opened = (await listEntries(deps.ledger, ofKind("incident-opened"), { limit: listLimit })) as unknown as IncidentStep[];
  const incidents = await Promise.all(opened.map(({ incidentId }) => findIncident(deps, incidentId)));
  return incidents.filter((incident) => incident !== undefined);
};
