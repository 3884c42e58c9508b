import type { Incident } from "../../shared/contract/incidents.ts";
import { type IncidentId, PersonId } from "../../shared/domain/ids.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Doer } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { addToIncident } from "./incident-steps.ts";
import { listAffected } from "./list-affected.ts";

/**
 * Notes who was told of an incident, and how. What is written here is never changed: whoever is not on its list is refused, and under which records somebody was
 * told is noted as it is now, since nothing tells it any more once they are erased.
 */
export const noteTold = async (
  deps: LedgerDeps,
  { incidentId, keys, how }: { incidentId: IncidentId; keys: readonly string[]; how: string },
  by: Doer,
): Promise<Outcome<Incident>> => {
  const affected = await listAffected(deps, incidentId);
  if (!affected) return refuse("not-found");
  const known = new Set(affected.people.map(({ key }) => key));
  const unknown = keys.flatMap((key, i) => (known.has(key) ? [] : [{ pointer: `/keys/${i}`, code: "not-a-choice" as const }]));
  if (unknown.length > 0) return refuse("invalid-fields", { fields: unknown });
  const people = keys.flatMap((key) => PersonId.safeParse(key).data ?? []);
  const others = await Promise.all(
    people.map(async (key) => (await idsOfSame(deps.db, key)).filter((id) => id !== key).map((personId) => ({ personId, key }))),
  );
  const records = others.flat();
  const step = { name: `TOLD#${deps.ids.mint("log")}`, kind: "incident-told", keys, how, people: keys.length } as const;
  return addToIncident(deps, incidentId, { ...step, ...(records.length > 0 && { underRecords: records }) }, by);
};
