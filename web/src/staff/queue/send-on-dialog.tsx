import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FreeText } from "./desk-choice.tsx";
import type { DeskLine, Standing } from "./desk-queue.ts";

type Props = {
  /** Open while somebody is named. */
  who: Standing | undefined;
  desks: readonly DeskLine[];
  onChoose: (who: Standing, deskId: DeskId) => void;
  onClose: () => void;
};

/** To which desk somebody goes on; one press. */
export const SendOnDialog = ({ who, desks, onChoose, onClose }: Props) => {
  const words = useWords(staffQueueWords);
  return (
    <Dialog
      open={who !== undefined}
      title={words.sendOnTitle(who?.label ?? "")}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words.stay}</Button>}
    >
      <div class="send-desks">
        {desks.map((desk) => (
          <Button key={desk.deskId} kind="main" onClick={() => who && onChoose(who, desk.deskId)}>
            <DeskLabel label={desk.deskLabel} /> · <FreeText minutes={desk.freeInMinutes} />
          </Button>
        ))}
      </div>
    </Dialog>
  );
};
