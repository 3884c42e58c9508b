import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { fieldId } from "../../ui/field.tsx";
import { Whats } from "../what.tsx";
import { type DeskQueue, firstFreeFor } from "./desk-queue.ts";

const deskPointer = "/deskId";

export const FreeText = ({ minutes }: { minutes: number }) => {
  const words = useWords(staffQueueWords);
  return <>{minutes === 0 ? words.freeNow : words.freeIn(minutes)}</>;
};

type Props = {
  queue: DeskQueue;
  hint?: string;
  wants: "interview" | "help";
  /** Chosen by hand; until then the desk that is free first. */
  chosen: DeskId | undefined;
  error?: string | undefined;
  onChoose: (deskId: DeskId) => void;
};

/** The desks with when each is free for somebody without a booking; the first one to be that is meant for them is chosen until a hand chooses. */
export const DeskChoice = ({ queue, hint, wants, chosen, error, onChoose }: Props) => {
  const words = useWords(staffQueueWords);
  const id = fieldId(deskPointer);
  const firstFree = firstFreeFor(wants, queue.desks);
  const none = wants === "interview" ? words.noInterviewDesk : words.noHelpDesk;
  const said = [...(hint ? [hint] : []), ...(firstFree ? [] : [none])];
  return (
    <fieldset class="field" {...(said.length > 0 && { "aria-describedby": `${id}-hint` })}>
      <legend class="field-label">
        <span class="field-name">{words.desk}</span>
      </legend>
      {said.length > 0 && (
        <p class="field-hint" id={`${id}-hint`}>
          {said.join(" ")}
        </p>
      )}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <div class="choices walk-in-choices">
        {queue.desks.map(({ deskId, deskLabel, hosts, freeInMinutes }, i) => (
          <label class="choice" key={deskId}>
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${i}`}
              name={deskPointer}
              value={deskId}
              checked={deskId === (chosen ?? firstFree)}
              onChange={() => onChoose(deskId)}
            />
            <span>
              <span class="choice-name">
                <DeskLabel label={deskLabel} />
              </span>
              {hosts.length > 0 && (
                <span class="choice-more">
                  <Whats names={hosts} />
                </span>
              )}
              <span class="choice-more">
                <FreeText minutes={freeInMinutes} /> {deskId === firstFree && <Tag tone="good">{words.fastest}</Tag>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
