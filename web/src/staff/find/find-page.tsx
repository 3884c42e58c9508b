import { useState } from "preact/hooks";
import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { AskingScreen } from "../scanner/asking-screen.tsx";
import { useScanDesk } from "../scanner/use-scan-desk.ts";
import { VerdictScreen } from "../scanner/verdict-screen.tsx";
import { Finder } from "./finder.tsx";

/** Check-in of whoever has neither QR code nor the code below it: who is chosen is checked in as by the code that they could have said. */
export const FindPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffFindWords);
  const { toDay } = useWords(staffDayWords);
  const { desk, state, deviceId, act } = useScanDesk(visitId);
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<FoundPerson>();
  const next = () => {
    desk.next();
    setRound(round + 1);
  };
  return (
    <Page title={words.title} lead={words.lead} back={{ href: `/staff/visits/${visitId}`, label: toDay }} narrow focus={hasMoved()}>
      <Finder
        visitId={visitId}
        round={round}
        onChoose={(person) => {
          setChosen(person);
          if (person.code) desk.scan(person.code);
        }}
      />
      <div class="row">
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
