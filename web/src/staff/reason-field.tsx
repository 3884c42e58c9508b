import { useState } from "preact/hooks";
import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import { type ReasonFor, staffReasons } from "../../../shared/copy/pages-staff-reasons.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { ChoiceGroup, TextField } from "../ui/field.tsx";
import { textIn } from "../ui/use-form.ts";

const own = "own";
const pointer = "/reason";
const ownPointer = "/reason/own";

/** The reason in Korean: chosen, or in the staff's own words. Empty when there is none, which the API refuses. */
export const reasonIn = (data: FormData): string => {
  const chosen = textIn(data, pointer);
  return chosen === own ? textIn(data, ownPointer) : chosen;
};

type Props = {
  why: ReasonFor;
  isTold?: boolean;
  /** The reason said most is chosen already: where seconds count. */
  isChosen?: boolean;
  error: string | undefined;
};

/** Why something is done for somebody: one press for what is said most, a line for everything else. */
export const ReasonField = ({ why, isTold = true, isChosen = false, error }: Props) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  const [isOwn, setOwn] = useState(false);
  return (
    <>
      <ChoiceGroup
        pointer={pointer}
        label={words.reason}
        hint={isTold ? words.reasonTold : words.reasonKept}
        error={error}
        choices={[
          ...staffReasons[why].map((reason) => ({ value: reason.ko, label: reason[locale] })),
          { value: own, label: words.reasonOwn },
        ]}
        chosen={isChosen ? [staffReasons[why][0].ko] : []}
        onChoose={(value) => setOwn(value === own)}
      />
      {isOwn && <TextField pointer={ownPointer} label={words.reasonOwnLabel} maxLength={120} />}
    </>
  );
};
