import { useState } from "preact/hooks";
import { fieldProblemWords } from "../../../../../shared/copy/field-problems.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import type { PlaceId } from "../../../../../shared/domain/ids.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import type { DraftVisit } from "../../../../../shared/domain/season-draft.ts";
import { dateText, type LocalDate, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../../platform/clock.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { textIn } from "../../../ui/use-form.ts";
import { PlaceField } from "../place-field.tsx";

type Props = {
  visit: DraftVisit | undefined;
  places: readonly Place[];
  onClose: () => void;
  onSave: (visit: DraftVisit) => void;
  onDrop: (visitId: DraftVisit["visitId"]) => void;
};

const formId = "season-change";

/** What dragging does, for the keyboard and for fingers: another date, another place, or no visit. */
export const ProposalDialog = ({ visit, places, onClose, onSave, onDrop }: Props) => {
  const words = useWords(seasonWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const today = seoulDateOf(instantNow());
  const [isOver, setIsOver] = useState(false);
  return (
    <Dialog
      open={visit !== undefined}
      title={visit ? words.changeTitle(dateText(visit.date, locale)) : ""}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="danger" onClick={() => visit && onDrop(visit.visitId)}>
            {words.drop}
          </Button>
          <Button type="submit" form={formId} kind="main">
            {words.save}
          </Button>
        </>
      }
    >
      {visit && (
        <form
          id={formId}
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            const date = (textIn(data, "/date") || visit.date) as LocalDate;
            setIsOver(date < today);
            if (date < today) return;
            onSave({ ...visit, date, placeId: (textIn(data, "/placeId") || visit.placeId) as PlaceId });
          }}
        >
          <TextField
            pointer="/date"
            type="date"
            label={words.newDate}
            hint={words.swapHint}
            error={isOver ? fieldProblemWords["day-over"][locale](undefined) : undefined}
            min={today}
            defaultValue={visit.date}
          />
          <PlaceField pointer="/placeId" places={places} chosen={visit.placeId} error={undefined} />
        </form>
      )}
    </Dialog>
  );
};
