import { useState } from "preact/hooks";
import type { Report } from "../../../../../shared/contract/reports.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { saveFile } from "../../../platform/save-file.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Period } from "../../period.tsx";
import { csvFile, xlsxFile } from "./report-files.ts";
import { reportSheets } from "./report-sheets.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A report on paper, as a workbook, and as text. */
export const ReportButtons = ({ report, period, name }: { report: Report; period: Period; name: string }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const sheets = () => reportSheets(report, period, locale);
  const workbook = async () => {
    setBusy(true);
    try {
      saveFile(`${name}.xlsx`, await xlsxFile(sheets()), xlsxType);
      setFailed(false);
    } catch {
      // What writes it is fetched when it is asked for.
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <div class="stack no-print">
      {failed && <Notice tone="bad" title={words.fileFailed} live />}
      <div class="row">
        <Button kind="main" busy={busy} onClick={() => void workbook()}>
          {words.xlsx}
        </Button>
        <Button onClick={() => saveFile(`${name}.csv`, csvFile(sheets()), "text/csv;charset=utf-8")}>{words.csv}</Button>
        <Button onClick={() => print()}>{words.print}</Button>
      </div>
    </div>
  );
};
