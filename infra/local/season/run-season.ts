import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../../shared/domain/seoul-time.ts";
import type { Centre, HeldVisit } from "./centre.ts";
import { confirm, counsel, enrol, receive, refer, report } from "./hold-visit.ts";
import { change, fill, planFiled, publish } from "./prepare-visit.ts";
import { type FiledVisit, seasonToday } from "./season-file.ts";

type Step = { at: Instant; run: () => Promise<void> };
const at = (date: LocalDate, time: string): Instant => instantOf(date, LocalTime.parse(time));

/** Days before a visit on which booking opens and people register, and after it on which employers answer and hires are confirmed. */
const days = { opens: -21, registers: -8, answers: 2, confirms: 3 };
/** The season is planned before its first visit. */
const plannedOn = -31;

/** What happens around one visit, each at its time. */
const stepsOf = (centre: Centre, visit: HeldVisit, index: number, say: (held: HeldVisit) => void): Step[] => {
  const { date, startTime, endTime, placeId, status, moved, cancel } = visit.filed;
  if (status === "planned" || status === "draft") return [];
  const opens: Step = { at: at(addDays(date, days.opens), "10:00"), run: () => publish(centre, visit, index) };
  const steps: Step[] = [opens];
  if (moved)
    steps.push({
      at: at(addDays(date, -1), "10:00"),
      run: () => change(centre, visit, { kind: "move-visit", date, startTime, endTime, placeId }, moved.reasonKo),
    });
  if (cancel) steps.push({ at: cancel.decidedAt, run: () => change(centre, visit, { kind: "cancel-visit" }, cancel.reasonKo) });
  if (status !== "completed") return steps;
  const day = async () => {
    await receive(centre, visit);
    await centre.drain();
  };
  const evening = async () => {
    await counsel(centre, visit);
    await enrol(centre, visit);
    await refer(centre, visit);
    say(visit);
  };
  return [
    ...steps,
    { at: at(addDays(date, days.registers), "09:00"), run: () => fill(centre, visit) },
    { at: at(date, "11:30"), run: day },
    { at: at(date, "16:45"), run: evening },
    { at: at(addDays(date, days.answers), "10:00"), run: () => report(centre, visit) },
    { at: at(addDays(date, days.confirms), "10:00"), run: () => confirm(centre, visit) },
  ];
};

/**
 * Plans all visits and holds those that are over, through the use cases that the API uses, in the order and at the times of life: the clock goes from step to
 * step until today. `say` is told of each visit that was held.
 */
export const runSeason = async (centre: Centre, filed: readonly FiledVisit[], say: (held: HeldVisit) => void): Promise<void> => {
  const { clock } = centre.deps;
  const [first] = filed;
  if (!first) return;
  clock.set(at(addDays(first.date, plannedOn), "09:00"));
  for (const one of filed) centre.visits.push(await planFiled(centre, one));
  const now = at(seasonToday, "10:00");
  const steps = centre.visits.flatMap((visit, index) => stepsOf(centre, visit, index, say)).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const step of steps) {
    if (step.at > now) break;
    clock.set(step.at);
    await step.run();
  }
  clock.set(now);
  await centre.drain();
};
