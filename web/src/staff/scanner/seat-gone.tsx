import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { useWords } from "../../platform/use-locale.ts";

/** What somebody is offered whose seat was given away: another time, or a number in the line. */
export const SeatGone = ({ visitId, verdict: { registrationId } }: { visitId: string; verdict: ScanVerdict }) => {
  const words = useWords(staffOfflineWords);
  return (
    <div class="verdict-choices">
      {registrationId && (
        <a class="verdict-choice" href={`/staff/visits/${visitId}/people/${registrationId}/book`}>
          {words.nextFreeTime}
        </a>
      )}
      <a class="verdict-choice" href={`/staff/visits/${visitId}/walk-in`}>
        {words.numberInLine}
      </a>
    </div>
  );
};
