import { staffResultsWords } from "../../../../shared/copy/pages-staff-results.ts";
import { confirmedByWords } from "../../../../shared/copy/results.ts";
import { ConfirmedBy, type HiredByReferral } from "../../../../shared/domain/placement.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call, type Refused } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { paramsOf, type ResultFormProps } from "./said-result-form.tsx";

/** Of an interview at the bus. */
export const PlacementForm = (props: ResultFormProps) => {
  const words = useWords(staffResultsWords);
  const { startsAt, hasArrived } = props.result;
  return (
    <>
      {!hasArrived && (
        <Notice tone="warn">
          <p>{words.notHereCounts}</p>
        </Notice>
      )}
      <HireForm
        {...props}
        from={seoulDateOf(startsAt)}
        send={(body) =>
          call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement", { params: paramsOf(props), body })
        }
      />
    </>
  );
};

type HireProps = {
  /** The first day on which they can have begun. */
  from: LocalDate;
  send: (body: HiredByReferral) => Promise<{ ok: true; value: unknown } | Refused>;
  onDone: () => Promise<void>;
  onBack: () => void;
};

/** From when somebody works there, and how the centre knows. */
export const HireForm = ({ from, send, onDone, onBack }: HireProps) => {
  const words = useWords(staffResultsWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      startedOn: textIn(data, "/startedOn") as LocalDate,
      confirmedBy: textIn(data, "/confirmedBy") as ConfirmedBy,
    }),
    send,
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        type="date"
        pointer="/startedOn"
        label={words.startedOn}
        hint={words.startedOnHint}
        error={errorAt("/startedOn")}
        min={from}
      />
      <ChoiceGroup
        pointer="/confirmedBy"
        label={words.confirmedBy}
        error={errorAt("/confirmedBy")}
        choices={ConfirmedBy.options.map((value) => ({ value, label: confirmedByWords[value][locale] }))}
      />
      <p class="soft">{words.stayHint}</p>
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.confirm}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
