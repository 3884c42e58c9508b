import { useState } from "preact/hooks";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { addressWords } from "../../../../shared/copy/pages-seeker/address.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { signInWords } from "../../../../shared/copy/sign-in.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

type Props = {
  me: Me;
  back: string;
  onDone: () => Promise<void>;
  /** Somebody else has signed in. */
  onOther: () => Promise<void>;
};

type Step = { at: "address" } | { at: "fresh" } | { at: "code"; minutes: number };

/** Another mail address, proved by a code that goes there; a sign-in of some time ago is asked for anew in between. */
export const AddressScreen = ({ me, back, onDone, onOther }: Props) => {
  const locale = useLocale();
  const words = useWords(addressWords);
  const dataWords = useWords(myDataWords);
  const [step, setStep] = useState<Step>({ at: "address" });
  const [mail, setMail] = useState("");
  const [problem, setProblem] = useState<ClientProblem>();
  const way = { href: back, label: dataWords.back };
  const ask = (to: string) => call("POST /api/me/address-challenges", { body: { mail: to, locale } });
  if (step.at === "fresh")
    return (
      <Page key="fresh" narrow focus title={words.freshTitle} lead={words.freshText} back={way}>
        <div class="card">
          <SignIn
            mail={me.mail}
            onSignedIn={async ({ accountId }) => {
              if (accountId !== me.accountId) return onOther();
              const asked = await ask(mail);
              setProblem(asked.ok ? undefined : asked.problem);
              setStep(asked.ok ? { at: "code", minutes: asked.value.minutes } : { at: "address" });
            }}
          />
        </div>
        <p class="soft">{words.freshLost}</p>
      </Page>
    );
  if (step.at === "code")
    return (
      <Page key="code" narrow focus title={words.codeTitle} back={way}>
        <CodeForm mail={mail} minutes={step.minutes} onDone={onDone} onAgain={() => setStep({ at: "address" })} />
      </Page>
    );
  return (
    <Page key="address" narrow focus title={words.title} lead={words.lead} back={way}>
      <AddressForm
        {...{ me, mail, problem }}
        onAsked={(minutes) => setStep({ at: "code", minutes })}
        onFresh={() => setStep({ at: "fresh" })}
        send={(to) => {
          setMail(to);
          setProblem(undefined);
          return ask(to);
        }}
      />
    </Page>
  );
};

type AddressFormProps = {
  me: Me;
  mail: string;
  /** Why it was refused after the sign-in in between. */
  problem: ClientProblem | undefined;
  send: (mail: string) => ReturnType<typeof call<"POST /api/me/address-challenges">>;
  onAsked: (minutes: number) => void;
  onFresh: () => void;
};

const AddressForm = ({ me, mail, problem, send, onAsked, onFresh }: AddressFormProps) => {
  const words = useWords(addressWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => textIn(data, "/mail").trim(),
    send,
    onDone: ({ minutes }) => onAsked(minutes),
    onRefused: ({ code }) => {
      if (code !== "fresh-sign-in-needed") return false;
      onFresh();
      return true;
    },
  });
  return (
    <form class="card stack" {...form}>
      {problem && !trouble && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <ErrorSummary trouble={trouble} />
      <Facts long rows={[[words.now, me.mail]]} />
      <TextField
        pointer="/mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={words.next}
        hint={words.nextHint}
        error={errorAt("/mail")}
        defaultValue={mail}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.send}
      </Button>
    </form>
  );
};

type CodeFormProps = { mail: string; minutes: number; onDone: () => Promise<void>; onAgain: () => void };

const CodeForm = ({ mail, minutes, onDone, onAgain }: CodeFormProps) => {
  const words = useWords(addressWords);
  const signIn = useWords(signInWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code").replace(/\s/g, "") }),
    send: (body) => call("PUT /api/me/address", { body }),
    onDone,
  });
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      {trouble?.problem?.code === "address-taken" && <p>{words.takenNext}</p>}
      <Notice tone="info" live>
        <p>{words.codeSent(mail, minutes)}</p>
      </Notice>
      <TextField
        pointer="/code"
        class="input-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        label={signIn.code}
        hint={signIn.codeHint}
        error={errorAt("/code")}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.save}
      </Button>
      <div>
        <Button kind="quiet" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </form>
  );
};
