import { useRef, useState } from "preact/hooks";
import { importWords } from "../../../../shared/copy/pages-import.ts";
import { jobListWords } from "../../../../shared/copy/pages-job-lists.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import type { JobColumn, SeoulRow } from "../../../../shared/domain/job-row.ts";
import { type Answer, type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { saveFile } from "../../platform/save-file.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { textIn } from "../../ui/use-form.ts";
import { countOf, ImportForm } from "../import/import-form.tsx";
import { leadsPath } from "../paths.ts";

/** Postings in the shape of Seoul's open data, both ways. */
export const JobListsPage = () => {
  const words = useWords(jobListWords);
  const leads = useWords(leadWords);
  return (
    <Page title={words.title} lead={words.lead} back={{ href: leadsPath, label: leads.title }} focus={hasMoved()}>
      <Card as="section">
        <h2>{words.inTitle}</h2>
        <p>{words.inLead}</p>
        <p class="soft">{words.inWhere}</p>
        <p class="soft">{words.inPrivate}</p>
        <div>
          <Button onClick={() => void saveTemplate(words.templateName)}>{words.template}</Button>
        </div>
        <p class="soft">{words.templateHint}</p>
        <TakeIn />
      </Card>
      <Card as="section">
        <h2>{words.outTitle}</h2>
        <p>{words.outLead}</p>
        <GiveOut />
      </Card>
    </Page>
  );
};

const saveTemplate = async (name: string): Promise<void> => {
  const [{ jobListHead }, { csvOf }] = await Promise.all([
    import("../../../../shared/domain/job-row.ts"),
    import("../../../../shared/domain/csv.ts"),
  ]);
  saveFile(`${name}.csv`, csvOf([jobListHead]), "text/csv;charset=utf-8");
};

const TakeIn = () => {
  const words = useWords(jobListWords);
  const common = useWords(importWords);
  const hasLines = useRef(true);
  const read = async (text: string) => {
    const { isData, readJobList } = await import("../../../../shared/domain/job-row.ts");
    hasLines.current = !isData(text);
    return readJobList(text);
  };
  return (
    <ImportForm
      title={words.inTitle}
      level={3}
      accept=".json,.csv,.txt,application/json,text/csv"
      read={read}
      send={(form) => (rows) => {
        const businessNumber = textIn(form, "/businessNumber").trim();
        return call("POST /api/office/posting-imports", { body: { rows: [...rows], ...(businessNumber && { businessNumber }) } });
      }}
      columnMissing={words.columnMissing}
      said={(done) =>
        words.done(
          countOf(done, "added"),
          done.filter(({ at }) => at === "employer").length,
          countOf(done, "known"),
          countOf(done, "refused"),
        )
      }
      rowName={({ line, cells }) => [(hasLines.current ? common.line : common.place)(line), cells.JO_REQST_NO].filter(Boolean).join(" · ")}
      columnName={(column) => words.columns[column as JobColumn] ?? column}
    >
      <TextField pointer="/businessNumber" optional label={words.businessNumber} hint={words.businessNumberHint} inputMode="numeric" />
    </ImportForm>
  );
};

type Which = "shown" | "valid";
type Format = "table" | "data";
type Gathering = { rows: readonly SeoulRow[]; state: "running" | "done"; problem?: ClientProblem };

const gather = async (which: Which, onPage: (rows: readonly SeoulRow[]) => void): Promise<ClientProblem | undefined> => {
  let rows: readonly SeoulRow[] = [];
  let next: { after?: string } | undefined = {};
  while (next) {
    const answer: Answer<"GET /api/office/postings"> = await call("GET /api/office/postings", { query: { which, ...next } });
    if (!answer.ok) return answer.problem;
    rows = [...rows, ...answer.value.rows];
    next = answer.value.next === null ? undefined : { after: answer.value.next };
    onPage(rows);
  }
  return undefined;
};

const save = async (rows: readonly SeoulRow[], format: Format, name: string): Promise<void> => {
  const { seoulAnswerOf, seoulTableOf } = await import("../../../../shared/domain/job-row-out.ts");
  if (format === "data") saveFile(`${name}.json`, JSON.stringify(seoulAnswerOf(rows), null, 1), "application/json");
  else saveFile(`${name}.csv`, seoulTableOf(rows), "text/csv;charset=utf-8");
};

const GiveOut = () => {
  const words = useWords(jobListWords);
  const [gathering, setGathering] = useState<Gathering>();
  const run = async (form: FormData) => {
    let rows: readonly SeoulRow[] = [];
    setGathering({ rows, state: "running" });
    const problem = await gather(textIn(form, "/which") as Which, (more) => {
      rows = more;
      setGathering({ rows, state: "running" });
    });
    if (!problem && rows.length > 0) await save(rows, textIn(form, "/format") as Format, words.fileName);
    setGathering({ rows, state: "done", ...(problem && { problem }) });
  };
  const count = gathering?.rows.length ?? 0;
  const said = gathering?.state === "running" ? words.outRunning(count) : count > 0 ? words.outDone(count) : words.outNone;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(new FormData(event.currentTarget));
      }}
    >
      <ChoiceGroup
        pointer="/which"
        label={words.which}
        chosen={["shown"]}
        choices={[
          { value: "shown", label: words.whichShown },
          { value: "valid", label: words.whichValid },
        ]}
      />
      <ChoiceGroup
        pointer="/format"
        label={words.format}
        chosen={["table"]}
        choices={[
          { value: "table", label: words.formatTable },
          { value: "data", label: words.formatData },
        ]}
      />
      <div>
        <Button type="submit" kind="main" busy={gathering?.state === "running"}>
          {words.outStart}
        </Button>
      </div>
      {gathering?.problem ? <Failed problem={gathering.problem} /> : gathering && <p role="status">{said}</p>}
    </form>
  );
};
