import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ImportedRow } from "../../../../shared/contract/leads.ts";
import { importWords } from "../../../../shared/copy/pages-import.ts";
import type { FileTrouble, ImportRow, ReadList } from "../../../../shared/domain/row-import.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type SendRows, sendAll } from "./send-rows.ts";

type Progress<Column extends string, Done> = {
  rows: readonly ImportRow<Column>[];
  done: readonly Done[];
  unknown: readonly string[];
  running: boolean;
  stopped?: ClientProblem | undefined;
};

type Props<Column extends string, Done extends ImportedRow> = {
  /** What the list is, for whoever does not see the bar. */
  title: string;
  /** Of the heading above the rows to mend. */
  level: 2 | 3;
  accept: string;
  /** The rows of a file's text; what reads it is fetched when the first file is chosen. */
  read: (text: string) => Promise<ReadList<Column>>;
  /** Sends rows by what the form says beside them. */
  send: (form: FormData) => SendRows<ImportRow<Column>, Done>;
  columnMissing: string;
  /** What came of it, once it is over. */
  said: (done: readonly Done[]) => string;
  /** What a refused row is called. */
  rowName: (row: ImportRow<Column>) => string;
  columnName: (column: string) => string;
  /** Fields beside the file. */
  children?: ComponentChildren;
};

const readFile = async <Column extends string>(
  file: File,
  read: (text: string) => Promise<ReadList<Column>>,
): Promise<ReadList<Column>> => {
  const { textOfFile } = await import("../../../../shared/domain/csv-read.ts");
  const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
  return text === undefined ? { ok: false, why: "unreadable" } : read(text);
};

/** A file that is taken in row by row: what is in is said while it goes on, and what is not is explained. */
export const ImportForm = <Column extends string, Done extends ImportedRow>(props: Props<Column, Done>) => {
  const { read, send, accept, columnMissing, children } = props;
  const words = useWords(importWords);
  const [trouble, setTrouble] = useState<FileTrouble>();
  const [progress, setProgress] = useState<Progress<Column, Done>>();
  const rest = useRef<() => Promise<void>>(undefined);

  const run = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const file = data.get("/file");
    if (!(file instanceof File) || progress?.running) return;
    setTrouble(undefined);
    setProgress(undefined);
    const list = await readFile(file, read);
    if (!list.ok) return setTrouble(list.why);
    let done: readonly Done[] = [];
    const goOn = async () => {
      const base = { rows: list.rows, unknown: list.unknown };
      setProgress({ ...base, done, running: true });
      const stopped = await sendAll(list.rows.slice(done.length), send(data), (more) => {
        done = [...done, ...more];
        setProgress({ ...base, done, running: true });
      });
      setProgress({ ...base, done, running: false, stopped });
    };
    rest.current = goOn;
    await goOn();
  };

  const problem = trouble && (trouble === "column-missing" ? columnMissing : words.problems[trouble]);
  return (
    <>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run(event.currentTarget);
        }}
      >
        <Field pointer="/file" label={words.file} error={problem}>
          {(attributes) => <input {...attributes} type="file" accept={accept} class="input" />}
        </Field>
        {children}
        <div>
          <Button type="submit" kind="main" busy={progress?.running ?? false}>
            {words.start}
          </Button>
        </div>
      </form>
      {progress && <Shown {...props} progress={progress} onGoOn={() => void rest.current?.()} />}
    </>
  );
};

type ShownProps<Column extends string, Done extends ImportedRow> = Props<Column, Done> & {
  progress: Progress<Column, Done>;
  onGoOn: () => void;
};

const Shown = <Column extends string, Done extends ImportedRow>({
  progress: { rows, done, unknown, running, stopped },
  onGoOn,
  title,
  level,
  said,
  rowName,
  columnName,
}: ShownProps<Column, Done>) => {
  const words = useWords(importWords);
  const [Title, RowTitle] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  const refused = done.flatMap((row, i) => {
    const from = rows[i];
    return row.how === "refused" && from ? [{ ...row, from }] : [];
  });
  return (
    <section class="stack">
      <progress max={rows.length} value={done.length} aria-label={title} />
      <p role="status">{running ? words.running(done.length, rows.length) : said(done)}</p>
      {unknown.length > 0 && (
        <p class="soft">
          {words.unknown}: <span lang="ko">{unknown.join(", ")}</span>
        </p>
      )}
      {stopped && (
        <Notice tone="warn" title={stopped.title} live>
          <p>{stopped.detail}</p>
          {stopped.errors.map(({ pointer, detail }) => (
            <p key={pointer}>{detail}</p>
          ))}
          <p>{words.stopped}</p>
          <Button onClick={onGoOn}>{words.again}</Button>
        </Notice>
      )}
      {refused.length > 0 && (
        <section class="stack">
          <Title>{words.refusedTitle}</Title>
          <p class="soft">{words.refusedLead}</p>
          {refused.map(({ line, errors, from }) => (
            <Card as="article" key={line}>
              <RowTitle class="card-title">{rowName(from)}</RowTitle>
              <ul>
                {errors.map(({ column, detail }) => (
                  <li key={column + detail}>
                    <strong>{columnName(column)}</strong>: {detail}
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

/** How many rows there are of a kind. */
export const countOf = (done: readonly ImportedRow[], how: ImportedRow["how"]): number => done.filter((row) => row.how === how).length;
