import { useState } from "preact/hooks";
import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { sayResultWords } from "../../../../shared/copy/pages-seeker/say-result.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { SeekerResult } from "../../../../shared/domain/placement.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Failed } from "../../ui/states.tsx";
import type { OnChange } from "./my-visit.tsx";

type Props = { visitId: VisitId; mine: MyBooking; onChange: OnChange };

/** Asks what came of an interview: one press says it, another corrects it. */
export const SayResult = ({ visitId, mine: { booking, saidResult }, onChange }: Props) => {
  const words = useWords(sayResultWords);
  const locale = useLocale();
  const [sending, setSending] = useState<SeekerResult>();
  const [isSaid, setSaid] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const say = async (result: SeekerResult) => {
    if (sending || result === saidResult) return;
    setSending(result);
    const params = { visitId, bookingId: booking.bookingId };
    const answer = await call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/result", { params, body: { result } });
    if (answer.ok) await onChange();
    setProblem(answer.ok ? undefined : answer.problem);
    setSaid(answer.ok);
    setSending(undefined);
  };
  return (
    <fieldset class="outcomes">
      <legend>
        {words.ask}
        <span class="unseen"> {spanText(booking, locale)}</span>
      </legend>
      <div class="outcome-buttons">
        {SeekerResult.options.map((result) => (
          <Button
            key={result}
            kind={result === saidResult ? "main" : "plain"}
            aria-pressed={result === saidResult}
            busy={result === sending}
            onClick={() => void say(result)}
          >
            {words.answers[result]}
          </Button>
        ))}
      </div>
      <p role="status">{isSaid && words.thanks}</p>
      <p class="soft">{words.who}</p>
      {problem && <Failed problem={problem} />}
    </fieldset>
  );
};
