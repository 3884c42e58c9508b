import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";

/** Who may be meant; one press checks them in. */
export const FoundList = ({ people, onChoose }: { people: readonly FoundPerson[]; onChoose: (person: FoundPerson) => void }) => {
  const words = useWords(staffFindWords);
  const locale = useLocale();
  return (
    <section class="stack">
      <p role="status">{people.length === 0 ? words.nobody : words.found(people.length)}</p>
      <ul class="found" role="list">
        {people.map((person) => {
          const { maskedName, phoneEnd, code, arrivedAt } = person;
          const number = phoneEnd ? words.phoneEnd(phoneEnd) : words.noPhone;
          return (
            <li key={code ?? `${maskedName} ${phoneEnd}`}>
              <strong class="found-name">{maskedName}</strong>
              <span>
                {number}
                {arrivedAt && `, ${words.arrived(clockText(arrivedAt, locale))}`}
              </span>
              {code ? (
                <Button kind="main" onClick={() => onChoose(person)} aria-label={`${words.admit}, ${maskedName}, ${number}`}>
                  {words.admit}
                </Button>
              ) : (
                <span class="found-wait">{words.noTicket}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
