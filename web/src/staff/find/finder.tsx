import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { isPhoneMeant } from "../../../../shared/domain/look-up-match.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call, needsSignIn } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { isNamed } from "../find-by-name.ts";
import type { FoundRow } from "../offline/look-up.ts";
import { useOnline } from "../offline/use-online.ts";
import { FoundList } from "./found-list.tsx";
import { PinForm } from "./pin-form.tsx";
import "./find.css";

/** Beyond so many rows a desk reads no list: it asks for more of the name. */
const mostShown = 20;

/** Whom the list of this device has under what was typed. */
const inList = (rows: readonly FoundRow[], typed: string): FoundPerson[] =>
  [...typed.trim()].length < 2
    ? []
    : rows
        .filter(({ maskedName, phoneEnd }) => isNamed(maskedName, typed) || isPhoneMeant(phoneEnd, typed))
        .slice(0, mostShown)
        .map(({ code, maskedName, phoneEnd, arrivedAt, times }) => ({ maskedName, phoneEnd, code, arrivedAt, times }));

type Props = {
  visitId: VisitId;
  /** Another one is another person: what was typed goes; an opened list stays, and so does who was found, until something else is typed. */
  round?: number;
  /** Who was checked in on this page, by code, and when. */
  admitted?: ReadonlyMap<string, Instant>;
  onChoose: (person: FoundPerson) => void;
};

/**
 * Finds somebody by name or last digits: asked of the server, or without a network looked up in the masked list of this device, once the PIN of the lead has
 * opened it.
 */
export const Finder = ({ visitId, round = 0, admitted, onChoose }: Props) => {
  const words = useWords(staffFindWords);
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<FoundPerson[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const isOnline = useOnline();
  const [isOffline, setOffline] = useState(!isOnline);
  const [rows, setRows] = useState<FoundRow[]>();
  const [busy, setBusy] = useState(false);

  const close = useCallback(() => setRows(undefined), []);
  useEffect(() => {
    const back = () => setOffline(false);
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  // A page that has only just opened may hear of it later than it is drawn.
  useEffect(() => {
    if (!isOnline) setOffline(true);
  }, [isOnline]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round begins anew, whatever else has changed
  useEffect(() => {
    if (round === 0) return;
    setPeople(shown);
    setTyped("");
  }, [round]);

  // Without a network nothing is asked: the list is there while it is typed.
  const shown = isOffline && typed !== "" ? rows && inList(rows, typed) : isOffline && !rows ? undefined : people;
  const search = async () => {
    setBusy(true);
    setProblem(undefined);
    const asked = { params: { visitId }, body: { text: typed } };
    const answer = await call("POST /api/staff/visits/{visitId}/people-search", asked, { quiet: true });
    setBusy(false);
    // Without an answer, or without somebody signed in, this device looks for itself.
    const isAlone = !answer.ok && (answer.problem.code === "unreachable" || needsSignIn(answer.problem));
    setOffline(isAlone);
    if (answer.ok) setPeople(answer.value.people);
    else if (!isAlone) setProblem(answer.problem);
  };
  const isLocked = isOffline && !rows;
  // A list that has opened is typed through: the field goes to the top, so that whom it finds stands right below it, above a keyboard on the screen.
  const form = useRef<HTMLFormElement>(null);
  const toTop = useCallback(() => form.current?.scrollIntoView({ block: "start", behavior: "instant" }), []);
  useEffect(() => {
    if (!rows) return;
    form.current?.querySelector("input")?.focus({ preventScroll: true });
    toTop();
  }, [rows, toTop]);
  // Whom a search has found comes into view; while a list is typed through, the page stays where it is.
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (people && !isOffline) list.current?.scrollIntoView({ block: "start" });
  }, [people, isOffline]);

  return (
    <>
      {!isLocked && (
        <form
          class="stack"
          noValidate
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void search();
          }}
        >
          <TextField
            pointer="/text"
            type="search"
            label={words.text}
            hint={isOffline ? words.hintOffline : words.hint}
            error={problem?.errors.length ? words.tooShort : undefined}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              if (!isOffline) return;
              setPeople(undefined);
              toTop();
            }}
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
      {shown && (shown.length > 0 || typed.trim() !== "") && (
        <div ref={list}>
          <FoundList
            people={shown.map((person) => ({ ...person, arrivedAt: admitted?.get(person.code ?? "") ?? person.arrivedAt }))}
            onChoose={onChoose}
          />
        </div>
      )}
      {isOffline && <PinForm visitId={visitId} isOpen={rows !== undefined} onOpen={setRows} onClose={close} />}
      {isOffline && (
        <div>
          <Button onClick={() => setOffline(false)}>{words.tryOnline}</Button>
        </div>
      )}
    </>
  );
};
