import { timedTaskRuns } from "../../../functions/entry/timed-tasks.ts";
import { putDueNotices } from "../../../functions/notices/due-notices.ts";
import { addMinutes } from "../../../shared/domain/seoul-time.ts";
import {
  aConsultation,
  anEnrolment,
  anId,
  anOpenVisit,
  approvedSlots,
  aRegistration,
  duringVisit,
  openAllDay,
} from "../../support/builders.ts";
import type { BenchEngine } from "../bench-table.ts";
import { aBenchWorld, type BenchWorld } from "../bench-world.ts";
import type { Metered } from "../meter.ts";
import { book, cancel, checkIn, list } from "../operations.ts";

/** What one act of a season asks of the table, with what follows from it behind the stream. */
export type Act = { writeUnits: number; readUnits: number; mails: number; changes: number };
export type MeteredSeason = { acts: Record<string, Act>; tasks: Record<string, { writeUnits: number; readUnits: number }> };

/** People of the visit that is metered; what a visit costs as a whole is divided by them. */
const people = 13;

const units = ({ writeUnits, readUnits }: Metered) => ({ writeUnits, readUnits });

const acting =
  (world: BenchWorld) =>
  async (work: () => Promise<unknown>): Promise<Act> => {
    const { metered: asked } = await world.meter.during(work);
    const { value: mails, metered: followed } = await world.meter.during(() => world.follow(asked));
    // What follows from what followed: a ticket that was made is mailed.
    const { value: later, metered: last } = await world.meter.during(() => world.follow(followed));
    const all = [asked, followed, last];
    const sum = (of: (one: Metered) => number) => all.reduce((total, one) => total + of(one), 0);
    return {
      writeUnits: sum((one) => one.writeUnits),
      readUnits: sum((one) => one.readUnits),
      mails: mails + later,
      changes: sum((one) => one.calls.reduce((total, { written }) => total + written.length, 0)),
    };
  };
const sharedBy = ({ writeUnits, readUnits, mails, changes }: Act, n: number): Act => ({
  ...{ writeUnits: writeUnits / n, readUnits: readUnits / n, mails: mails / n, changes: changes / n },
});

/** Meters every act of a season once, on a visit with as many people as are usual, and each timed task once, when it has nothing to do. */
export const meterSeason = async (engine: BenchEngine): Promise<MeteredSeason> => {
  const world = await aBenchWorld(await engine.table());
  const act = acting(world);
  const { forBuilders, deps } = world;
  try {
    let visit = {} as Awaited<ReturnType<typeof anOpenVisit>>;
    const acts: Record<string, Act> = {};
    acts["plan a visit, with an employer, a posting and its times"] = await act(async () => {
      visit = await anOpenVisit(forBuilders, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
    });
    acts["another employer's times"] = await act(async () => {
      await approvedSlots(forBuilders, visit, { to: "12:00" }, "d2", "한가람");
    });
    const { visitId, employerId, employer } = visit;
    const params = { visitId };
    const seekers = await Promise.all(
      Array.from({ length: people }, (_, n) => forBuilders.signIn(`cost${n}-${anId("s").toLowerCase()}@example.com`)),
    );
    const [one] = seekers;
    if (!one) throw new Error("Nobody comes.");
    acts["look at visits and one visit's times"] = await act(async () => {
      await world.send("GET /api/public/visits", { query: { from: "2026-11-01" } });
      await world.send("GET /api/public/visits/{visitId}", { params });
      await list(world, visit);
    });
    acts["ask for a code to sign in"] = await act(() =>
      world.send("POST /api/sign-in/challenges", { body: { mail: `${anId("code").toLowerCase()}@example.com`, locale: "ko" } }),
    );
    const registers: Act[] = [];
    for (const seeker of seekers)
      registers.push(
        await act(() =>
          world.send("PUT /api/me/visits/{visitId}/registration", { params, body: aRegistration({ beforeBooking: false }) }, seeker),
        ),
      );
    acts.register = registers.at(-1) as Act;
    let bookingId = "";
    acts["book an interview"] = await act(async () => {
      bookingId = await book(world, visit, visit.slots[0] ?? "", one);
    });
    const spare = await book(world, visit, visit.slots[3] ?? "", seekers[1] ?? one);
    acts["cancel an interview"] = await act(() =>
      cancel(world, visit, { bookingId: spare, slotId: visit.slots[3] ?? "", sequence: 0 }, seekers[1] ?? one),
    );
    acts["look at one's own page and code"] = await act(async () => {
      await world.send("GET /api/me/registrations", {}, one);
      await world.send("GET /api/me/visits/{visitId}/ticket", { params }, one);
    });
    const { token } = (await (await world.send("GET /api/me/visits/{visitId}/ticket", { params }, one)).json()) as { token: string };
    const [mine] = (
      (await (await world.send("GET /api/me/registrations", {}, one)).json()) as { registrations: { registrationId: string }[] }
    ).registrations;
    const registrationId = mine?.registrationId ?? "";
    deps.clock.set(openAllDay.reminderAt);
    acts["reminder of the day before"] = sharedBy(await act(() => putDueNotices(deps, "reminder")), people);
    deps.clock.set(openAllDay.ticketMailAt);
    acts["code of the day by mail"] = sharedBy(await act(() => putDueNotices(deps, "day-of-ticket")), people);
    deps.clock.set(duringVisit);
    const desk = await forBuilders.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk", "counsellor", "manager"]);
    acts["a phone loads its pack"] = await act(() =>
      world.send("POST /api/staff/visits/{visitId}/packs", { params, body: { deviceId: "phone-cost-0001" } }, desk),
    );
    acts["check in"] = await act(() => checkIn(world, visit, token, desk));
    acts["the desk looks at the day"] = await act(() => world.send("GET /api/staff/visits/{visitId}/day", { params }, desk));
    const person = { visitId, registrationId };
    acts["write a consultation"] = await act(() =>
      world.send(
        "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}",
        { params: { ...person, consultationId: anId("con") }, body: aConsultation() },
        desk,
      ),
    );
    acts["enrol somebody"] = await act(() =>
      world.send("PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment", { params: person, body: anEnrolment() }, desk),
    );
    // Somebody who has not booked there: what is theirs already is not proposed.
    const [theirs] = (
      (await (await world.send("GET /api/me/registrations", {}, seekers[2] ?? one)).json()) as {
        registrations: { registrationId: string }[];
      }
    ).registrations;
    const other = { visitId, registrationId: theirs?.registrationId ?? "" };
    await world.send("PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment", { params: other, body: anEnrolment() }, desk);
    acts["propose a job"] = await act(() =>
      world.send(
        "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}",
        { params: { ...other, referralId: anId("ref") }, body: { at: { visitId, postingId: visit.postingId } } },
        desk,
      ),
    );
    deps.clock.set(addMinutes(duringVisit, 30));
    acts["an employer looks at its interviews"] = await act(() =>
      world.send("GET /api/employers/{employerId}/visits/{visitId}/interviews", { params: { employerId, visitId } }, employer),
    );
    acts["an employer tells a result"] = await act(() =>
      world.send(
        "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
        { params: { ...person, employerId, bookingId }, body: { outcome: "met", seen: 0 } },
        employer,
      ),
    );
    const tasks: MeteredSeason["tasks"] = {};
    for (const [task, run] of Object.entries(timedTaskRuns)) {
      await run({ ...deps, ledger: forBuilders.deps.ledger });
      tasks[task] = units((await world.meter.during(() => run({ ...deps, ledger: forBuilders.deps.ledger }))).metered);
    }
    return { acts, tasks };
  } finally {
    await world.close();
  }
};
