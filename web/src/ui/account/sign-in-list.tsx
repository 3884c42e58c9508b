import { useState } from "preact/hooks";
import type { SignIn } from "../../../../shared/contract/sign-in.ts";
import { signInsWords } from "../../../../shared/copy/sign-ins.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Tag } from "../card.tsx";
import { Notice } from "../notice.tsx";
import { Failed, Loading } from "../states.tsx";
import "./account.css";

const askSignIns = () => call("GET /api/me/sign-ins");

/** What is said of a sign-in without the second step; nothing where there is none. */
type Props = { halfWay?: string };

/** Every sign-in with a way to end it, and one to end all others. This one ends by signing out. */
export const SignInList = ({ halfWay }: Props) => {
  const words = useWords(signInsWords);
  const [loaded, reload] = useLoaded(askSignIns);
  const [ending, setEnding] = useState<string>();
  const [outcome, setOutcome] = useState<"others ended" | ClientProblem>();
  const others = "others";
  const end = async (signInId: string) => {
    setEnding(signInId);
    setOutcome(undefined);
    const answer =
      signInId === others
        ? await call("DELETE /api/me/sign-ins")
        : await call("DELETE /api/me/sign-ins/{signInId}", { params: { signInId: signInId as SignIn["signInId"] } });
    await reload();
    setEnding(undefined);
    if (!answer.ok) setOutcome(answer.problem);
    else if (signInId === others) setOutcome("others ended");
  };
  return (
    <>
      {outcome === "others ended" && (
        <Notice tone="good" live>
          <p>{words.othersEnded}</p>
        </Notice>
      )}
      {outcome !== undefined && outcome !== "others ended" && <Failed problem={outcome} />}
      {loaded.state === "loading" && <Loading blocks={1} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && (
        <>
          <ul class="account-list" role="list">
            {loaded.value.signIns.map((signIn) => (
              <SignInRow
                key={signIn.signInId}
                signIn={signIn}
                halfWay={halfWay}
                busy={ending === signIn.signInId}
                onEnd={() => (ending === undefined ? end(signIn.signInId) : undefined)}
              />
            ))}
          </ul>
          {loaded.value.signIns.length > 1 && (
            <div class="row">
              <Button busy={ending === others} onClick={() => (ending === undefined ? end(others) : undefined)}>
                {words.endOthers}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
};

type RowProps = { signIn: SignIn; halfWay: string | undefined; busy: boolean; onEnd: () => void };

const SignInRow = ({ signIn, halfWay, busy, onEnd }: RowProps) => {
  const words = useWords(signInsWords);
  const locale = useLocale();
  const { device, startedAt, isThis, isStrong } = signIn;
  const since = words.since(momentText(startedAt, locale));
  return (
    <li class="account-row">
      <div>
        <p>
          <strong {...(device && { lang: "en" })}>{device || words.unknownDevice}</strong>{" "}
          {isThis && <Tag tone="main">{words.thisOne}</Tag>}
        </p>
        <p class="soft small">{since}</p>
        {halfWay && !isStrong && <p class="soft small">{halfWay}</p>}
      </div>
      {!isThis && (
        <Button busy={busy} onClick={onEnd}>
          {words.endOne}
          <span class="unseen">
            {" "}
            {device || words.unknownDevice}, {since}
          </span>
        </Button>
      )}
    </li>
  );
};
