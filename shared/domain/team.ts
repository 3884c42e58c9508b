import * as z from "zod/mini";
import { AccountId, DeskId, type VisitId } from "./ids.ts";
import { LocalTime } from "./seoul-time.ts";
import { CentreService } from "./services.ts";
import { StaffRole } from "./states.ts";
import { oneLine, PhoneNumber } from "./text.ts";

/** Somebody's day at a visit: what they do, what they know well, at which desk, from when to when (Asia/Seoul). It gives no rights. */
export const Duty = z
  .strictObject({
    accountId: AccountId,
    roles: z.array(StaffRole).check(z.minLength(1, { error: "required" }), z.maxLength(4)),
    specialities: z.array(CentreService).check(z.maxLength(11)),
    deskId: z.nullable(DeskId),
    from: LocalTime,
    to: LocalTime,
    rest: z.nullable(z.strictObject({ from: LocalTime, to: LocalTime })),
    /** The manager made sure that they can also do what else they do that day. */
    clashSettled: z.boolean(),
  })
  .check(
    z.refine(({ from, to }) => from < to, { path: ["to"], error: "outside-visit-hours" }),
    z.refine(({ from, to, rest }) => !rest || (from <= rest.from && rest.from < rest.to && rest.to <= to), {
      path: ["rest", "from"],
      error: "outside-visit-hours",
    }),
  );
export type Duty = z.infer<typeof Duty>;

/** Whom to call at the place: for power, for the gate, for the building. */
const PlaceContact = z.strictObject({ what: oneLine(40), name: oneLine(40), phone: PhoneNumber });

export const VisitTeam = z
  .strictObject({
    members: z.array(Duty).check(z.maxLength(12)),
    contacts: z.array(PlaceContact).check(z.maxLength(4)),
  })
  .check(
    z.refine(({ members }) => new Set(members.map(({ accountId }) => accountId)).size === members.length, {
      path: ["members"],
      error: "twice",
    }),
  );
export type VisitTeam = z.infer<typeof VisitTeam>;

/** A visit is served by three people or more (`DESIGN.md`, issue of the centre's work). */
const fewestInTeam = 3;

/** How many people are missing; 0 when there are enough. */
export const missingInTeam = ({ members }: Pick<VisitTeam, "members">): number => Math.max(0, fewestInTeam - members.length);

/** Who of a team works at other visits of that day, and at which. */
export const clashesOf = (
  members: readonly Pick<Duty, "accountId">[],
  others: readonly { visitId: VisitId; members: readonly Pick<Duty, "accountId">[] }[],
): Map<AccountId, VisitId[]> =>
  new Map(
    members.flatMap(({ accountId }) => {
      const at = others.filter((other) => other.members.some((one) => one.accountId === accountId)).map(({ visitId }) => visitId);
      return at.length > 0 ? [[accountId, at] as const] : [];
    }),
  );
