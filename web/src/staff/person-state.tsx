import type { DayPerson } from "../../../shared/contract/staff.ts";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import { staffPeopleWords } from "../../../shared/copy/pages-staff-people.ts";
import { clockText } from "../platform/times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Tag } from "../ui/card.tsx";
import { Icon } from "../ui/icons.tsx";

type Props = { person: DayPerson; isNew?: boolean };

/** Here, not coming after all, will come, did not answer, did not come, or has nothing booked any more. */
export const PersonState = ({ person: { arrivedAt, confirmedAt, bookings, missed, isCancelled, withdrawnAt }, isNew = false }: Props) => {
  const words = useWords(staffWords);
  const dayWords = useWords(staffDayWords);
  const peopleWords = useWords(staffPeopleWords);
  const locale = useLocale();
  // Somebody who withdrew may have been let in all the same.
  const withdrawn = withdrawnAt && <Tag>{peopleWords.withdrawn}</Tag>;
  if (arrivedAt)
    return (
      <>
        <Tag tone="good">
          <Icon name="tick" />
          {isNew ? words.justArrived : words.arrivedAt(clockText(arrivedAt, locale))}
        </Tag>
        {withdrawn}
      </>
    );
  if (withdrawn) return withdrawn;
  if (bookings.some(({ isMissing }) => isMissing) || (bookings.length === 0 && missed.length > 0))
    return (
      <>
        {confirmedAt && <Tag tone="main">{dayWords.confirmed}</Tag>}
        <Tag tone="sign">{dayWords.didNotCome}</Tag>
      </>
    );
  if (isCancelled) return <Tag>{dayWords.cancelledAll}</Tag>;
  if (confirmedAt) return <Tag tone="main">{dayWords.confirmed}</Tag>;
  return <Tag>{bookings.length > 0 ? dayWords.unanswered : words.notArrived}</Tag>;
};
