import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { Offer } from "../../../../shared/domain/waitlist.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { momentText, spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { attemptFor, endAttempt } from "../booking/attempt.ts";
import { ClashCard } from "../booking/clash-card.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { sendUntilAnswered, waitSeconds } from "../booking/send-until-answered.ts";
import { DayAndTime } from "./day-and-time.tsx";
import type { OnChange } from "./my-visit.tsx";
import { type MyWaitRow, serviceOfWait } from "./my-waits.tsx";

/** Refusals after which there is nothing left to press here. */
const isGone = new Set<string>(["offer-over", "booking-changed", "already-started", "not-found"]);

type Props = {
  registration: MyRegistration;
  wait: MyWaitRow;
  offer: Offer;
  onChange: OnChange;
  onGone: (problem: ClientProblem) => Promise<void>;
};

/** A seat that is held for me: until when, and the two answers. */
export const OfferCard = ({ registration, wait, offer, onChange, onGone }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState<"take" | "pass">();
  const [problem, setProblem] = useState<ClientProblem>();
  const { visitId } = registration.visit;
  const { waitId, replaces } = wait.entry;
  const { offerId } = offer;
  const kept = registration.bookings.find(({ booking }) => booking.bookingId === replaces)?.booking;
  const isOver = offer.holdUntil <= instantNow();

  const refused = async (why: ClientProblem) => {
    if (isGone.has(why.code)) await onGone(why);
    else setProblem(why);
  };
  const take = async () => {
    setBusy("take");
    const bookingId = replaces ?? attemptFor("bkg", offerId);
    const answer = await sendUntilAnswered(
      () => call("POST /api/me/visits/{visitId}/waits/{waitId}/acceptance", { params: { visitId, waitId }, body: { offerId, bookingId } }),
      { wait: waitSeconds },
    );
    if (answer.ok || (answer.problem.code !== "unreachable" && answer.problem.code !== "busy")) endAttempt("bkg", offerId);
    if (answer.ok) await onChange(kept ? "moved" : "taken");
    else await refused(answer.problem);
    setBusy(undefined);
  };
  const pass = async () => {
    setBusy("pass");
    const answer = await call("POST /api/me/visits/{visitId}/waits/{waitId}/refusal", { params: { visitId, waitId }, body: { offerId } });
    if (answer.ok) await onChange("passed");
    else await refused(answer.problem);
    setBusy(undefined);
  };
  return (
    <section class="offer" aria-labelledby={offerId}>
      <h3 id={offerId}>{isOver ? words.offerOver : words.offerTitle}</h3>
      <p class="offer-time">
        <DayAndTime span={offer} />
        <br />
        <OwnName of={wait} service={serviceOfWait(wait)} />
      </p>
      {isOver ? (
        <p>{words.offerOverText}</p>
      ) : (
        <>
          <p class="offer-until">{words.offerUntil(momentText(offer.holdUntil, locale))}</p>
          {kept && <p>{words.offerReplaces(spanText(kept, locale))}</p>}
          {problem && (
            <Notice tone="bad" title={problem.title} live focus>
              <p>{problem.detail}</p>
            </Notice>
          )}
          {problem?.clash && <ClashCard clash={problem.clash} registration={registration} />}
          <Button kind="main" wide busy={busy === "take"} onClick={take}>
            {kept ? words.takeInstead : words.take}
          </Button>
          <Button wide busy={busy === "pass"} onClick={pass}>
            {words.pass}
          </Button>
          <p class="small soft">{words.passHint}</p>
        </>
      )}
    </section>
  );
};
