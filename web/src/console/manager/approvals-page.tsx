import { approvalWords } from "../../../../shared/copy/pages-manager-approvals.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { useFinish } from "../outcome.tsx";
import { EmployerApproval } from "./employer-approval.tsx";
import { TimesApproval } from "./times-approval.tsx";

const askApprovals = () => call("GET /api/staff/approvals");
/** New requests come while the page is open. */
const freshEverySeconds = 30;

/** What waits for the manager, oldest first: firms before their times. */
export const ApprovalsPage = () => {
  const words = useWords(approvalWords);
  const finish = useFinish();
  const [loaded, reload] = useLoaded(askApprovals);
  useFresh(reload, freshEverySeconds);
  const onDecided = async (said: string) => {
    await reload();
    finish(said);
  };
  if (loaded.state !== "loaded")
    return (
      <Page title={words.approvalsTitle} focus={hasMoved()}>
        {loaded.state === "failed" ? <Failed problem={loaded.problem} onRetry={reload} /> : <Loading />}
      </Page>
    );
  const { employers, slotRequests } = loaded.value;
  return (
    <Page title={words.approvalsTitle} focus={hasMoved()}>
      {employers.length === 0 && slotRequests.length === 0 && <Empty title={words.approvalsNone} />}
      {employers.length > 0 && (
        <section class="stack">
          <h2>{words.employersTitle(employers.length)}</h2>
          {employers.map((employer) => (
            <EmployerApproval key={employer.employerId} employer={employer} onDecided={onDecided} />
          ))}
        </section>
      )}
      {slotRequests.length > 0 && (
        <section class="stack">
          <h2>{words.requestsTitle(slotRequests.length)}</h2>
          {slotRequests.map((pending) => (
            <TimesApproval key={pending.request.slotRequestId} pending={pending} onDecided={onDecided} />
          ))}
        </section>
      )}
    </Page>
  );
};
