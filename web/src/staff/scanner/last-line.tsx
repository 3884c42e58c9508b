import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { SendLink } from "./onward.tsx";
import type { LastAdmission } from "./use-scan-desk.ts";

type Props = { visitId: string; last: LastAdmission; onUndo: () => void };

/** Who was let in last, with where they are to go: it is looked at after the green screen has gone, and can be taken back with one press. */
export const LastLine = ({ visitId, last, onUndo }: Props) => {
  const words = useWords(staffOfflineWords);
  const { calledBy: heardAs } = useWords(staffWords);
  const locale = useLocale();
  const { bookings, idx, maskedName, calledBy } = last.verdict;
  // Without a name it says by what they are called: whose check-in is taken back must be plain.
  const who = maskedName ?? calledBy ?? words.lastNameless;
  if (last.isUndone)
    return (
      <p class="scan-last" role="status">
        {words.undone(who)}
      </p>
    );
  return (
    <div class="scan-last">
      <div>
        <p>{words.lastAdmitted(who)}</p>
        {bookings.map(({ startsAt, deskLabel }) => (
          <p key={startsAt}>
            <strong>
              {clockText(startsAt, locale)} <DeskLabel label={deskLabel} />
            </strong>
          </p>
        ))}
        {calledBy && <p>{heardAs(calledBy)}</p>}
        <SendLink visitId={visitId} verdict={last.verdict} kind="button" />
      </div>
      {idx && <Button onClick={onUndo}>{words.undo}</Button>}
    </div>
  );
};
