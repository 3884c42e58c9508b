import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { daysBetween, type Instant, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Failed } from "../../ui/states.tsx";
import { isOver } from "../visits/booking-state.ts";
import type { OnChange } from "./my-visit.tsx";

/** From the day before until the visit is over: when the reminder asks. Whoever has arrived need not say so. */
export const isAsked = ({ visit, arrivedAt }: Pick<MyRegistration, "visit" | "arrivedAt">, now: Instant): boolean =>
  arrivedAt === null && daysBetween(seoulDateOf(now), visit.date) <= 1 && !isOver(visit, now);

type Props = { registration: MyRegistration; kind: "main" | "plain"; onChange: OnChange };

/** Asks whether somebody comes, as the reminder does: one press for yes, and a page for no, which says what is given up. Afterwards says since when we know. */
export const Coming = ({ registration, kind, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  if (!isAsked(registration, instantNow())) return null;
  const { visit, confirmedAt } = registration;
  const confirm = async () => {
    setBusy(true);
    const answer = await call("POST /api/me/visits/{visitId}/confirmation", { params: { visitId: visit.visitId } });
    if (answer.ok) await onChange();
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
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
          <ButtonLink wide href={`?withdraw=${visit.visitId}`}>
            {words.iCannotCome}
          </ButtonLink>
        </>
      )}
      {problem && <Failed problem={problem} />}
    </div>
  );
};
