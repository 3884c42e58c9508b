import { useState } from "preact/hooks";
import type { EmployerConsents, SupportConsent } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { CancelledWith, EmployerConsentView, SupportConsentView } from "../../ui/my-data/consent-views.tsx";
import { AskDialog } from "../mine/ask-dialog.tsx";

/** What I agreed to for one employer, and how to take it back. */
export const ConsentCard = ({ consents, onWithdrawn }: { consents: EmployerConsents; onWithdrawn: () => Promise<void> }) => {
  const { employerId, employerNameKo, employerNameEn, stands, cancels } = consents;
  const locale = useLocale();
  const words = useWords(myDataWords);
  const [asking, setAsking] = useState(false);
  const company = (locale === "en" && employerNameEn) || employerNameKo;
  return (
    <EmployerConsentView consents={consents}>
      {stands && (
        <div>
          <Button aria-label={words.withdrawOf(company)} onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      <AskDialog
        open={asking}
        title={words.withdrawTitle}
        keep={words.withdrawKeep}
        act={words.withdrawNow}
        onClose={() => setAsking(false)}
        send={() => call("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId } })}
        onDone={onWithdrawn}
      >
        <p>{words.withdrawText(company)}</p>
        <CancelledWith cancels={cancels} />
      </AskDialog>
    </EmployerConsentView>
  );
};

/** What I agreed to for what I need, and the page on which that is changed or taken back. */
export const SupportConsentCard = ({ consent }: { consent: SupportConsent }) => {
  const { to, stands } = consent;
  const words = useWords(myDataWords);
  return (
    <SupportConsentView consent={consent}>
      {stands && (
        <div>
          <ButtonLink href={to === "groups" ? "?groups" : "?needs"} aria-label={`${words.supported[to]}: ${words.supportChange}`}>
            {words.supportChange}
          </ButtonLink>
        </div>
      )}
    </SupportConsentView>
  );
};
