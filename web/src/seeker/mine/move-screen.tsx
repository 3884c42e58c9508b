import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { MyBooking, MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { cancellationRefusal, isLive } from "../../../../shared/domain/booking.ts";
import type { SlotId } from "../../../../shared/domain/ids.ts";
import { type TimetableSlot, timetableSlots } from "../../../../shared/domain/timetable.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { goTo } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Alternatives } from "../booking/alternatives.tsx";
import { ClashCard } from "../booking/clash-card.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { isSetByEmployer, SetByEmployer } from "../booking/set-by-employer.tsx";
import { subjectTitle } from "../booking/subject-name.tsx";
import { type Subject, subjectOf } from "../booking/wanted.ts";
import { Times } from "../visit/times.tsx";
import { DayAndTime } from "./day-and-time.tsx";
import { MoveForm } from "./move-form.tsx";
import type { OnChange } from "./my-visit.tsx";
import { timesToMoveTo } from "./times-to-move-to.ts";

const freshEverySeconds = 20;

type Props = {
  registration: MyRegistration;
  mine: MyBooking;
  /** The time that was chosen, named by the address. */
  to: string | null;
  onChange: OnChange;
};

/** Another time for a booking: choose, then one press. The seat that somebody has is given up only with the new one taken. */
export const MoveScreen = ({ registration, mine, to, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const { visitId } = registration.visit;
  const askVisit = useCallback(() => call("GET /api/public/visits/{visitId}", { params: { visitId } }), [visitId]);
  const askTimes = useCallback(() => call("GET /api/public/visits/{visitId}/slots", { params: { visitId } }), [visitId]);
  const [visit, reloadVisit] = useLoaded(askVisit);
  const [times, reloadTimes] = useLoaded(askTimes);
  useFresh(reloadTimes, freshEverySeconds);
  const [refusal, setRefusal] = useState<{ to: string; problem: ClientProblem }>();
  const { booking } = mine;
  const here = `${pathIn(locale, "/my")}?move=${booking.bookingId}`;

  const frame = (title: string, back: string, content: ComponentChildren) => (
    <Page narrow focus title={title} back={{ href: back, label: words.backTo }}>
      {content}
    </Page>
  );
  const list = pathIn(locale, "/my");
  if (!isLive(booking) || cancellationRefusal(booking, instantNow()))
    return frame(
      words.moveTitle,
      list,
      <>
        <Now mine={mine} />
        <p>{words.moveTooLate}</p>
      </>,
    );
  const failed = [visit, times].find((asked) => asked.state === "failed");
  if (failed)
    return frame(words.moveTitle, list, <Failed problem={failed.problem} onRetry={() => Promise.all([reloadVisit(), reloadTimes()])} />);
  if (visit.state !== "loaded" || times.state !== "loaded") return frame(words.moveTitle, list, <Loading blocks={2} />);
  const detail = visit.value;
  const slots = timetableSlots(times.value.date, times.value.timetables);
  if (isSetByEmployer(booking, slots))
    return frame(
      words.moveTitle,
      list,
      <>
        <Now mine={mine} />
        <SetByEmployer />
      </>,
    );
  const chosen = slots.find(({ slotId }) => slotId === to);
  const subject = chosen && subjectOf(chosen, detail);

  const refused = async (problem: ClientProblem, slotId: SlotId) => {
    await Promise.all([reloadTimes(), onChange()]);
    setRefusal({ to: slotId, problem });
    // What stands at this address now is the choice, made from the booking as it is.
    if (problem.code === "booking-changed") goTo(here, { replace: true });
  };
  const changed = refusal?.problem.code === "booking-changed" && <Refusal {...{ ...refusal, registration, detail, here }} />;

  if (chosen && subject && refusal?.to === chosen.slotId && !changed)
    return frame(words.moveTitle, here, <Refusal {...{ ...refusal, registration, detail, here }} />);
  if (chosen && subject)
    return frame(
      words.moveConfirmTitle,
      here,
      <MoveForm
        visitId={visitId}
        mine={mine}
        to={chosen}
        subject={subject}
        onMoved={async () => {
          goTo(`${list}?visit=${visitId}`, { replace: true });
          await onChange("moved");
        }}
        onRefused={(problem) => refused(problem, chosen.slotId)}
      />,
    );
  return frame(
    words.moveTitle,
    list,
    <>
      {changed}
      <Now mine={mine} />
      {to !== null && !chosen && <Notice tone="warn" title={words.timeGone} live />}
      <Choice mine={mine} registration={registration} detail={detail} slots={slots} here={here} />
    </>,
  );
};

/** What is booked now. */
const Now = ({ mine }: { mine: MyBooking }) => {
  const words = useWords(mineWords);
  return (
    <section class="wanted" aria-label={words.moveFrom}>
      <p class="small">{words.moveFrom}</p>
      <p>
        <DayAndTime span={mine.booking} />
      </p>
      <p>
        <OwnName of={mine} service={mine.booking.service} />
      </p>
    </section>
  );
};

type ChoiceProps = {
  mine: MyBooking;
  registration: MyRegistration;
  detail: PublicVisitDetail;
  slots: readonly TimetableSlot[];
  here: string;
};

const Choice = ({ mine, registration, detail, slots, here }: ChoiceProps) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const now = instantNow();
  const { date } = registration.visit;
  const day = { date, bookings: registration.bookings.map(({ booking }) => booking), rules: detail.rules };
  const { same, others, leftOut } = timesToMoveTo(slots, mine.booking, day, now);
  const free = { href: ({ slotId }: TimetableSlot) => `${here}&to=${slotId}`, says: words.moveHere };
  return (
    <>
      <section class="card">
        {same.length > 0 ? <Times slots={same} now={now} heading={words.moveSame} level="h2" free={free} /> : <p>{words.moveNone}</p>}
        {leftOut && <p class="small soft">{words.moveLeftOut}</p>}
      </section>
      {others.length > 0 && (
        <details class="card more-facts">
          <summary>{mine.booking.kind === "interview" ? words.moveOthers : words.moveOtherServices}</summary>
          <div class="stack">
            {bySubject(others, detail).map(([subject, group]) => (
              <Times
                key={group[0]?.slotRequestId}
                slots={group}
                now={now}
                level="h2"
                heading={
                  subject.kind === "job" ? `${nameOf(subject, locale)} · ${subjectTitle(subject, locale)}` : subjectTitle(subject, locale)
                }
                free={free}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
};

const nameOf = ({ employer }: Extract<Subject, { kind: "job" }>, locale: "ko" | "en"): string =>
  locale === "en" ? (employer.nameEn ?? employer.nameKo) : employer.nameKo;

/** Times in groups of one job or service. */
function bySubject(slots: readonly TimetableSlot[], detail: PublicVisitDetail): [Subject, TimetableSlot[]][] {
  const groups = new Map<string, [Subject, TimetableSlot[]]>();
  for (const slot of slots) {
    const list = slot.postingId ?? slot.service ?? "";
    const subject = groups.get(list)?.[0] ?? subjectOf(slot, detail);
    if (subject) groups.set(list, [subject, [...(groups.get(list)?.[1] ?? []), slot]]);
  }
  return [...groups.values()];
}

type RefusalProps = { problem: ClientProblem; registration: MyRegistration; detail: PublicVisitDetail; here: string };

const Refusal = ({ problem, registration, detail, here }: RefusalProps) => {
  const words = useWords(bookingWords);
  const mine = useWords(mineWords);
  return (
    <>
      <Notice tone="warn" title={problem.title} focus live>
        <p>{problem.detail}</p>
        {problem.code !== "booking-changed" && <p>{mine.bookingKept}</p>}
      </Notice>
      {problem.clash && <ClashCard clash={problem.clash} registration={registration} />}
      {problem.alternatives.length > 0 && (
        <Alternatives alternatives={problem.alternatives} detail={detail} hrefOf={({ slotId }) => `${here}&to=${slotId}`} />
      )}
      {problem.code !== "booking-changed" && (
        <ButtonLink wide href={here}>
          {words.toVisit}
        </ButtonLink>
      )}
    </>
  );
};
