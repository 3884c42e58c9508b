import { useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { Booking } from "../../../../shared/domain/booking.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { type ClientProblem, call, type FieldError } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { CheckField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { attemptFor, endAttempt } from "./attempt.ts";
import { sendUntilAnswered, waitSeconds } from "./send-until-answered.ts";
import type { WantedSlot } from "./wanted.ts";

type Props = {
  visit: PublicVisit;
  wanted: WantedSlot;
  onBooked: (booking: Booking) => void;
  onRefused: (problem: ClientProblem) => Promise<boolean>;
};

const consentPointer = "/consentVersion";

/** Consent for this one employer, and the booking itself. The box is never ticked beforehand. */
export const ConsentForm = ({ visit, wanted: { slot, employer }, onBooked, onRefused }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const [retrying, setRetrying] = useState(false);
  const version = currentConsentVersion.to_employer;
  const text = consentText("to_employer", version, locale);
  const name = inLocale(locale, employer.nameKo, employer.nameEn);

  const agreed: FieldError[] = [{ pointer: consentPointer, detail: words.agreeFirst }];
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ agreed: data.has(consentPointer) }),
    check: async (body) => (body.agreed ? [] : agreed),
    send: () => {
      const bookingId = attemptFor(slot.slotId);
      return sendUntilAnswered(
        () =>
          call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", {
            params: { visitId: visit.visitId, bookingId },
            body: { slotId: slot.slotId, consentVersion: version },
          }),
        { wait: waitSeconds, onRetry: () => setRetrying(true) },
      ).finally(() => setRetrying(false));
    },
    onDone: (booking) => {
      endAttempt(slot.slotId);
      onBooked(booking);
    },
    onRefused: (problem) => {
      // Without an answer the booking may have been made: the next press has to be the same request.
      if (problem.code !== "unreachable" && problem.code !== "busy") endAttempt(slot.slotId);
      return onRefused(problem);
    },
  });
  if (!text) return null;
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <section class="consent stack" aria-label={text.title}>
        <h2>{text.title}</h2>
        <Facts
          long
          rows={[
            [words.recipient, <span lang={name.lang}>{name.text}</span>],
            [words.purpose, text.purpose],
            [words.itemsGiven, text.items],
            [words.kept, text.kept],
            [words.refusal, text.refusal],
          ]}
        />
        <CheckField pointer={consentPointer} label={words.agreeTo(name.text)} error={errorAt(consentPointer)} />
      </section>
      {retrying && (
        <p class="soft" role="status">
          {words.stillTrying}
        </p>
      )}
      <Button type="submit" kind="main" wide busy={busy}>
        {words.book}
      </Button>
    </form>
  );
};
