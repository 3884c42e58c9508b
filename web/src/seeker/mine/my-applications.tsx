import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { applicationStateLabels } from "../../../../shared/copy/codes.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { Application } from "../../../../shared/domain/application.ts";
import { call } from "../../platform/api.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts, Tag, type Tone } from "../../ui/card.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import type { OnChange } from "./my-visit.tsx";

const tones: Partial<Record<Application["state"], Tone>> = { applied: "main", accepted: "good" };
type Props = { registration: MyRegistration; onChange: OnChange };

/** What I applied for, and how it stands. */
export const MyApplications = ({ registration, onChange }: Props) => {
  const words = useWords(mineWords);
  if (registration.applications.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-label={words.applications}>
      <p class="part-title">{words.applications}</p>
      <ul class="stack" role="list">
        {registration.applications.map((mine) => (
          <ApplicationRow key={mine.application.applicationId} registration={registration} mine={mine} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
};

const ApplicationRow = ({ registration, mine, onChange }: Props & { mine: MyRegistration["applications"][number] }) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [asking, setAsking] = useState(false);
  const { applicationId, state, appliedAt, decidedAt } = mine.application;
  const { visitId } = registration.visit;
  const mayWithdraw = state === "applied" || state === "undecided";
  return (
    <li class="my-booking">
      <p class="my-booking-time">
        <Tag tone={tones[state] ?? "plain"}>{applicationStateLabels[state][locale]}</Tag>
      </p>
      <p>
        <OwnName of={mine} service={null} />
      </p>
      <Facts
        rows={[
          [words.appliedAt, momentText(appliedAt, locale)],
          [words.decidedAt, (state === "accepted" || state === "declined") && decidedAt && momentText(decidedAt, locale)],
        ]}
      />
      <p>{words.applicationNext[state]}</p>
      {mayWithdraw && (
        <div class="actions">
          <Button kind="danger" onClick={() => setAsking(true)}>
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
        send={() => call("DELETE /api/me/visits/{visitId}/applications/{applicationId}", { params: { visitId, applicationId } })}
        onDone={() => onChange("withdrawn")}
      >
        <p>
          <OwnName of={mine} service={null} />
        </p>
        <p>{words.withdrawText}</p>
      </AskDialog>
    </li>
  );
};
