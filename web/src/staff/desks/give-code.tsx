import { useState } from "preact/hooks";
import type { VisitTables } from "../../../../shared/contract/table.ts";
import { staffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Failed } from "../../ui/states.tsx";
import { type GivenCode, PairingCode } from "./pairing-code.tsx";

type Given = GivenCode & { /** Devices that were connected before. */ before: number };
type Props = VisitTables["tables"][number] & { visitId: string; pairings: VisitTables["pairings"]; reload: () => Promise<void> };

/** Makes a code for an employer's device, and shows it until it is used or too old. */
export const GiveCode = ({ visitId, deskId, employerId, employerNameKo, pairings, reload }: Props) => {
  const words = useWords(staffTablesWords);
  const [given, setGiven] = useState<Given>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const connected = pairings.filter((pairing) => pairing.deskId === deskId && pairing.employerNameKo === employerNameKo).length;
  const give = async () => {
    setBusy(true);
    const answer = await call("POST /api/staff/visits/{visitId}/table-codes", { params: { visitId }, body: { employerId, deskId } });
    setProblem(answer.ok ? undefined : answer.problem);
    setGiven(answer.ok ? { ...answer.value, before: connected } : undefined);
    await reload();
    setBusy(false);
  };
  const isUsed = given !== undefined && connected > given.before;
  return (
    <Card as="section">
      <h2 lang="ko">{employerNameKo}</h2>
      {problem && <Failed problem={problem} />}
      {isUsed && (
        <Notice tone="good" live>
          <p>{words.paired}</p>
        </Notice>
      )}
      {given && !isUsed && <PairingCode path="/table" {...given} words={words} />}
      <Button kind={given ? "plain" : "main"} wide busy={busy} onClick={() => void give()}>
        {given ? words.giveAgain : words.give}
      </Button>
    </Card>
  );
};
