import type { Incident } from "../../shared/contract/incidents.ts";
import type { IncidentId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { addOnce, type Doer } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { incidentKey } from "../platform/ledger-keys.ts";
import { findIncident, type IncidentStep } from "./incident-reads.ts";

/** A step under a name of its own: done once, whatever comes after it under that name. */
type Step = Omit<IncidentStep, "at" | "by" | "incidentId"> & { name: string };

const addStep = ({ ledger, clock, ids }: LedgerDeps, incidentId: IncidentId, { name, ...step }: Step, by: Doer): Promise<boolean> => {
  const entry: IncidentStep = { at: clock.now(), ...step, ...by, incidentId };
  return addOnce(ledger, entry, ids.mint("log"), incidentKey(incidentId, name));
};

/** Opens an incident, once: when it was noticed, and what happened. */
export const openIncident = async (
  deps: LedgerDeps,
  { incidentId, noticedAt, what }: { incidentId: IncidentId; noticedAt: Instant; what: string },
  by: Doer,
): Promise<Outcome<{ incident: Incident; isNew: boolean }>> => {
  if (noticedAt > deps.clock.now()) return refuse("in-future");
  const isNew = await addStep(deps, incidentId, { name: "OPENED", kind: "incident-opened", noticedAt, reason: what }, by);
  const incident = await findIncident(deps, incidentId);
  return incident ? done({ incident, isNew }) : refuse("not-found");
};

/** Adds a step to an incident that goes on. What a closed one was given before is answered as it stands. */
export const addToIncident = async (deps: LedgerDeps, incidentId: IncidentId, step: Step, by: Doer): Promise<Outcome<Incident>> => {
  const incident = await findIncident(deps, incidentId);
  if (!incident) return refuse("not-found");
  if (incident.closed && step.kind !== "incident-closed") return refuse("incident-closed");
  await addStep(deps, incidentId, step, by);
  const after = await findIncident(deps, incidentId);
  return after ? done(after) : refuse("not-found");
};
