import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { type Booking, isLive } from "../../../../shared/domain/booking.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import type { Account } from "../use-account.ts";
import { ConsentForm } from "./consent-form.tsx";
import { DoneScreen } from "./done-screen.tsx";
import { RefusedScreen } from "./refused-screen.tsx";
import { RegisterForm } from "./register-form.tsx";
import { placeOf, type Step, stepOf } from "./step-of.ts";
import type { WantedSlot } from "./wanted.ts";
import { WantedCard } from "./wanted-card.tsx";

type Props = {
  detail: PublicVisitDetail;
  /** Undefined when somebody registers to come, without an interview. */
  wanted: WantedSlot | undefined;
  account: Account;
  onAccountChange: () => Promise<void>;
  onSeatsChange: () => Promise<void>;
};

/** Refusals that another screen answers by itself. */
const leadsBack = new Set<string>(["sign-in-needed", "not-registered"]);
/** Refusals that the form itself shows: the same press, or another entry, may still succeed. */
const staysInForm = new Set<string>(["unreachable", "busy", "unexpected", "invalid-fields", "too-young", "booking-cancelled", "id-taken"]);

/** From a chosen time to a booking, or from "I will come" to a registration: one screen after the other, only those that are needed. */
export const BookingFlow = ({ detail, wanted, account, onAccountChange, onSeatsChange }: Props) => {
  const words = useWords(bookingWords);
  const { visit } = detail;
  const interview = wanted !== undefined;
  const [registered, setRegistered] = useState<MyRegistration>();
  // With the slot as it was chosen: the list is refreshed and may lose it.
  const [made, setMade] = useState<{ booking: Booking; wanted: WantedSlot }>();
  const [refusal, setRefusal] = useState<ClientProblem>();
  const known = account.state === "in" ? account.registrations.find((candidate) => candidate.visit.visitId === visit.visitId) : undefined;
  const registration = registered ?? known;
  const booked = made ?? (wanted && bookedBefore(wanted, registration));
  const step = stepOf({ account, registration, interview, done: booked !== undefined });

  const takeRefusal = async (problem: ClientProblem): Promise<boolean> => {
    if (staysInForm.has(problem.code)) return false;
    if (leadsBack.has(problem.code)) {
      setRegistered(undefined);
      await onAccountChange();
      return true;
    }
    await onSeatsChange();
    setRefusal(problem);
    return true;
  };

  if (refusal && step !== "done")
    return (
      <Frame visitId={visit.visitId} title={titleOf(step, interview, words)} step={step} interview={interview}>
        <RefusedScreen problem={refusal} visit={visit} posting={wanted?.posting} />
      </Frame>
    );
  return (
    <Frame visitId={visit.visitId} title={titleOf(step, interview, words)} step={step} interview={interview}>
      {step !== "done" && <WantedCard visit={visit} wanted={wanted} />}
      {step === "waiting" &&
        (account.state === "failed" ? <Failed problem={account.problem} onRetry={onAccountChange} /> : <Loading blocks={1} />)}
      {step === "sign-in" && (
        <div class="card">
          <SignIn onSignedIn={onAccountChange} />
        </div>
      )}
      {step === "register" && account.state === "in" && (
        <div class="card">
          <RegisterForm
            visitId={visit.visitId}
            me={account.me}
            beforeBooking={interview}
            onRegistered={(made) => {
              setRegistered(made);
              void onAccountChange();
            }}
            onRefused={takeRefusal}
          />
        </div>
      )}
      {step === "consent" && wanted && (
        <div class="card">
          <ConsentForm
            visit={visit}
            wanted={wanted}
            onBooked={(booking) => {
              setMade({ booking, wanted });
              // A reload now shows the visit, not the same booking once more.
              history.replaceState(null, "", location.pathname);
              void onSeatsChange();
            }}
            onRefused={takeRefusal}
          />
        </div>
      )}
      {step === "done" && <DoneScreen detail={detail} booked={booked} mail={account.state === "in" ? account.me.mail : ""} />}
    </Frame>
  );
};

/** The live booking of this very slot, for somebody who comes back to its address. */
function bookedBefore(wanted: WantedSlot, registration: MyRegistration | undefined) {
  const mine = registration?.bookings.find(({ booking }) => booking.slotId === wanted.slot.slotId && isLive(booking));
  return mine && { booking: mine.booking, wanted };
}

type Words = (typeof bookingWords)["ko"];

function titleOf(step: Step, interview: boolean, words: Words): string {
  switch (step) {
    case "sign-in":
      return words.signIn;
    case "register":
      return words.register;
    case "done":
      return interview ? words.doneTitle : words.registeredTitle;
    default:
      return interview ? words.consent : words.register;
  }
}

type FrameProps = { visitId: string; title: string; step: Step; interview: boolean; children: ComponentChildren };

const Frame = ({ visitId, title, step, interview, children }: FrameProps) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const place = placeOf(step, interview);
  return (
    <Page
      narrow
      focus
      title={title}
      lead={place && words.step(place.now, place.all)}
      back={step === "done" ? undefined : { href: pathIn(locale, `/visits/${visitId}`), label: words.back }}
    >
      {children}
    </Page>
  );
};
