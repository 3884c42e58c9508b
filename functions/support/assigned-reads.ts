import type { AccountId } from "../../shared/domain/ids.ts";
import { sameName } from "../../shared/domain/slot.ts";
import { listStaff } from "../accounts/account-reads.ts";
import { type Db, findItems } from "../platform/db.ts";
import { slotKey } from "../platform/keys.ts";
import { type AgendaItem, liveBookingsOf } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";

/** Whether a counsellor has somebody: a counselling time at this visit is theirs. Times name their host; of two counsellors of one name it is neither's. */
export const isAssigned = async ({ db }: { db: Db }, agenda: AgendaItem, accountId: AccountId): Promise<boolean> => {
  const times = liveBookingsOf(agenda).filter(({ kind }) => kind === "counselling");
  if (times.length === 0) return false;
  const [slots, staff] = await Promise.all([
    findItems(
      db,
      times.map(({ slotId }) => slotKey(agenda.visitId, slotId)),
    ) as Promise<(SlotItem | undefined)[]>,
    listStaff(db),
  ]);
  const hosts = new Set(slots.flatMap((slot) => (slot ? [sameName(slot.host)] : [])));
  const counsellors = staff.filter(({ staffRoles = [] }) => staffRoles.includes("counsellor"));
  const named = (name: string) => counsellors.filter(({ staffName = "" }) => sameName(staffName) === name);
  return [...hosts].some((host) => named(host).length === 1 && named(host)[0]?.accountId === accountId);
};
