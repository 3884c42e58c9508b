import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Me } from "../../../shared/contract/sign-in.ts";
import { signInWords } from "../../../shared/copy/sign-in.ts";
import { uiWords } from "../../../shared/copy/ui.ts";
import { type ClientProblem, call, signInNeeded } from "../platform/api.ts";
import { SessionContext } from "../platform/session.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Page } from "./page.tsx";
import { SignIn } from "./sign-in.tsx";
import { Failed, Loading } from "./states.tsx";

type Asked =
  | { state: "asking" }
  | { state: "failed"; problem: ClientProblem }
  | { state: "out" }
  | { state: "in"; me: Me; lapsed: boolean };

type Props = {
  /** The frame around what is shown before anybody is signed in. */
  frame: (content: ComponentChildren) => ComponentChildren;
  /** Who may go on while nobody can be asked, or while the session has lapsed: an app that works without a network knows. */
  whileUnknown?: () => Promise<Me | undefined>;
  children: ComponentChildren;
};

/**
 * Shows its children to whoever is signed in, and the sign-in form to everybody else. When a session lapses while a page is open, the form comes as a
 * dialog above it: what was written stays.
 */
export const SignedIn = ({ frame, whileUnknown, children }: Props) => {
  const words = useWords(signInWords);
  const [asked, setAsked] = useState<Asked>({ state: "asking" });

  const refresh = useCallback(async () => {
    const answer = await call("GET /api/me", {}, { quiet: true });
    if (answer.ok) return setAsked({ state: "in", me: answer.value, lapsed: false });
    const known = await whileUnknown?.();
    if (known) setAsked((before) => (before.state === "in" ? before : { state: "in", me: known, lapsed: false }));
    else if (answer.problem.status === 401) setAsked((before) => (before.state === "in" ? { ...before, lapsed: true } : { state: "out" }));
    else setAsked((before) => (before.state === "in" ? before : { state: "failed", problem: answer.problem }));
  }, [whileUnknown]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  useEffect(() => {
    const lapse = () => setAsked((before) => (before.state === "in" ? { ...before, lapsed: true } : before));
    addEventListener(signInNeeded, lapse);
    return () => removeEventListener(signInNeeded, lapse);
  }, []);

  switch (asked.state) {
    case "asking":
      return frame(<Loading blocks={1} />);
    case "failed":
      return frame(<Failed problem={asked.problem} onRetry={refresh} />);
    case "out":
      return frame(
        <Page title={words.title} narrow>
          <SignIn onSignedIn={(me) => setAsked({ state: "in", me, lapsed: false })} />
        </Page>,
      );
    case "in": {
      const signOut = async () => {
        await call("DELETE /api/sign-in/session");
        setAsked({ state: "out" });
      };
      const signedInAgain = (me: Me) => {
        // Somebody else: what is on the screen is not theirs.
        if (me.accountId !== asked.me.accountId) location.reload();
        else setAsked({ state: "in", me, lapsed: false });
      };
      return (
        <SessionContext.Provider value={{ me: asked.me, refresh, signOut }}>
          {children}
          <SignInAgain open={asked.lapsed} onSignedIn={signedInAgain} onClose={() => setAsked({ ...asked, lapsed: false })} />
        </SessionContext.Provider>
      );
    }
  }
};

type AgainProps = { open: boolean; onSignedIn: (me: Me) => void; onClose: () => void };

const SignInAgain = ({ open, onSignedIn, onClose }: AgainProps) => {
  const words = useWords(signInWords);
  const ui = useWords(uiWords);
  return (
    <Dialog open={open} title={words.againTitle} onClose={onClose} actions={<Button onClick={onClose}>{ui.close}</Button>}>
      <p>{words.againLead}</p>
      <SignIn onSignedIn={onSignedIn} />
    </Dialog>
  );
};
