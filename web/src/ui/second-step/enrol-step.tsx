import { useState } from "preact/hooks";
import type { Enrolled } from "../../../../shared/contract/second-step.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { TelLink } from "../layout.tsx";
import { Notice } from "../notice.tsx";
import { AddFactor } from "./add-factor.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Enrols a first factor, and hands out the recovery codes. */
export const EnrolStep = ({ until, onDone }: { until: Instant | null; onDone: (me: Me) => void }) => {
  const words = useWords(secondStepWords);
  const locale = useLocale();
  const [enrolled, setEnrolled] = useState<Enrolled>();
  if (enrolled) return <RecoveryCodes codes={enrolled.recoveryCodes ?? []} onKept={() => onDone(enrolled.me)} />;
  if (!until) {
    return (
      <Notice tone="warn" title={words.closedTitle}>
        <p>{words.closedDetail}</p>
        <TelLink />
      </Notice>
    );
  }
  return (
    <div class="stack">
      <AddFactor onEnrolled={setEnrolled} />
      <p class="soft">{words.enrolUntil(momentText(until, locale))}</p>
    </div>
  );
};
