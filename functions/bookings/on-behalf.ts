import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import type { Write } from "../platform/transact.ts";
import { addToVisitLog, type VisitLogEntry } from "../visits/visit-log-writes.ts";

/** Whose booking it is, and who does it: the person, or staff for them with a reason. */
export type ForWhom = { registrationId: RegistrationId; staff?: StaffAct | undefined };

/** The line in the visit's log that goes into the same transaction; none for the person's own doing. */
export const logOf = (
  { ids }: Pick<Deps, "ids">,
  { registrationId, staff }: ForWhom,
  entry: { visitId: VisitId; at: Instant } & Pick<VisitLogEntry, "did" | "bookingId" | "slotId">,
): Record<string, Write> =>
  staff ? { log: addToVisitLog({ ...entry, registrationId, staffId: staff.staffId, reason: staff.reason }, ids.mint("log")) } : {};
