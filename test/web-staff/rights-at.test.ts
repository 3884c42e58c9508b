import { expect, test } from "vitest";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { type HeldRoles, rolesAt } from "../../shared/domain/roles-at.ts";
import { StaffRole } from "../../shared/domain/states.ts";
import { rightsAt, seesMails } from "../../web/src/staff/rights-at.ts";
import { otherVisitId, visitId } from "../support/offline-worlds.ts";

/** Whether the router lets somebody with these roles through. */
const isGranted = (held: HeldRoles, key: OperationKey, at: string | undefined): boolean => {
  const { who } = api[key];
  if (typeof who !== "object" || !("staff" in who)) throw new Error(`${key} is not for staff`);
  const granted: readonly StaffRole[] = who.staff;
  return rolesAt(held, at).some((role) => granted.includes(role));
};
const held: [string, HeldRoles][] = StaffRole.options.flatMap((role): [string, HeldRoles][] => [
  [`${role} at every visit`, { staffRoles: [role], visitRoles: [] }],
  [`${role} at this visit`, { staffRoles: [], visitRoles: [{ visitId, roles: [role] }] }],
  [`${role} at another visit`, { staffRoles: [], visitRoles: [{ visitId: otherVisitId, roles: [role] }] }],
]);

test.for(held)("%s: pages show what the API grants, and no more", ([, roles]) => {
  expect({ ...rightsAt(roles, visitId), mails: seesMails(roles) }).toEqual({
    leads: isGranted(roles, "GET /api/staff/visits/{visitId}/same-people", visitId),
    seesNeeds: isGranted(roles, "GET /api/staff/visits/{visitId}/people/{registrationId}/needs", visitId),
    counsels: isGranted(roles, "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}", visitId),
    asksResults: isGranted(roles, "GET /api/staff/visits/{visitId}/results", visitId),
    mails: isGranted(roles, "GET /api/staff/undelivered-mails", undefined),
  });
});
