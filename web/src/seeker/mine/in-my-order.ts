import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";

type Seen = { today: LocalDate; first: string | null };

/** Visits to come: the one that a mail led to first, then those with a seat that waits for an answer, then by date; and past ones. */
export function inMyOrder(
  registrations: readonly MyRegistration[],
  { today, first }: Seen,
): { coming: MyRegistration[]; past: MyRegistration[] } {
  const rank = ({ visit, waits }: MyRegistration): number => {
    if (visit.visitId === first) return 0;
    return waits.some(({ entry }) => entry.offer) ? 1 : 2;
  };
  return {
    coming: registrations
      .filter(({ visit }) => visit.date >= today)
      .sort((a, b) => rank(a) - rank(b) || a.visit.date.localeCompare(b.visit.date)),
    past: registrations.filter(({ visit }) => visit.date < today),
  };
}
