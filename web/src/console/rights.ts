import type { Me } from "../../../shared/contract/sign-in.ts";

/** What of the console is for whom; the API judges by itself, this only keeps doors shut that lead nowhere. */
export type Rights = { manages: boolean; atDesk: boolean; employerIds: readonly string[] };

export const rightsOf = ({ staffRoles, employers }: Pick<Me, "staffRoles" | "employers">): Rights => ({
  manages: staffRoles.includes("manager"),
  atDesk: staffRoles.some((role) => role !== "outreach"),
  employerIds: employers.map((employer) => employer.employerId),
});

/** The firm that a path is about, else the first one. */
export function firmAt(path: string, { employerIds }: Rights): string | undefined {
  return employerIds.find((id) => path.startsWith(`/console/employers/${id}`)) ?? employerIds[0];
}
