import { useState } from "preact/hooks";
import type { MyBooking, MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { daysBetween, type Instant, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failed } from "../../ui/states.tsx";
import { isOver } from "../visits/booking-state.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import type { OnChange } from "./my-visit.tsx";

/** From the day before until the visit is over: when the reminder asks. Whoever has arrived need not say so. */
export const isAsked = ({ visit, arrivedAt }: Pick<MyRegistration, "visit" | "arrivedAt">, now: Instant): boolean =>
  arrivedAt === null && daysBetween(seoulDateOf(now), visit.date) <= 1 && !isOver(visit, now);

type Props = { registration: MyRegistration; live: readonly MyBooking[]; kind: "main" | "plain"; onChange: OnChange };

/** Asks whether somebody comes, as the reminder does: one press for yes, one for no. Afterwards says since when we know. */
export const Coming = ({ registration, live, kind, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const [cancelling, setCancelling] = useState(false);
  if (!isAsked(registration, instantNow())) return null;
  const { visit, confirmedAt } = registration;
  const [first, ...more] = live;
  const confirm = async () => {
    setBusy(true);
    const answer = await call("POST /api/me/visits/{visitId}/confirmation", { params: { visitId: visit.visitId } });
    if (answer.ok) await onChange();
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
  };
  const cannot = () => {
    // Of several it has to be said which.
    if (more.length === 0) setCancelling(true);
    else document.getElementById(`bookings-${visit.visitId}`)?.focus();
  };
  return (
    <div class="coming" aria-live="polite">
      {confirmedAt ? (
        <p class="coming-said">
          <Icon name="tick" />
          <span>{words.comingSince(momentText(confirmedAt, locale))}</span>
        </p>
      ) : (
        <>
          <p>
            <strong>{words.askComing}</strong>
          </p>
          <Button kind={kind} wide busy={busy} onClick={confirm}>
            {words.iWillCome}
          </Button>
          <Button wide onClick={cannot}>
            {words.iCannotCome}
          </Button>
        </>
      )}
      {problem && <Failed problem={problem} />}
      {first && (
        <CancelDialog
          open={cancelling}
          visitId={visit.visitId}
          mine={first}
          onClose={() => setCancelling(false)}
          onCancelled={() => onChange("cancelled")}
        />
      )}
    </div>
  );
};
