import type { ComponentChildren } from "preact";
import type * as z from "zod/mini";
import { welfareLabels, workHoursLabels } from "../../../../shared/copy/codes.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { postingWords } from "../../../../shared/copy/pages-postings.ts";
import { postingFactWords } from "../../../../shared/copy/posting-facts.ts";
import { type PostingDraft, type Welfare, WorkHours } from "../../../../shared/domain/posting.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { choicesOf } from "../../ui/choices.ts";
import { ChoiceGroup, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { UnitField } from "../unit-field.tsx";
import type { PostingFieldsProps } from "./posting-fields.tsx";

/** What most firms have, first. */
const welfare: readonly z.infer<typeof Welfare>[] = ["04", "02", "01", "11", "12", "13", "06", "09"];

type Name = keyof PostingDraft;
type FoldProps = PostingFieldsProps & { title: string; fields: readonly Name[]; children: ComponentChildren };

/** Folded while nothing stands in it and nothing of it was refused. */
const Fold = ({ title, fields, draft, errorAt, children }: FoldProps) => {
  const words = useWords(postingWords);
  const isOpen = fields.some((name) => draft?.[name] !== undefined || errorAt(`/${name}`) !== undefined);
  return (
    <details class="draft" open={isOpen}>
      <summary>{title}</summary>
      <div class="stack">
        <p class="field-hint">{words.moreHint}</p>
        {children}
      </div>
    </details>
  );
};

/** What may be said beside: each part is opened by whoever wants to. */
export const MorePostingFields = ({ draft, errorAt }: PostingFieldsProps) => {
  const words = useWords(postingWords);
  const facts = useWords(postingFactWords);
  const firm = useWords(employerWords);
  const locale = useLocale();
  const at = { draft, errorAt };
  const line = (
    name:
      | "occupationNameKo"
      | "certificatesKo"
      | "preferredKo"
      | "legalCheckKo"
      | "vehicleKo"
      | "accessKo"
      | "stationKo"
      | "documentsKo"
      | "titleEn",
    label: string,
    hint?: string,
  ) => <TextField pointer={`/${name}`} optional label={label} hint={hint} error={errorAt(`/${name}`)} defaultValue={draft?.[name]} />;
  return (
    <div class="stack">
      <Fold {...at} title={words.moreAsked} fields={["occupationNameKo", "certificatesKo", "preferredKo", "legalCheckKo"]}>
        <div class="fields">
          {line("occupationNameKo", facts.occupationName, words.occupationNameHint)}
          {line("certificatesKo", facts.certificates, words.certificatesHint)}
          {line("preferredKo", facts.preferred, words.preferredHint)}
          {line("legalCheckKo", facts.legalCheck, words.legalCheckHint)}
        </div>
      </Fold>
      <Fold {...at} title={words.moreGiven} fields={["workHours", "welfare", "benefitsKo", "vehicleKo", "accessKo", "stationKo"]}>
        <ChoiceGroup
          pointer="/welfare"
          optional
          type="checkbox"
          label={facts.welfare}
          error={errorAt("/welfare")}
          choices={choicesOf(welfare, welfareLabels, locale)}
          chosen={draft?.welfare ?? []}
        />
        <div class="fields">
          <TextArea
            pointer="/benefitsKo"
            optional
            label={firm.benefits}
            hint={firm.benefitsHint}
            error={errorAt("/benefitsKo")}
            defaultValue={draft?.benefitsKo}
            rows={2}
          />
          {line("accessKo", facts.access, words.accessHint)}
          {line("stationKo", facts.station, words.stationHint)}
          {line("vehicleKo", facts.vehicle, words.vehicleHint)}
          <SelectField
            pointer="/workHours"
            optional
            label={facts.workHours}
            error={errorAt("/workHours")}
            defaultValue={draft?.workHours ?? ""}
            choices={[{ value: "", label: words.notSaid }, ...choicesOf(WorkHours.options, workHoursLabels, locale)]}
          />
        </div>
      </Fold>
      <Fold {...at} title={words.moreInterview} fields={["documentsKo", "interviewMinutes", "interviewsAVisit"]}>
        <div class="fields">
          {line("documentsKo", facts.documents, words.documentsHint)}
          <UnitField
            pointer="/interviewMinutes"
            optional
            label={words.minutes}
            unit={words.minutesUnit}
            error={errorAt("/interviewMinutes")}
            value={draft?.interviewMinutes}
          />
          <UnitField
            pointer="/interviewsAVisit"
            optional
            label={words.aVisit}
            unit={words.aVisitUnit}
            error={errorAt("/interviewsAVisit")}
            value={draft?.interviewsAVisit}
          />
        </div>
      </Fold>
      <Fold {...at} title={words.moreEnglish} fields={["titleEn", "tasksEn"]}>
        <div class="fields">
          {line("titleEn", firm.titleEn)}
          <TextArea pointer="/tasksEn" optional label={firm.tasksEn} error={errorAt("/tasksEn")} defaultValue={draft?.tasksEn} rows={5} />
        </div>
      </Fold>
    </div>
  );
};
