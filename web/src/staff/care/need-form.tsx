import { useState } from "preact/hooks";
import type { AptitudeTest } from "../../../../shared/contract/aptitude-tests.ts";
import { aptitudeKindWords } from "../../../../shared/copy/aptitude-tests.ts";
import { staffAptitudeWords } from "../../../../shared/copy/pages-staff-aptitude.ts";
import type { AptitudeStep } from "../../../../shared/domain/aptitude-test.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, SelectField, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

export type TestProps = { at: { visitId: string; registrationId: string }; test: AptitudeTest; onDone: () => Promise<void> };

/** What the talk about it came to: which test, or why none. */
export const NeedForm = ({ at, test: { testId, version }, onDone }: TestProps) => {
  const words = useWords(staffAptitudeWords);
  const locale = useLocale();
  const [isNeeded, setNeeded] = useState(true);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      step: (isNeeded
        ? { did: "found_needed", kind: textIn(data, "/step/kind") }
        : { did: "found_not_needed", why: textIn(data, "/step/why") }) as AptitudeStep,
      seen: version,
    }),
    send: (body) =>
      call("POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps", { params: { ...at, testId }, body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/step/did"
        label={words.need}
        choices={[
          { value: "yes", label: words.needYes },
          { value: "no", label: words.needNo },
        ]}
        chosen={["yes"]}
        onChoose={(value) => setNeeded(value === "yes")}
      />
      {isNeeded ? (
        <SelectField
          pointer="/step/kind"
          label={words.which}
          error={errorAt("/step/kind")}
          choices={Object.entries(aptitudeKindWords).map(([value, label]) => ({ value, label: label[locale] }))}
        />
      ) : (
        <TextField pointer="/step/why" label={words.why} hint={words.whyHint} error={errorAt("/step/why")} maxLength={200} />
      )}
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
};
