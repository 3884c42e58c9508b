import type { Enrolled } from "../../../../shared/contract/second-step.ts";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { TextField } from "../field.tsx";
import { QrCode } from "../qr-code.tsx";
import { Failed, Loading } from "../states.tsx";
import { textIn, useForm } from "../use-form.ts";

type Props = { onEnrolled: (enrolled: Enrolled) => void; onBack: () => void };

const askDraft = () => call("POST /api/second-step/totp-drafts");
/** Read and typed in fours. */
const inFours = (secret: string): string => secret.replace(/.{4}(?=.)/g, "$& ");

/** The secret for an authenticator app, as a picture, as a link for the phone one is on, and as letters; then the code that shows that it works. */
export const TotpForm = ({ onEnrolled, onBack }: Props) => {
  const words = useWords(secondStepWords);
  const [draft, reload] = useLoaded(askDraft);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code").replace(/\s/g, "") }),
    send: (body) => call("POST /api/second-step/totp", { body }),
    onDone: onEnrolled,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <h2>{words.totpTitle}</h2>
      {draft.state === "loading" && <Loading blocks={1} />}
      {draft.state === "failed" && <Failed problem={draft.problem} onRetry={reload} />}
      {draft.state === "loaded" && (
        <>
          <p>{words.totpScan}</p>
          <QrCode long text={draft.value.uri} label={words.totpQr} />
          <p>
            <a class="button" href={draft.value.uri}>
              {words.totpOpen}
            </a>
          </p>
          <p>{words.totpSecret}</p>
          <p class="secret" lang="en">
            {inFours(draft.value.secret)}
          </p>
          <TextField
            pointer="/code"
            class="input-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            label={words.totpCode}
            hint={words.totpCodeHint}
            error={errorAt("/code")}
          />
          <Button type="submit" kind="main" wide busy={busy}>
            {words.totpConfirm}
          </Button>
        </>
      )}
      <div class="row">
        <Button kind="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
};
