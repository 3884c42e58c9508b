import { importWords } from "../../../../shared/copy/pages-import.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type LeadColumn, leadColumns } from "../../../../shared/domain/lead-import.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Card } from "../../ui/card.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { textIn } from "../../ui/use-form.ts";
import { countOf, ImportForm } from "../import/import-form.tsx";
import { leadsPath } from "../paths.ts";
import { useSources } from "./lead-form-pages.tsx";

const read = async (text: string) => (await import("../../../../shared/domain/lead-import.ts")).readLeadList(text);

/** A list of firms from a spreadsheet. */
export const ImportPage = () => {
  const words = useWords(leadWords);
  const common = useWords(importWords);
  const [sources] = useSources();
  return (
    <Page title={words.importTitle} lead={words.importLead} back={{ href: leadsPath, label: words.title }} focus={hasMoved()}>
      <Card as="section">
        <p class="soft">{words.importColumns(leadColumns.map((column) => words.columns[column]).join(", "))}</p>
        <ImportForm
          title={words.importTitle}
          level={2}
          accept=".csv,.txt,text/csv"
          read={read}
          send={(form) => (rows) => {
            const sourceId = textIn(form, "/sourceId");
            return call("POST /api/office/lead-imports", { body: { rows: [...rows], ...(sourceId && { sourceId }) } });
          }}
          columnMissing={words.importNameMissing}
          said={(done) => words.importDone(countOf(done, "added"), countOf(done, "known"), countOf(done, "refused"))}
          rowName={({ line }) => common.line(line)}
          columnName={(column) => words.columns[column as LeadColumn] ?? column}
        >
          {sources.state === "loaded" && (
            <SelectField
              pointer="/sourceId"
              optional
              label={words.source}
              defaultValue=""
              choices={[
                { value: "", label: words.sourceNone },
                ...sources.value.sources.map(({ sourceId, nameKo }) => ({ value: sourceId, label: nameKo })),
              ]}
            />
          )}
        </ImportForm>
      </Card>
    </Page>
  );
};
