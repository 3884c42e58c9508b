import { useState } from "preact/hooks";
import { approvalWords } from "../../../../shared/copy/pages-manager-approvals.ts";
import type { Employer } from "../../../../shared/domain/employer.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FirmFacts } from "../employer/firm-pages.tsx";
import { RefusalDialog } from "./refusal-dialog.tsx";

/** One employer that waits for its check. */
export const EmployerApproval = ({ employer, onDecided }: { employer: Employer; onDecided: (said: string) => void }) => {
  const words = useWords(approvalWords);
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const params = { employerId: employer.employerId };
  const name = employer.profile.nameKo;
  const approve = async () => {
    setBusy(true);
    const answer = await call("POST /api/staff/employers/{employerId}/decision", { params, body: { decision: "approve" } });
    setBusy(false);
    if (answer.ok) onDecided(words.employerApproved(name));
    else setProblem(answer.problem);
  };
  return (
    <Card as="article">
      <h3>{name}</h3>
      <FirmFacts employer={employer} />
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <div class="row">
        <Button kind="main" busy={busy} onClick={approve}>
          {words.approveEmployer}
          <span class="unseen"> {name}</span>
        </Button>
        <Button onClick={() => setRefusing(true)}>
          {words.refuse}
          <span class="unseen"> {name}</span>
        </Button>
      </div>
      <RefusalDialog
        open={refusing}
        name={name}
        send={(body) => call("POST /api/staff/employers/{employerId}/decision", { params, body })}
        onClose={() => setRefusing(false)}
        onDone={() => {
          setRefusing(false);
          onDecided(words.refused(name));
        }}
      />
    </Card>
  );
};
