import type { VisitReportPaper } from "../../../../../shared/contract/reports.ts";
import { visitReportWords } from "../../../../../shared/copy/visit-report.ts";
import { call } from "../../../platform/api.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";

type Props = {
  visitId: string;
  known: VisitReportPaper["remark"];
  /** How often it was saved while the page was open. */
  saved: number;
  onSaved: () => Promise<void>;
};

/** What the manager says of a visit beside its numbers. */
export const RemarkForm = ({ visitId, known, saved, onSaved }: Props) => {
  const words = useWords(visitReportWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ text: textIn(data, "/text"), seen: known?.version ?? 0 }),
    send: (body) => call("PUT /api/staff/reports/visits/{visitId}/remark", { params: { visitId }, body }),
    onDone: onSaved,
  });
  return (
    <form class="stack no-print" {...form}>
      {saved > 0 && <Notice key={saved} tone="good" title={words.remarkSaved} live focus />}
      <ErrorSummary trouble={trouble} />
      <TextArea
        pointer="/text"
        label={words.remark}
        hint={words.remarkHint}
        error={errorAt("/text")}
        maxLength={1000}
        rows={5}
        defaultValue={known?.text}
      />
      <div>
        <Button type="submit" busy={busy}>
          {words.remarkSave}
        </Button>
      </div>
    </form>
  );
};
