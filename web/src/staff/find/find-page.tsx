import { useCallback, useEffect, useState } from "preact/hooks";
import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { LookUpRow } from "../../../../shared/domain/look-up-list.ts";
import { isPhoneMeant } from "../../../../shared/domain/look-up-match.ts";
import { ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { mayBe } from "../find-by-name.ts";
import { AskingScreen } from "../scanner/asking-screen.tsx";
import { useScanDesk } from "../scanner/use-scan-desk.ts";
import { VerdictScreen } from "../scanner/verdict-screen.tsx";
import { FoundList } from "./found-list.tsx";
import { PinForm } from "./pin-form.tsx";
import "./find.css";

/** Beyond so many rows a desk reads no list: it asks for more of the name. */
const mostShown = 20;

/** Whom the list of this device has under what was typed. */
const inList = (rows: readonly LookUpRow[], typed: string): FoundPerson[] =>
  [...typed.trim()].length < 2
    ? []
    : rows
        .filter(({ maskedName, phoneEnd }) => mayBe(maskedName, typed) || isPhoneMeant(phoneEnd, typed))
        .slice(0, mostShown)
        .map(({ idx, maskedName, phoneEnd }) => ({ maskedName, phoneEnd, code: ticketCodeOf(idx), arrivedAt: null }));

/**
 * Whoever has no code is found by name or last digits: asked of the server, or without a network looked up in the masked list of this device, once the PIN of
 * the lead has opened it. Who is chosen is checked in as by the code that they could have said.
 */
export const FindPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffFindWords);
  const { toDay } = useWords(staffDayWords);
  const { desk, state, deviceId, act } = useScanDesk(visitId);
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<FoundPerson[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [isOffline, setOffline] = useState(!navigator.onLine);
  const [rows, setRows] = useState<LookUpRow[]>();
  const [chosen, setChosen] = useState<FoundPerson>();
  const [busy, setBusy] = useState(false);

  const close = useCallback(() => setRows(undefined), []);
  useEffect(() => {
    const back = () => setOffline(false);
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);

  const search = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call(
      "POST /api/staff/visits/{visitId}/people-search",
      { params: { visitId }, body: { text: typed } },
      { quiet: true },
    );
    setBusy(false);
    // Without an answer, or without somebody signed in, this device looks for itself.
    const isAlone = !answer.ok && (answer.problem.code === "unreachable" || answer.problem.status === 401);
    setOffline(isAlone);
    if (answer.ok) setPeople(answer.value.people);
    else if (!isAlone) setProblem(answer.problem);
  };
  const next = () => {
    desk.next();
    setTyped("");
    setPeople(undefined);
  };
  const choose = (person: FoundPerson) => {
    setChosen(person);
    if (person.code) desk.scan(person.code);
  };
  const isLocked = isOffline && !rows;
  const shown = isOffline ? rows && inList(rows, typed) : people;

  return (
    <Page title={words.title} lead={words.lead} back={{ href: `/staff/visits/${visitId}`, label: toDay }} narrow focus={hasMoved()}>
      {!isLocked && (
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void search();
        }}
      >
        <TextField
          pointer="/text"
          type="search"
          label={words.text}
          hint={words.hint}
          error={problem?.errors.length ? words.tooShort : undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          enterKeyHint="search"
        />
        {!isOffline && (
          <Button type="submit" kind="main" wide busy={busy}>
            {words.search}
          </Button>
        )}
      </form>
      )}
      {problem && problem.errors.length === 0 && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {isOffline && <PinForm visitId={visitId} isOpen={rows !== undefined} onOpen={setRows} onClose={close} />}
      {shown && (shown.length > 0 || typed.trim() !== "") && <FoundList people={shown} onChoose={choose} />}
      <div class="row">
        {isOffline && <Button onClick={() => setOffline(false)}>{words.tryOnline}</Button>}
        <ButtonLink href={`/staff/visits/${visitId}/scan`}>{words.toScan}</ButtonLink>
        <ButtonLink href={`/staff/visits/${visitId}/walk-in`}>{words.toWalkIn}</ButtonLink>
      </div>
      {(state.step === "asking" || state.step === "unanswered") && (
        <AskingScreen state={state} onRetry={() => desk.retry()} onSetAside={() => desk.next()} />
      )}
      {state.step === "verdict" && (
        <VerdictScreen
          key={state.input.eventId}
          // The list says who it is where this device could not.
          verdict={{ ...state.verdict, maskedName: state.verdict.maskedName ?? chosen?.maskedName ?? null }}
          isLocal={state.isLocal}
          deviceId={deviceId}
          onAct={async (what) => {
            const isKept = await act(state.verdict, what);
            if (isKept) next();
            return isKept;
          }}
          onNext={next}
        />
      )}
    </Page>
  );
};
