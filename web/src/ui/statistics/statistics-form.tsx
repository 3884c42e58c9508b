import type { ComponentChildren } from "preact";
import { educationLabels, sexLabels } from "../../../../shared/copy/codes.ts";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { PersonEducation, Sex } from "../../../../shared/domain/statistics.ts";
import type { Body, Refused } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { choicesOf } from "../choices.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { SelectField } from "../field.tsx";
import { textIfAny, useForm } from "../use-form.ts";

type StatisticsBody = Body<"PUT /api/me/statistics">;
type Props = {
  /** What is there already, for whoever may see it. */
  known?: { sex?: Sex | undefined; education?: PersonEducation | undefined } | null;
  consentVersionIn: (data: FormData) => string;
  /** The text that is agreed to, and its box. */
  consent: (error: string | undefined) => ComponentChildren;
  send: (body: StatisticsBody) => Promise<{ ok: true; value: undefined } | Refused>;
  onDone: () => Promise<void>;
  /** Beside the button that saves. */
  children?: ComponentChildren;
};

/** Sex and education for reports; either may be left out. */
export const StatisticsForm = ({ known, consentVersionIn, consent, send, onDone, children }: Props) => {
  const words = useWords(statisticsWords);
  const locale = useLocale();
  const none = { value: "", label: words.unsaid };
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      draft: { ...textIfAny(data, "/draft/sex", "sex"), ...textIfAny(data, "/draft/education", "education") },
      consentVersion: consentVersionIn(data),
    }),
    // The API judges: the form's texts have become the schema's codes.
    send: (body) => send(body as StatisticsBody),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <SelectField
        pointer="/draft/sex"
        label={words.sex}
        hint={words.either}
        error={errorAt("/draft/sex")}
        optional
        defaultValue={known?.sex ?? ""}
        choices={[none, ...choicesOf(Sex.options, sexLabels, locale)]}
      />
      <SelectField
        pointer="/draft/education"
        label={words.education}
        error={errorAt("/draft/education")}
        optional
        defaultValue={known?.education ?? ""}
        choices={[none, ...choicesOf(PersonEducation.options, educationLabels, locale)]}
      />
      {consent(errorAt("/consentVersion") && words.agreeFirst)}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        {children}
      </div>
    </form>
  );
};
