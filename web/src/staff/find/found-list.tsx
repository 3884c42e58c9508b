import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Icon } from "../../ui/icons.tsx";

type Props = { people: readonly FoundPerson[]; onChoose: (person: FoundPerson) => void };

/** Who may be meant; one press checks them in. Whoever is here says so, and can be looked at once more. */
export const FoundList = ({ people, onChoose }: Props) => {
  const words = useWords(staffFindWords);
  const locale = useLocale();
  return (
    <section class="stack">
      <p role="status">{people.length === 0 ? words.nobody : words.found(people.length)}</p>
      <ul class="found" role="list">
        {people.map((person) => {
          const { maskedName, phoneEnd, code, arrivedAt, times } = person;
          const number = phoneEnd ? words.phoneEnd(phoneEnd) : words.noPhone;
          const act = arrivedAt ? words.admitAgain : words.admit;
          return (
            <li key={code ?? `${maskedName} ${phoneEnd}`}>
              <div class="found-who">
                <strong class="found-name">{maskedName}</strong>
                <span>{number}</span>
                {times.map(({ startsAt, deskLabel }) => (
                  <span key={startsAt}>
                    {clockText(startsAt, locale)} <DeskLabel label={deskLabel} />
                  </span>
                ))}
                {arrivedAt && (
                  <Tag tone="good">
                    <Icon name="tick" />
                    {words.arrived(clockText(arrivedAt, locale))}
                  </Tag>
                )}
              </div>
              {code ? (
                <Button
                  kind={arrivedAt ? "plain" : "main"}
                  onClick={() => onChoose(person)}
                  aria-label={`${act}, ${maskedName}, ${number}`}
                >
                  {act}
                </Button>
              ) : (
                <span>{words.noTicket}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
