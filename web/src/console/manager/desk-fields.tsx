import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { fieldId, TextField } from "../../ui/field.tsx";
import { useRows } from "../use-rows.ts";

const mostDesks = 20;

/** The lowest short name that no other desk of the visit has: `d1`, `d2` … A desk keeps its short name, bookings refer to it. */
export function freeDeskId(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`d${number}`)) number += 1;
  return `d${number}`;
}

type Props = { desks: readonly Desk[] | undefined; errorAt: (pointer: string) => string | undefined };

/** The desks of a visit by the names that people read; their short names go along unseen. */
export const DeskFields = ({ desks, errorAt }: Props) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const { rows, add, remove } = useRows<{ deskId: string; label: string }>(
    desks ?? [
      { deskId: "d1", label: words.newDesk(1) },
      { deskId: "d2", label: words.newDesk(2) },
    ],
  );
  const addDesk = () => {
    const deskId = freeDeskId(rows.map((row) => row.start.deskId));
    add({ deskId, label: words.newDesk(Number(deskId.slice(1))) });
  };
  return (
    <fieldset class="group">
      <legend>{words.desksTitle}</legend>
      <p class="field-hint">{words.desksHint}</p>
      <p class="field-error" id={fieldId("/desks")} tabIndex={-1}>
        {errorAt("/desks")}
      </p>
      {rows.map(({ key, start }, i) => (
        <div class="row-fields" key={key}>
          <input type="hidden" name={`/desks/${i}/deskId`} value={start.deskId} />
          <TextField
            pointer={`/desks/${i}/label`}
            label={words.desk(i + 1)}
            error={errorAt(`/desks/${i}/label`)}
            defaultValue={start.label}
          />
          {rows.length > 1 && (
            <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeDesk(start.label)}>
              {common.remove}
            </Button>
          )}
        </div>
      ))}
      {rows.length < mostDesks && (
        <div>
          <Button onClick={addDesk}>{words.addDesk}</Button>
        </div>
      )}
    </fieldset>
  );
};
