import { useState } from "preact/hooks";
import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { staffFindWords } from "../../../../shared/copy/pages-staff-find.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { DeskScreens } from "../find/desk-screens.tsx";
import { useScanDesk } from "../scanner/use-scan-desk.ts";

type Props = { visitId: VisitId; person: DayPerson; onDone: () => Promise<void> };

/** Checks somebody in whose page is open, as by the code that they could have said. */
export const CheckInHere = ({ visitId, person: { registrationId, maskedName }, onDone }: Props) => {
  const words = useWords(staffFindWords);
  const view = useScanDesk(visitId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const admit = async () => {
    setBusy(true);
    const answer = await call("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params: { visitId, registrationId } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) view.desk.scan(answer.value.code);
  };
  const next = () => {
    view.desk.next();
    void onDone();
  };
  return (
    <>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <Button kind="main" wide busy={busy} onClick={() => void admit()}>
        {words.admit}
      </Button>
      <DeskScreens view={view} visitId={visitId} whose={maskedName} onNext={next} />
    </>
  );
};
