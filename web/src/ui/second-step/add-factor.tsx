import { useState } from "preact/hooks";
import type { Enrolled } from "../../../../shared/contract/second-step.ts";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Card, Tag } from "../card.tsx";
import { Notice } from "../notice.tsx";
import { canUsePasskeys, enrolPasskey, isNotGiven } from "./passkeys.ts";
import { TotpForm } from "./totp-form.tsx";

/** The two ways, the better one first. */
export const AddFactor = ({ onEnrolled }: { onEnrolled: (enrolled: Enrolled) => void }) => {
  const words = useWords(secondStepWords);
  const [isTotp, setTotp] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ClientProblem | "not made">();
  if (isTotp) return <TotpForm onEnrolled={onEnrolled} onBack={() => setTotp(false)} />;
  const withPasskeys = canUsePasskeys();
  const makePasskey = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await enrolPasskey();
    setBusy(false);
    if (isNotGiven(answer)) setTrouble("not made");
    else if (answer.ok) onEnrolled(answer.value);
    else setTrouble(answer.problem);
  };
  return (
    <div class="stack">
      {trouble && (
        <Notice tone="bad" live {...(trouble !== "not made" && { title: trouble.title })}>
          <p>{trouble === "not made" ? words.passkeyNotMade : trouble.detail}</p>
        </Notice>
      )}
      {withPasskeys ? (
        <Card as="section">
          <h2>
            {words.passkey} <Tag tone="good">{words.passkeyBest}</Tag>
          </h2>
          <p>{words.passkeyDetail}</p>
          <Button kind="main" wide busy={busy} onClick={makePasskey}>
            {words.makePasskey}
          </Button>
        </Card>
      ) : (
        <Notice>
          <p>{words.passkeyImpossible}</p>
        </Notice>
      )}
      <Card as="section">
        <h2>{words.totp}</h2>
        <p>{words.totpDetail}</p>
        <Button kind={withPasskeys ? "plain" : "main"} wide onClick={() => setTotp(true)}>
          {words.useTotp}
        </Button>
      </Card>
    </div>
  );
};
