import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { endStep, isOnStep, useBackStep } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { ProveAddress } from "../data/prove-address.tsx";
import type { Account } from "../use-account.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { DoneScreen } from "./done-screen.tsx";
import { madeBefore } from "./made-before.ts";
import { RefusedScreen } from "./refused-screen.tsx";
import { RegisterForm } from "./register-form.tsx";
import type { Made } from "./send-wanted.ts";
import { placeOf, type Step, stepOf } from "./step-of.ts";
import type { Wanted } from "./wanted.ts";
import { WantedCard } from "./wanted-card.tsx";

type Wish = Exclude<Wanted, { does: "miss" }>;
type Props = {
  detail: PublicVisitDetail;
  slots: readonly TimetableSlot[];
  wanted: Wish;
  account: Account;
  onAccountChange: () => Promise<void>;
  onTimesChange: () => Promise<void>;
};

/** Refusals that another screen answers by itself. */
const leadsBack = new Set<string>(["sign-in-needed", "not-registered"]);
/** Refusals that the form itself shows: the same press, or another entry, may still succeed. */
const staysInForm = new Set<string>([
  ...["unreachable", "busy", "unexpected", "invalid-fields", "too-young", "too-many-requests"],
  ...["booking-cancelled", "application-withdrawn", "id-taken"],
]);
const confirmStep = "confirm";

/** From a choice to what comes of it, or from "I will come" to a registration: one screen after the other, only those that are needed. */
export const BookingFlow = ({ detail, slots, wanted, account, onAccountChange, onTimesChange }: Props) => {
  const words = useWords(bookingWords);
  const { visit } = detail;
  const confirms = wanted.does !== "come";
  const [registered, setRegistered] = useState<MyRegistration>();
  const [person, setPerson] = useState<Me["person"]>(null);
  // With the time as it was chosen: the list is refreshed and may lose it.
  const [made, setMade] = useState<Made>();
  const [refusal, setRefusal] = useState<ClientProblem>();
  const [correcting, setCorrecting] = useState(false);
  const [hasBack, setHasBack] = useState(() => isOnStep(confirmStep));
  const known = account.state === "in" ? account.registrations.find((candidate) => candidate.visit.visitId === visit.visitId) : undefined;
  const registration = registered ?? known;
  const outcome = made ?? madeBefore(wanted, registration);
  const step = stepOf({ account, registration, confirms, correcting, done: outcome !== undefined });
  useBackStep(confirmStep, step === "confirm" && hasBack, () => {
    setRefusal(undefined);
    setCorrecting(true);
  });

  const takeRefusal = async (problem: ClientProblem): Promise<boolean> => {
    if (staysInForm.has(problem.code)) return false;
    if (leadsBack.has(problem.code)) {
      setRegistered(undefined);
      await onAccountChange();
      return true;
    }
    await Promise.all([onTimesChange(), onAccountChange()]);
    setRefusal(problem);
    return true;
  };

  const frame = (content: ComponentChildren) => (
    <Frame visitId={visit.visitId} title={titleOf(step, wanted.does, words)} step={step} confirms={confirms}>
      {content}
    </Frame>
  );
  if (step === "done") return frame(<DoneScreen detail={detail} made={outcome} mail={account.state === "in" ? account.me.mail : ""} />);
  if (refusal) return frame(<RefusedScreen problem={refusal} detail={detail} slots={slots} wanted={wanted} registration={registration} />);
  return frame(
    <>
      <WantedCard visit={visit} wanted={wanted} />
      {step === "waiting" &&
        (account.state === "unproven" ? (
          <ProveAddress onSettled={onAccountChange} />
        ) : account.state === "failed" ? (
          <Failed problem={account.problem} onRetry={onAccountChange} />
        ) : (
          <Loading blocks={1} />
        ))}
      {step === "sign-in" && (
        <div class="card">
          <SignIn mayRemember onSignedIn={onAccountChange} />
        </div>
      )}
      {step === "register" && account.state === "in" && (
        <div class="card">
          <RegisterForm
            visitId={visit.visitId}
            person={person ?? account.me.person}
            beforeBooking={confirms}
            send={confirms ? words.next : words.registerNow}
            onRegistered={(made, given) => {
              setRegistered(made);
              setPerson(given);
              setCorrecting(false);
              setHasBack(confirms);
              void onAccountChange();
            }}
            onRefused={takeRefusal}
          />
        </div>
      )}
      {step === "confirm" && wanted.does !== "come" && (
        <div class="card">
          <ConfirmForm
            visit={visit}
            wanted={wanted}
            onMade={async (made) => {
              await endStep(confirmStep);
              setMade(made);
              // A reload now shows the visit, not the same wish once more.
              history.replaceState(null, "", location.pathname);
              void onTimesChange();
              void onAccountChange();
            }}
            onRefused={takeRefusal}
          />
        </div>
      )}
    </>,
  );
};

type Words = (typeof bookingWords)["ko"];

function titleOf(step: Step, does: Wish["does"], words: Words): string {
  switch (step) {
    case "sign-in":
      return does === "wait" ? words.forWait(words.signIn) : words.signIn;
    case "register":
      return does === "wait" ? words.forWait(words.register) : words.register;
    case "done":
      return words.doneTitles[does];
    default:
      return does === "come" ? words.register : words.confirmTitles[does];
  }
}

type FrameProps = { visitId: string; title: string; step: Step; confirms: boolean; children: ComponentChildren };

const Frame = ({ visitId, title, step, confirms, children }: FrameProps) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const place = placeOf(step, confirms);
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
