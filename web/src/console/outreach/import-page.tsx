import { useRef, useState } from "preact/hooks";
import type { ImportedRow } from "../../../../shared/contract/leads.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type LeadColumn, leadColumns } from "../../../../shared/domain/lead-import.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field, SelectField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { leadsPath } from "../paths.ts";
import { type FileTrouble, readFile, sendRows } from "./import-rows.ts";
import { useSources } from "./lead-form-pages.tsx";

type Progress = {
  all: number;
  done: readonly ImportedRow[];
  unknown: readonly string[];
  running: boolean;
  stopped?: ClientProblem | undefined;
};

/** A list of firms from a spreadsheet, taken in row by row: what is in is said while it goes on, and what is not is explained. */
export const ImportPage = () => {
  const words = useWords(leadWords);
  const [sources] = useSources();
  const [trouble, setTrouble] = useState<FileTrouble>();
  const [progress, setProgress] = useState<Progress>();
  const rest = useRef<() => Promise<void>>(undefined);
  const fileId = "field-file";

  const run = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const file = data.get("/file");
    if (!(file instanceof File) || progress?.running) return;
    setTrouble(undefined);
    setProgress(undefined);
    const list = await readFile(file);
    if (!list.ok) return setTrouble(list.why);
    const sourceId = String(data.get("/sourceId") ?? "") || undefined;
    let done: readonly ImportedRow[] = [];
    const goOn = async () => {
      const base = { all: list.rows.length, unknown: list.unknown };
      setProgress({ ...base, done, running: true });
      const stopped = await sendRows(list.rows.slice(done.length), sourceId, (more) => {
        done = [...done, ...more];
        setProgress({ ...base, done, running: true });
      });
      setProgress({ ...base, done, running: false, stopped });
    };
    rest.current = goOn;
    await goOn();
  };

  return (
    <Page title={words.importTitle} lead={words.importLead} back={{ href: leadsPath, label: words.title }} focus={hasMoved()}>
      <Card as="section">
        <p class="soft">{words.importColumns(leadColumns.map((column) => words.columns[column]).join(", "))}</p>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void run(event.currentTarget);
          }}
        >
          <Field pointer="/file" label={words.importFile} error={trouble && words.importProblems[trouble]}>
            {(attributes) => <input {...attributes} id={fileId} type="file" accept=".csv,.txt,text/csv" class="input" />}
          </Field>
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
          <div>
            <Button type="submit" kind="main" busy={progress?.running ?? false}>
              {words.importStart}
            </Button>
          </div>
        </form>
      </Card>
      {progress && <Shown progress={progress} onGoOn={() => void rest.current?.()} />}
    </Page>
  );
};

const Shown = ({ progress: { all, done, unknown, running, stopped }, onGoOn }: { progress: Progress; onGoOn: () => void }) => {
  const words = useWords(leadWords);
  const count = (how: ImportedRow["how"]): number => done.filter((row) => row.how === how).length;
  const refused = done.filter((row) => row.how === "refused");
  return (
    <section class="stack">
      <progress max={all} value={done.length} aria-label={words.importTitle} />
      <p role="status">
        {running ? words.importRunning(done.length, all) : words.importDone(count("added"), count("known"), refused.length)}
      </p>
      {unknown.length > 0 && (
        <p class="soft">
          {words.importUnknown}: <span lang="ko">{unknown.join(", ")}</span>
        </p>
      )}
      {stopped && (
        <Notice tone="warn" title={stopped.title} live>
          <p>{stopped.detail}</p>
          <p>{words.importStopped}</p>
          <Button onClick={onGoOn}>{words.importAgain}</Button>
        </Notice>
      )}
      {refused.length > 0 && (
        <section class="stack">
          <h2>{words.importRefusedTitle}</h2>
          <p class="soft">{words.importRefusedLead}</p>
          {refused.map(({ line, errors }) => (
            <Card as="article" key={line}>
              <h3 class="card-title">{words.importLine(line)}</h3>
              <ul>
                {errors.map(({ column, detail }) => (
                  <li key={column + detail}>
                    <strong>{words.columns[column as LeadColumn] ?? column}</strong>: {detail}
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </section>
      )}
    </section>
  );
};
