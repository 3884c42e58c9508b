import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Me } from "../../../shared/contract/sign-in.ts";
import { signInWords } from "../../../shared/copy/sign-in.ts";
import { uiWords } from "../../../shared/copy/ui.ts";
import { type ClientProblem, call, setAskForProof, signInNeeded, signOut } from "../platform/api.ts";
import { SessionContext } from "../platform/session.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { Page } from "./page.tsx";
import { Failed, Loading } from "./states.tsx";

// Whoever is signed in already waits for none of these.
const SignIn = lazyPage(() => import("./sign-in.tsx").then((module) => module.SignIn));
const SecondStep = lazyPage(() => import("./second-step/second-step.tsx").then((module) => module.SecondStep));
const SecondStepPage = lazyPage(() => import("./second-step/second-step-page.tsx").then((module) => module.SecondStepPage));

type Asked =
  | { state: "asking" }
  | { state: "failed"; problem: ClientProblem }
  | { state: "out" }
  | { state: "in"; me: Me; lapsed: Lapsed | undefined };

/** Why somebody whose page is open is asked again: the session is over, or a change wants a proof of the last minutes. */
type Lapsed = "sign-in" | "fresh";

type Props = {
  /** The frame around what is shown before anybody is signed in. */
  frame: (content: ComponentChildren) => ComponentChildren;
  /** Who may go on while nobody can be asked, or while the session has lapsed: an app that works without a network knows. */
  whileUnknown?: () => Promise<Me | undefined>;
  children: ComponentChildren;
};

/** Rights are given in this session, or the second step is behind it. */
const isThrough = ({ secondStep }: Me): boolean => secondStep === "none" || secondStep === "done";

/**
 * Shows its children to whoever is signed in as far as their rights want it, and the sign-in or its second step to everybody else. When a session lapses while
 * a page is open, the form comes as a dialog above it: what was written stays.
 */
export const SignedIn = ({ frame, whileUnknown, children }: Props) => {
  const words = useWords(signInWords);
  const [asked, setAsked] = useState<Asked>({ state: "asking" });
  const proofWanted = useRef<((isProved: boolean) => void) | undefined>(undefined);

  const refresh = useCallback(async () => {
    const answer = await call("GET /api/me", {}, { quiet: true });
    if (answer.ok) return setAsked({ state: "in", me: answer.value, lapsed: undefined });
    const known = await whileUnknown?.();
    if (known) setAsked((before) => (before.state === "in" ? before : { state: "in", me: known, lapsed: undefined }));
    else if (answer.problem.status === 401)
      setAsked((before) => (before.state === "in" ? { ...before, lapsed: "sign-in" } : { state: "out" }));
    else setAsked((before) => (before.state === "in" ? before : { state: "failed", problem: answer.problem }));
  }, [whileUnknown]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  useEffect(() => {
    const lapse = (lapsed: Lapsed) => setAsked((before) => (before.state === "in" ? { ...before, lapsed } : before));
    const signIn = () => lapse("sign-in");
    addEventListener(signInNeeded, signIn);
    setAskForProof(() => {
      lapse("fresh");
      return new Promise((resolve) => {
        proofWanted.current = resolve;
      });
    });
    return () => {
      removeEventListener(signInNeeded, signIn);
      setAskForProof(undefined);
    };
  }, []);

  switch (asked.state) {
    case "asking":
      return frame(<Loading blocks={1} />);
    case "failed":
      return frame(<Failed problem={asked.problem} onRetry={refresh} />);
    case "out":
      return frame(
        <Page title={words.title} narrow>
          <SignIn onSignedIn={(me) => setAsked({ state: "in", me, lapsed: undefined })} />
        </Page>,
      );
    case "in": {
      const { me, lapsed } = asked;
      const leave = async (clear?: () => Promise<void>) => {
        await signOut();
        await clear?.();
        setAsked({ state: "out" });
      };
      const goOn = (now: Me) => setAsked({ state: "in", me: now, lapsed: undefined });
      if (!isThrough(me)) return frame(<SecondStepPage me={me} onDone={goOn} onSignOut={() => leave()} />);
      const close = (now: Me | undefined) => {
        // Somebody else: what is on the screen is not theirs.
        if (now && now.accountId !== me.accountId) return location.reload();
        goOn(now ?? me);
        proofWanted.current?.(now !== undefined);
        proofWanted.current = undefined;
      };
      return (
        <SessionContext.Provider value={{ me, refresh, signOut: leave }}>
          {children}
          <Again lapsed={lapsed} onClose={close} />
        </SessionContext.Provider>
      );
    }
  }
};

type AgainProps = { lapsed: Lapsed; onClose: (me: Me | undefined) => void };

/** Asks again above what is open. */
const Again = ({ lapsed, onClose }: Omit<AgainProps, "lapsed"> & { lapsed: Lapsed | undefined }) => {
  const words = useWords(signInWords);
  const ui = useWords(uiWords);
  return (
    <Dialog
      open={lapsed !== undefined}
      title={lapsed === "fresh" ? words.freshTitle : words.againTitle}
      onClose={() => lapsed && onClose(undefined)}
      actions={<Button onClick={() => onClose(undefined)}>{ui.close}</Button>}
    >
      {lapsed && <AskedAgain key={lapsed} lapsed={lapsed} onClose={onClose} />}
    </Dialog>
  );
};

/** For the code, for the second step, or for both in turn. */
const AskedAgain = ({ lapsed, onClose }: AgainProps) => {
  const words = useWords(signInWords);
  const [needs, setNeeds] = useState<"code" | "step">(lapsed === "fresh" ? "step" : "code");
  const close = useRef(onClose);
  close.current = onClose;
  const take = useCallback((me: Me) => (isThrough(me) ? close.current(me) : setNeeds("step")), []);
  // Signed in elsewhere in this browser, or no further than the code.
  useEffect(() => {
    if (lapsed !== "fresh")
      void call("GET /api/me", {}, { quiet: true }).then((answer) => {
        if (answer.ok) take(answer.value);
      });
  }, [lapsed, take]);
  return (
    <>
      <p>{lapsed === "fresh" ? words.freshLead : words.againLead}</p>
      {needs === "code" ? <SignIn onSignedIn={take} /> : <SecondStep onDone={(me: Me) => close.current(me)} />}
    </>
  );
};
