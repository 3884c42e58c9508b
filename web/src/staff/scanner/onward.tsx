import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { useWords } from "../../platform/use-locale.ts";
import { needsDesk } from "./scan-desk.ts";

type Props = { visitId: string; verdict: ScanVerdict };

/** What follows for whoever is in and has no time: a desk, or where their seat was given away another time, or a number in the line. */
export const Onward = ({ visitId, verdict }: Props) => {
  const words = useWords(staffOfflineWords);
  const { registrationId, missed } = verdict;
  if (missed.length === 0) return <SendLink visitId={visitId} verdict={verdict} kind="verdict-next" />;
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

/** A code that this device does not know, while nobody else can be asked: it may have been given after the list was loaded. */
export const OlderList = () => <p>{useWords(staffOfflineWords).olderList}</p>;

/** To the page that sends them to a desk, where they have no time of their own. */
export const SendLink = ({ visitId, verdict, kind }: Props & { kind: string }) => {
  const words = useWords(staffOfflineWords);
  if (!needsDesk(verdict)) return null;
  return (
    <a class={kind} href={`/staff/visits/${visitId}/walk-in?send=${verdict.idx}`}>
      {words.sendToDesk}
    </a>
  );
};
