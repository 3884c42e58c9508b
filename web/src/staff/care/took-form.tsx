import type { AptitudeTest } from "../../../../shared/contract/aptitude-tests.ts";
import { staffAptitudeWords } from "../../../../shared/copy/pages-staff-aptitude.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import type { TestProps } from "./need-form.tsx";

/** Days of Seoul between which a test was taken: from the one on which it was asked for to today. */
const daysOf = ({ steps: [asked] }: AptitudeTest): { min: LocalDate | undefined; max: LocalDate } => ({
  min: asked && seoulDateOf(asked.at),
  max: seoulDateOf(instantNow()),
});

/** That a test was taken, and when: today with one press. */
export const TookForm = ({ at, test, onDone }: TestProps) => {
  const words = useWords(staffAptitudeWords);
  const { testId, version } = test;
  const days = daysOf(test);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ step: { did: "took" as const, on: textIn(data, "/step/on") as LocalDate }, seen: version }),
    send: (body) =>
      call("POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps", { params: { ...at, testId }, body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/step/on"
        type="date"
        label={words.tookOn}
        hint={words.tookOnHint}
        error={errorAt("/step/on")}
        defaultValue={days.max}
        {...days}
      />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {words.took}
        </Button>
      </div>
    </form>
  );
};
