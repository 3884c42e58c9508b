import { useEffect, useState } from "preact/hooks";
import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { useScanDesk } from "../scanner/use-scan-desk.ts";
import { DeskScreens } from "./desk-screens.tsx";
import { Finder } from "./finder.tsx";

/** Check-in of whoever has neither QR code nor the code below it: who is chosen is checked in as by the code that they could have said. */
export const FindPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffFindWords);
  const { toDay } = useWords(staffDayWords);
  const view = useScanDesk(visitId);
  const { desk, state } = view;
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<FoundPerson>();
  const [admitted, setAdmitted] = useState<ReadonlyMap<string, Instant>>(new Map());
  // Green goes by itself: whoever looks down next finds an empty field, and the row that says it.
  useEffect(() => {
    if (state.step !== "verdict" || state.verdict.tone !== "green") return;
    const { read } = state.input;
    if (read.by === "code") setAdmitted((before) => new Map([...before, [read.code, instantNow()]]));
    setRound((before) => before + 1);
  }, [state]);
  return (
    <Page title={words.title} lead={words.lead} back={{ href: `/staff/visits/${visitId}`, label: toDay }} narrow focus={hasMoved()}>
      <Finder
        visitId={visitId}
        round={round}
        admitted={admitted}
        onChoose={(person) => {
          setChosen(person);
          if (person.code) desk.scan(person.code);
        }}
      />
      <div class="row">
        <ButtonLink href={`/staff/visits/${visitId}/scan`}>{words.toScan}</ButtonLink>
        <ButtonLink href={`/staff/visits/${visitId}/walk-in`}>{words.toWalkIn}</ButtonLink>
      </div>
      <DeskScreens view={view} visitId={visitId} whose={chosen?.maskedName} onNext={() => desk.next()} />
    </Page>
  );
};
