import { useCallback, useState } from "preact/hooks";
import type { VisitDay } from "../../../../shared/contract/staff.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffDesksWords } from "../../../../shared/copy/pages-staff-desks.ts";
import type { ReasonFor } from "../../../../shared/copy/pages-staff-reasons.ts";
import { timesOfDesk } from "../../../../shared/domain/desk-times.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { PlanChange } from "../../../../shared/domain/plan.ts";
import { type LocalTime, timeText } from "../../../../shared/domain/seoul-time.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { goTo, hasMoved } from "../../platform/router.ts";
import { clockText, spanText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { mintId } from "../mint-id.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { askDesks } from "./ask-desks.ts";
import { type Shifted, shiftedBy, touchedBy } from "./touched.ts";

type Props = { visitId: string; deskId: string };
type DeskChange = Extract<PlanChange, { deskId: unknown }>;

/** A desk is late, does not come, or moves: first what, then how many are told, then it happens. */
export const DeskPage = ({ visitId, deskId }: Props) => {
  const words = useWords(staffDesksWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => askDesks(visitId), [visitId]));
  const [change, setChange] = useState<DeskChange>();
  const onBack = () => {
    setChange(undefined);
    // A colleague may have changed it meanwhile.
    void reload();
  };
  const back = { href: `/staff/visits/${visitId}/desks`, label: dayWords.toDesks };
  if (loaded.state !== "loaded") return <Unloaded title={words.desksTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { day, slots } = loaded.value;
  const desk = day.visit.desks.find((one) => one.deskId === deskId);
  if (!desk)
    return (
      <Page title={words.desksTitle} back={back} narrow>
        <Empty title={dayWords.gone} />
      </Page>
    );
  return change ? (
    <Page title={titleOf(change, desk, day, locale)} back={back} narrow focus>
      <Confirm day={day} slots={slots} desk={desk} change={change} onBack={onBack} />
    </Page>
  ) : (
    <Page title={deskLabelIn(locale, desk.label).text} back={back} narrow focus={hasMoved()}>
      <Choose day={day} desk={desk} onChosen={setChange} />
    </Page>
  );
};

const titleOf = (change: DeskChange, desk: Desk, day: VisitDay, locale: Locale): string => {
  const { deskConfirm } = staffDesksWords[locale];
  const nameOf = (label: string): string => deskLabelIn(locale, label).text;
  switch (change.kind) {
    case "shift-desk":
      return deskConfirm.shift(nameOf(desk.label), change.minutes);
    case "release-desk":
      return deskConfirm.release(nameOf(desk.label));
    case "reassign-desk": {
      const to = day.visit.desks.find((one) => one.deskId === change.toDeskId);
      return deskConfirm.reassign(nameOf(desk.label), nameOf(to?.label ?? change.toDeskId));
    }
  }
};

const lateBy = [10, 20, 30] as const;

type ChooseProps = { day: VisitDay; desk: Desk; onChosen: (change: DeskChange) => void };

/** Each change is one press; the next screen says whom it touches before anything happens. */
const Choose = ({ day, desk: { deskId }, onChosen }: ChooseProps) => {
  const words = useWords(staffDesksWords);
  const locale = useLocale();
  const others = day.visit.desks.filter((other) => other.deskId !== deskId);
  return (
    <section class="stack desk-changes">
      <h2>{words.deskWhat}</h2>
      {lateBy.map((minutes) => (
        <Button key={minutes} wide onClick={() => onChosen({ kind: "shift-desk", deskId, minutes })}>
          {words.deskLate(minutes)}
        </Button>
      ))}
      {others.map((other) => (
        <Button key={other.deskId} wide onClick={() => onChosen({ kind: "reassign-desk", deskId, toDeskId: other.deskId })}>
          {words.deskReassign(deskLabelIn(locale, other.label).text)}
        </Button>
      ))}
      <Button wide kind="danger" onClick={() => onChosen({ kind: "release-desk", deskId })}>
        {words.deskRelease}
      </Button>
    </section>
  );
};

const reasonsFor: Record<DeskChange["kind"], ReasonFor> = { "shift-desk": "shift", "release-desk": "release", "reassign-desk": "reassign" };

type ConfirmProps = { day: VisitDay; slots: readonly Slot[]; desk: Desk; change: DeskChange; onBack: () => void };

const Confirm = ({ day, slots, desk, change, onBack }: ConfirmProps) => {
  const words = useWords(staffDesksWords);
  const [planId] = useState(() => mintId("pln"));
  const { visitId } = day.visit;
  // As they stood when this screen was opened: what came in since was not looked at.
  const [seenTimes] = useState(() => timesOfDesk(slots, desk.deskId));
  const { people, begun } = touchedBy(day.people, desk.deskId, instantNow());
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ change, reason: reasonIn(data), choices: [], seenTimes }),
    send: (body) => call("POST /api/staff/visits/{visitId}/desk-changes/{planId}", { params: { visitId, planId }, body }),
    onDone: () => goTo(`/staff/visits/${visitId}/plans/${planId}`, { replace: true }),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="told">
        <strong>{people > 0 ? words.deskTold(people) : words.deskToldNobody}</strong>
        {begun > 0 && <span>{words.deskBegun(begun)}</span>}
        {change.kind === "shift-desk" && (
          <LeadsTo shifted={shiftedBy(slots, desk.deskId, change.minutes, day.visit, instantNow())} end={day.visit.endTime} />
        )}
        <span>{words.deskTellsWaiting}</span>
      </div>
      <ReasonField why={reasonsFor[change.kind]} isChosen error={errorAt("/reason")} />
      <Button type="submit" kind={change.kind === "release-desk" ? "danger" : "main"} wide busy={busy}>
        {people > 0 ? words.deskNow(people) : words.deskNowNobody}
      </Button>
      <Button wide onClick={onBack}>
        {words.deskBack}
      </Button>
    </form>
  );
};

/** What an employer that is late runs into. */
const LeadsTo = ({ shifted: { breaks, end: last, lost }, end }: { shifted: Shifted; end: LocalTime }) => {
  const words = useWords(staffDesksWords);
  const locale = useLocale();
  return (
    <>
      {breaks.map((pause) => (
        <span key={pause.startsAt}>{words.deskIntoBreak(spanText(pause, locale))}</span>
      ))}
      {last && <span>{words.deskEndsLater(clockText(last.before, locale), clockText(last.after, locale))}</span>}
      {lost > 0 && <span>{words.deskPastVisit(lost, timeText(end, locale))}</span>}
    </>
  );
};
