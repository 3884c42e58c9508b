import type { VisitId } from "./ids.ts";
import type { StaffRole } from "./states.ts";

/** Roles of somebody: at every visit, and at single ones as far as they hold now. */
export type HeldRoles = {
  readonly staffRoles: readonly StaffRole[];
  readonly visitRoles: readonly { visitId: VisitId; roles: readonly StaffRole[] }[];
};

/** The roles by which somebody acts at a visit; without one, those that they hold everywhere. */
export const rolesAt = ({ staffRoles, visitRoles }: HeldRoles, visitId: string | undefined): StaffRole[] => [
  ...staffRoles,
  ...visitRoles.filter((one) => one.visitId === visitId).flatMap(({ roles }) => roles),
];

/** All that somebody holds, wherever it is. */
export const rolesAnywhere = ({ staffRoles, visitRoles }: HeldRoles): StaffRole[] => [
  ...staffRoles,
  ...visitRoles.flatMap(({ roles }) => roles),
];

/** Whether somebody works at the bus, at every visit or at some. */
export const worksAtDesk = (held: HeldRoles): boolean => rolesAnywhere(held).some((role) => role !== "outreach");
