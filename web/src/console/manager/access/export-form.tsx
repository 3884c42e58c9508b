import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { byteOrderMark } from "../../../../../shared/domain/csv.ts";
import { addDays, type LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../../platform/api.ts";
import { checkAgainst } from "../../../platform/check-against.ts";
import { saveFile } from "../../../platform/save-file.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextField } from "../../../ui/field.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFinish } from "../../outcome.tsx";

const check = checkAgainst(() =>
  import("../../../../../shared/contract/access-log.ts").then(
    ({ accessLogOperations }) => accessLogOperations["POST /api/staff/access-log/exports"].body,
  ),
);

/** Reading the answer as text took the mark off that tells Excel how it is written. */
const saveTable = (name: string, text: string): void =>
  saveFile(name, text.startsWith(byteOrderMark) ? text : byteOrderMark + text, "text/csv;charset=utf-8");

/** The log of some days as a file, with a reason. */
export const ExportForm = ({ today }: { today: LocalDate }) => {
  const words = useWords(accessLogWords);
  const finish = useFinish();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) =>
      ({
        from: textIn(data, "/from"),
        to: textIn(data, "/to"),
        reason: textIn(data, "/reason"),
      }) as Body<"POST /api/staff/access-log/exports">,
    check,
    send: (body) => call("POST /api/staff/access-log/exports", { body }),
    onDone: (text, { from, to }) => {
      saveTable(`access-log-${from}-${to}.csv`, text);
      finish(words.exported);
    },
  });
  return (
    <Card as="section">
      <h2>{words.exportTitle}</h2>
      <p class="soft">{words.exportLead}</p>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <div class="row-fields">
          <TextField
            pointer="/from"
            type="date"
            label={words.exportFrom}
            error={errorAt("/from")}
            defaultValue={addDays(today, -30)}
            max={today}
          />
          <TextField pointer="/to" type="date" label={words.exportTo} error={errorAt("/to")} defaultValue={today} max={today} />
        </div>
        <TextField pointer="/reason" label={words.exportReason} error={errorAt("/reason")} maxLength={200} autoComplete="off" />
        <div>
          <Button type="submit" busy={busy}>
            {words.exportNow}
          </Button>
        </div>
      </form>
    </Card>
  );
};
