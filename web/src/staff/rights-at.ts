import { type HeldRoles, rolesAnywhere, rolesAt } from "../../../shared/domain/roles-at.ts";
import type { StaffRole } from "../../../shared/domain/states.ts";

/** What the pages for staff show only to some of them; the API judges by itself, this only keeps doors shut that lead nowhere. */
export type Rights = { leads: boolean; seesNeeds: boolean; counsels: boolean; asksResults: boolean };

export const rightsAt = (held: HeldRoles, visitId: string): Rights => {
  const roles = rolesAt(held, visitId);
  const isOne = (...of: StaffRole[]) => of.some((role) => roles.includes(role));
  return {
    leads: isOne("desk", "manager"),
    seesNeeds: isOne("desk", "counsellor"),
    counsels: isOne("counsellor"),
    asksResults: isOne("counsellor", "manager"),
  };
};

/** Who has follow-ups of their own, at whichever visit. */
export const followsUp = (held: HeldRoles): boolean => rolesAnywhere(held).some((role) => role === "counsellor" || role === "manager");

/** Mails belong to no single visit: whoever works at some visits only does not see them. */
export const seesMails = (held: HeldRoles): boolean => rolesAt(held, undefined).some((role) => role !== "outreach");
