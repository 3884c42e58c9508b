import { useState } from "preact/hooks";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";

type Step = "what" | "sure" | "fresh";

/** Deleting everything, in two steps: what it means, then the press that does it. A sign-in of some time ago is asked for anew in between. */
export const EraseScreen = ({ back, onGone }: { back: string; onGone: (lockedUntil: LocalDate | null) => Promise<void> }) => {
  const words = useWords(myDataWords);
  const [step, setStep] = useState<Step>("what");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const erase = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call("POST /api/me/erasure");
    setBusy(false);
    if (answer.ok) return onGone(answer.value.lockedUntil);
    if (answer.problem.code === "fresh-sign-in-needed") return setStep("fresh");
    setProblem(answer.problem);
  };
  const way = { href: back, label: words.back };
  if (step === "fresh")
    return (
      <Page key="fresh" narrow focus title={words.eraseFresh} lead={words.eraseFreshText} back={way}>
        <div class="card">
          <SignIn onSignedIn={() => setStep("sure")} />
        </div>
      </Page>
    );
  if (step === "sure")
    return (
      <Page key="sure" narrow focus title={words.eraseSure} lead={words.eraseSureText} back={way}>
        <div class="card stack">
          {problem && (
            <Notice tone="bad" title={problem.title} live>
              <p>{problem.detail}</p>
            </Notice>
          )}
          <ButtonLink wide href={back}>
            {words.eraseKeep}
          </ButtonLink>
          <Button kind="danger" wide busy={busy} onClick={erase}>
            {words.eraseNow}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page key="what" narrow focus title={words.eraseScreenTitle} lead={words.eraseLead} back={way}>
      <div class="card stack">
        <ul>
          {words.erased.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <h2>{words.eraseKept}</h2>
        <ul>
          {words.eraseKeptList.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <ButtonLink wide href={back}>
          {words.eraseKeep}
        </ButtonLink>
        <Button wide onClick={() => setStep("sure")}>
          {words.eraseNext}
        </Button>
      </div>
    </Page>
  );
};
