import { waitingForWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { addDays, type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ChoiceGroup, SelectField, TextField } from "../../ui/field.tsx";
import { textIn } from "../../ui/use-form.ts";

const at = { what: "/next/what", dueOn: "/next/dueOn", waitingFor: "/next/waitingFor" } as const;

/** What the fields say is to be done next. */
export const nextStepIn = (data: FormData) => ({
  what: textIn(data, at.what),
  dueOn: textIn(data, at.dueOn) as LocalDate,
  waitingFor: textIn(data, at.waitingFor) as keyof typeof waitingForWords,
});

/** A day as it is typed; in a week unless somebody says otherwise. */
export const DueField = ({ pointer, error }: { pointer: string; error: string | undefined }) => {
  const words = useWords(staffCareWords);
  const today = seoulDateOf(instantNow());
  return <TextField type="date" pointer={pointer} label={words.dueOn} error={error} min={today} defaultValue={addDays(today, 7)} />;
};

export const WaitingField = ({ pointer, error, start = "us" }: { pointer: string; error: string | undefined; start?: string }) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  return (
    <SelectField
      pointer={pointer}
      label={words.waitingFor}
      error={error}
      defaultValue={start}
      choices={Object.entries(waitingForWords).map(([value, label]) => ({ value, label: label[locale] }))}
    />
  );
};

type GoesOnProps = { goesOn: boolean; onChoose: (goesOn: boolean) => void; errorAt: (pointer: string) => string | undefined };

/** Whether there is anything to do next; and what, by when, and whose turn it is. */
export const GoesOn = ({ goesOn, onChoose, errorAt }: GoesOnProps) => {
  const words = useWords(staffCareWords);
  return (
    <>
      <ChoiceGroup
        pointer="/goes-on"
        label={words.hasNext}
        choices={[
          { value: "no", label: words.nextNo },
          { value: "yes", label: words.nextYes },
        ]}
        chosen={["no"]}
        onChoose={(value) => onChoose(value === "yes")}
      />
      {goesOn && <NextStepFields errorAt={errorAt} />}
    </>
  );
};

const NextStepFields = ({ errorAt }: Pick<GoesOnProps, "errorAt">) => {
  const words = useWords(staffCareWords);
  return (
    <>
      <TextField pointer={at.what} label={words.nextWhat} hint={words.nextWhatHint} error={errorAt(at.what)} maxLength={200} />
      <DueField pointer={at.dueOn} error={errorAt(at.dueOn)} />
      <WaitingField pointer={at.waitingFor} error={errorAt(at.waitingFor)} />
    </>
  );
};
