import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../../shared/contract/sign-in.ts";
import { signInWords } from "../../../shared/copy/sign-in.ts";
import { type ClientProblem, call, noteSignedIn } from "../platform/api.ts";
import { deviceNow } from "../platform/clock.ts";
import { keeper } from "../platform/kept.ts";
import { endStep, useBackStep } from "../platform/router.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { CheckField, TextField } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { textIn, useForm } from "./use-form.ts";

type Sent = { mail: string; minutes: number; sentAt: string };

/** Whoever looks the code up in another app may find this page loaded anew: the tab remembers that a code is on its way. */
const keptSent = keeper("tab", "jobstop:code-sent", (value): value is Sent => {
  const { mail, minutes, sentAt } = (value ?? {}) as Partial<Sent>;
  return typeof mail === "string" && typeof minutes === "number" && typeof sentAt === "string";
});
const isGood = ({ sentAt, minutes }: Sent): boolean => Date.parse(deviceNow()) < Date.parse(sentAt) + minutes * 60_000;

const codeStep = "code";

type SignInProps = {
  onSignedIn: (me: Me) => void | Promise<void>;
  /** Offers to stay signed in on a device of one's own; staff and employers are not asked, since nothing would come of it. */
  mayRemember?: boolean;
  /** The address that is theirs, as far as the page knows. */
  mail?: string;
};

/** Sign in by a mailed code, in two steps on one place of the page: the address, then the code. Signing in is signing up. */
export const SignIn = ({ onSignedIn, mayRemember = false, mail: known = "" }: SignInProps) => {
  const [sent, setSent] = useState<Sent>();
  const [mail, setMail] = useState(known);
  // After the first drawing, which has to be what was prerendered.
  useEffect(() => {
    const kept = keptSent.read();
    if (kept && isGood(kept)) setSent(kept);
  }, []);
  const askForMail = () => {
    keptSent.clear();
    setMail(sent?.mail ?? "");
    setSent(undefined);
  };
  useBackStep(codeStep, sent !== undefined, askForMail);
  return sent ? (
    <CodeForm
      sent={sent}
      mayRemember={mayRemember}
      onSignedIn={async (me) => {
        keptSent.clear();
        await endStep(codeStep);
        await onSignedIn(me);
      }}
      onOtherMail={() => {
        askForMail();
        void endStep(codeStep);
      }}
    />
  ) : (
    <MailForm
      mail={mail}
      onSent={(now) => {
        keptSent.write(now);
        setSent(now);
      }}
    />
  );
};

const MailForm = ({ mail, onSent }: { mail: string; onSent: (sent: Sent) => void }) => {
  const words = useWords(signInWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail"), locale }),
    send: (body) => call("POST /api/sign-in/challenges", { body }),
    onDone: ({ minutes }, body) => onSent({ mail: body.mail.trim(), minutes, sentAt: deviceNow() }),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <p>{words.lead}</p>
      <TextField
        pointer="/mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={words.mail}
        hint={words.mailHint}
        error={errorAt("/mail")}
        defaultValue={mail}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.sendCode}
      </Button>
    </form>
  );
};

type CodeFormProps = Required<Omit<SignInProps, "mail">> & { sent: Sent; onOtherMail: () => void };

const CodeForm = ({ sent, mayRemember, onSignedIn, onOtherMail }: CodeFormProps) => {
  const words = useWords(signInWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code").replace(/\s/g, ""), ...(data.has("/remember") && { remember: true }) }),
    send: (body) => call("POST /api/sign-in/sessions", { body }),
    onDone: (me) => {
      noteSignedIn();
      return onSignedIn(me);
    },
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <Notice tone="info" focus live>
        <p>{words.codeSent(sent.mail, sent.minutes)}</p>
      </Notice>
      <TextField
        pointer="/code"
        class="input-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        label={words.code}
        hint={words.codeHint}
        error={errorAt("/code")}
      />
      {mayRemember && <CheckField pointer="/remember" label={words.remember} hint={words.rememberHint} />}
      <Button type="submit" kind="main" wide busy={busy}>
        {words.signIn}
      </Button>
      <div class="row">
        <NewCode mail={sent.mail} />
        <Button kind="quiet" onClick={onOtherMail}>
          {words.otherMail}
        </Button>
      </div>
    </form>
  );
};

/** Mail takes a moment; asking again at once would only use up the tries. */
const askAgainAfterMs = 30_000;

/** Asks for another code for the same address, and says how that went. */
const NewCode = ({ mail }: { mail: string }) => {
  const words = useWords(signInWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<"sent" | ClientProblem>();
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(false), askAgainAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (waiting) return <p class="soft">{words.codeSlow}</p>;
  const ask = async () => {
    setBusy(true);
    const answer = await call("POST /api/sign-in/challenges", { body: { mail, locale } });
    setOutcome(answer.ok ? "sent" : answer.problem);
    setBusy(false);
  };
  return (
    <>
      <Button kind="quiet" busy={busy} onClick={ask}>
        {words.newCode}
      </Button>
      {outcome === "sent" && <p role="status">{words.codeSentAgain}</p>}
      {outcome !== undefined && outcome !== "sent" && (
        <Notice tone="bad" title={outcome.title} live>
          <p>{outcome.detail}</p>
        </Notice>
      )}
    </>
  );
};
