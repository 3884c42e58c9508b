import { mailStopWords } from "../../../../shared/copy/pages-staff-mail-stops.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

/** Lets mail go again to an address that bounced or called it spam, once its owner has said so. */
export const LetMailGo = ({ onDone }: { onDone: (said: string) => void | Promise<void> }) => {
  const words = useWords(mailStopWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail"), reason: textIn(data, "/reason") }),
    send: (body) => call("POST /api/staff/mail-stops/ending", { body }),
    onDone: () => onDone(words.done),
  });
  return (
    <details class="card more-facts">
      <summary>{words.title}</summary>
      <form class="stack" {...form}>
        <p>{words.lead}</p>
        <ErrorSummary trouble={trouble} />
        <TextField
          pointer="/mail"
          label={words.mail}
          error={errorAt("/mail")}
          type="email"
          inputMode="email"
          autoComplete="off"
          maxLength={254}
        />
        <TextField pointer="/reason" label={words.reason} error={errorAt("/reason")} maxLength={200} />
        <Button type="submit" busy={busy}>
          {words.send}
        </Button>
      </form>
    </details>
  );
};
