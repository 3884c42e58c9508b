import { useState } from "preact/hooks";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import type { FactorKind } from "../../../../shared/domain/second-step.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { TextField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import { textIn, useForm } from "../use-form.ts";
import { canUsePasskeys, isNotGiven, provePasskey } from "./passkeys.ts";

type Props = { kinds: ReadonlySet<FactorKind>; hasRecoveryCodes: boolean; onDone: (me: Me) => void };

/** Proves what one has: the passkey first, the app's code, and for who has lost them a recovery code. */
export const ProveStep = ({ kinds, hasRecoveryCodes, onDone }: Props) => {
  const words = useWords(secondStepWords);
  const [isRecovery, setRecovery] = useState(false);
  const hasPasskey = kinds.has("passkey");
  if (isRecovery)
    return (
      <div class="stack">
        <RecoveryForm onDone={onDone} />
        <Button kind="quiet" onClick={() => setRecovery(false)}>
          {words.backToOther}
        </Button>
      </div>
    );
  return (
    <div class="stack">
      {hasPasskey && (canUsePasskeys() ? <PasskeyButton onDone={onDone} /> : <p>{!kinds.has("totp") && words.passkeyElsewhere}</p>)}
      {kinds.has("totp") && <TotpCodeForm isMain={!hasPasskey || !canUsePasskeys()} onDone={onDone} />}
      <div class="stack">
        {hasRecoveryCodes && (
          <div class="row">
            <Button kind="quiet" onClick={() => setRecovery(true)}>
              {words.useRecovery}
            </Button>
          </div>
        )}
        <p class="soft">{words.lost}</p>
      </div>
    </div>
  );
};

const PasskeyButton = ({ onDone }: Pick<Props, "onDone">) => {
  const words = useWords(secondStepWords);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ClientProblem | "not shown">();
  const prove = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await provePasskey();
    setBusy(false);
    if (isNotGiven(answer)) setTrouble("not shown");
    else if (answer.ok) onDone(answer.value);
    else setTrouble(answer.problem);
  };
  return (
    <>
      {trouble && (
        <Notice tone="bad" live {...(trouble !== "not shown" && { title: trouble.title })}>
          <p>{trouble === "not shown" ? words.passkeyNotShown : trouble.detail}</p>
        </Notice>
      )}
      <Button kind="main" wide busy={busy} onClick={prove}>
        {words.usePasskey}
      </Button>
    </>
  );
};

const TotpCodeForm = ({ isMain, onDone }: Pick<Props, "onDone"> & { isMain: boolean }) => {
  const words = useWords(secondStepWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code").replace(/\s/g, "") }),
    send: (body) => call("POST /api/second-step/proofs/totp", { body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
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
      <Button type="submit" kind={isMain ? "main" : "plain"} wide busy={busy}>
        {words.prove}
      </Button>
    </form>
  );
};

const RecoveryForm = ({ onDone }: Pick<Props, "onDone">) => {
  const words = useWords(secondStepWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code") }),
    send: (body) => call("POST /api/second-step/proofs/recovery-code", { body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/code"
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={40}
        label={words.recoveryCode}
        hint={words.recoveryCodeHint}
        error={errorAt("/code")}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.prove}
      </Button>
    </form>
  );
};
