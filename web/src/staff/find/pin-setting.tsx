import { useState } from "preact/hooks";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import { toBase64Url } from "../../../../shared/domain/base64url.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { isGoodPin, lookUpIterations, lookUpKey } from "../../../../shared/domain/look-up-list.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useSession } from "../../platform/session.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textIn } from "../../ui/use-form.ts";
import type { KeptPack } from "../offline/database.ts";
import { rightsAt } from "../rights-at.ts";
import { PinField } from "./pin-field.tsx";
import "./find.css";

type Props = { visitId: VisitId; pack: KeptPack | undefined; onSet: () => Promise<void> };

/** Whether people can be looked up without a network, and the PIN of it, which the lead sets: it is stretched here and never sent. */
export const PinSetting = ({ visitId, pack, onSet }: Props) => {
  const words = useWords(staffFindWords);
  const locale = useLocale();
  const { me } = useSession();
  const [asks, setAsks] = useState(false);
  const [wasSet, setWasSet] = useState(false);
  const lookUp = pack?.lookUp;
  const mayLead = rightsAt(me, visitId).leads;
  return (
    <Card as="section">
      <h2>{words.setTitle}</h2>
      <p>{words.setLead}</p>
      {wasSet && <Notice tone="good" title={words.wasSet} live focus />}
      {!wasSet && <p>{lookUp ? words.isSet(momentText(lookUp.setAt, locale)) : words.notSet}</p>}
      {mayLead && !asks && (
        <div>
          <Button onClick={() => setAsks(true)}>{lookUp ? words.setAgain : words.set}</Button>
        </div>
      )}
      {asks && (
        <NewPinForm
          visitId={visitId}
          onBack={() => setAsks(false)}
          onDone={async () => {
            await onSet();
            setAsks(false);
            setWasSet(true);
          }}
        />
      )}
    </Card>
  );
};

type NewPinProps = { visitId: VisitId; onBack: () => void; onDone: () => Promise<void> };

const NewPinForm = ({ visitId, onBack, onDone }: NewPinProps) => {
  const words = useWords(staffFindWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ pin?: string; again?: string }>({});
  const [problem, setProblem] = useState<ClientProblem>();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const pin = textIn(data, "/pin");
    const isSame = textIn(data, "/again") === pin;
    setError({ ...(!isGoodPin(pin) && { pin: words.badPin }), ...(isGoodPin(pin) && !isSame && { again: words.notSame }) });
    if (!isGoodPin(pin) || !isSame || busy) return;
    setBusy(true);
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await lookUpKey(pin, { visitId, salt, iterations: lookUpIterations });
    const body = { salt: toBase64Url(salt), iterations: lookUpIterations, key: toBase64Url(key) };
    const answer = await call("PUT /api/staff/visits/{visitId}/look-up-key", { params: { visitId }, body });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await onDone();
    setBusy(false);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <PinField pointer="/pin" label={words.newPin} hint={words.newPinHint} error={error.pin} />
      <PinField pointer="/again" label={words.again} error={error.again} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.setNow}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </form>
  );
};
