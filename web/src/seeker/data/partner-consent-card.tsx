import type { MyConsents } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { PartnerConsentView } from "../../ui/my-data/consent-views.tsx";
import { Failed } from "../../ui/states.tsx";
import { usePress } from "../../ui/use-press.ts";

type Props = { consent: MyConsents["partners"][number]; onWithdrawn: () => Promise<void> };

/** One press takes it back: nothing that was booked hangs on it. */
export const PartnerConsentCard = ({ consent, onWithdrawn }: Props) => {
  const words = useWords(myDataWords);
  const { linkId } = consent;
  const { busy, problem, press } = usePress(
    () => call("POST /api/me/partner-links/{linkId}/withdrawal", { params: { linkId } }),
    onWithdrawn,
  );
  return (
    <PartnerConsentView consent={consent}>
      {problem && <Failed problem={problem} />}
      <div>
        <Button busy={busy} onClick={press}>
          {words.withdraw}
        </Button>
      </div>
    </PartnerConsentView>
  );
};
