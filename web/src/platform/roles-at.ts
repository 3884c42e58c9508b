import type { Me } from "../../../shared/contract/sign-in.ts";
import type { StaffRole } from "../../../shared/domain/states.ts";

type Roles = Pick<Me, "staffRoles" | "visitRoles">;

/** What somebody may do at a visit; the API judges by itself. */
export const rolesAt = ({ staffRoles, visitRoles }: Roles, visitId: string): StaffRole[] => [
  ...staffRoles,
  ...visitRoles.filter((one) => one.visitId === visitId).flatMap(({ roles }) => roles),
];

/** Whether somebody works at the bus, at every visit or at some. */
export const worksAtDesk = ({ staffRoles, visitRoles }: Roles): boolean =>
  [...staffRoles, ...visitRoles.flatMap(({ roles }) => roles)].some((role) => role !== "outreach");
