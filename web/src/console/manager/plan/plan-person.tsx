import type { AffectedPerson } from "../../../../../shared/contract/plans.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { BookingChoice, PlanChange } from "../../../../../shared/domain/plan.ts";
import { momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Tag } from "../../../ui/card.tsx";
import { canKeep, choiceKey, choiceOf, rebookKey } from "./choices.ts";

type AffectedBooking = AffectedPerson["bookings"][number];
type OnChoose = (bookingId: AffectedBooking["bookingId"], choice: BookingChoice) => void;
type Props = { person: AffectedPerson; change: PlanChange; onChoose: OnChoose };

/** One person: what becomes of each booking, to be chosen otherwise. */
export const PlanPerson = ({ person, change, onChoose }: Props) => {
  const words = useWords(planWords);
  return (
    <li class="plan-person">
      <div>
        <strong lang="ko">{person.maskedName}</strong>
        {person.waits > 0 && <p class="soft small">{words.alsoWaits(person.waits)}</p>}
        {person.applications > 0 && <p class="soft small">{words.alsoApplied(person.applications)}</p>}
      </div>
      <div class="stack stack-tight">
        {person.bookings.length === 0 && <span class="soft">{words.noBooking}</span>}
        {person.bookings.map((booking) => (
          <Choice key={booking.bookingId} name={person.maskedName} booking={booking} change={change} onChoose={onChoose} />
        ))}
      </div>
    </li>
  );
};

type ChoiceProps = { name: string; booking: AffectedBooking; change: PlanChange; onChoose: OnChoose };

const Choice = ({ name, booking, change, onChoose }: ChoiceProps) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const { bookingId, startsAt, whatKo, choice, isChosen, options } = booking;
  const time = momentText(startsAt, locale);
  const value = choiceKey(choice);
  const rebooks = options.map((option) => ({
    value: rebookKey(option),
    label: words.rebook(momentText(option.startsAt, locale), option.placeNameKo),
  }));
  // What was chosen may be full meanwhile: it stays to be seen.
  const isListed = choice.do !== "rebook" || rebooks.some((rebook) => rebook.value === value);
  const id = `choice-${bookingId}`;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        <span class="unseen">{words.choiceFor(name, time)}: </span>
        <span aria-hidden="true">{time} </span>
        <span lang="ko">{whatKo}</span> {isChosen && <Tag tone="main">{words.chosen}</Tag>}
      </label>
      <select class="input" id={id} value={value} onChange={(event) => onChoose(bookingId, choiceOf(event.currentTarget.value))}>
        {(canKeep(change) || choice.do === "keep") && (
          <option value="keep">{change.kind === "move-visit" ? words.keepMoved : words.keep}</option>
        )}
        {rebooks.map((rebook) => (
          <option key={rebook.value} value={rebook.value}>
            {rebook.label}
          </option>
        ))}
        {!isListed && <option value={value}>{words.rebookGone}</option>}
        <option value="cancel">{words.cancel}</option>
      </select>
    </div>
  );
};
