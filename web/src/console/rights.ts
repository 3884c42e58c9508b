import type { Me } from "../../../shared/contract/sign-in.ts";
import { worksAtDesk } from "../../../shared/domain/roles-at.ts";

/** What of the console is for whom; the API judges by itself, this only keeps doors shut that lead nowhere. */
export type Rights = { manages: boolean; findsFirms: boolean; atDesk: boolean; employerIds: readonly string[] };

export const rightsOf = ({ staffRoles, visitRoles, employers }: Pick<Me, "staffRoles" | "visitRoles" | "employers">): Rights => ({
  manages: staffRoles.includes("manager"),
  findsFirms: staffRoles.includes("outreach") || staffRoles.includes("manager"),
  atDesk: worksAtDesk({ staffRoles, visitRoles }),
  employerIds: employers.map((employer) => employer.employerId),
});

/** The firm that a path is about, else the first one. */
export function firmAt(path: string, { employerIds }: Rights): string | undefined {
  return employerIds.find((id) => path.startsWith(`/console/employers/${id}`)) ?? employerIds[0];
}
