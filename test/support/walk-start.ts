import { listPeopleOfVisit } from "../../functions/registrations/registration-reads.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { anId, anOpenVisit, anotherEmployer, aPlace, aPlan, approvedSlots } from "./builders.ts";
import { mailedSeekers } from "./waitlist.ts";
import type { Walk } from "./walk.ts";
import { aWorld, type Browser, type World } from "./world.ts";

export const peopleOfWalk = 6;
const desks = [1, 2, 3, 4].map((n) => ({ deskId: `d${n}`, label: `${n}번 창구` }));
const rules = { gapMinutes: 10, maxInterviews: 3 };

const withMail = async <B extends Browser>(world: World, browser: B): Promise<B & { mail: string }> =>
  Object.assign(browser, { mail: (await world.get("GET /api/me", {}, browser)).mail });

/** Two visits a week apart, with times of three employers at each, and people who are registered for the first. */
export const aWalk = async (): Promise<Walk> => {
  const world = await aWorld();
  const visit = await anOpenVisit(world, { plan: { rules, desks }, pattern: { to: "11:00", minutes: 20 } });
  const { visitId, manager } = visit;
  const other = await anotherEmployer(world, visit, { from: "10:10", to: "10:30", minutes: 10 });
  const screened = await anotherEmployer(world, visit, { from: "10:30", to: "11:30", minutes: 20 }, "screened", "d3");

  const params = { visitId: anId("vis") };
  const body = aPlan({ date: "2026-12-10", placeId: aPlace.placeId, rules, desks });
  await world.get("PUT /api/staff/visits/{visitId}", { params, body }, manager);
  await world.get("POST /api/staff/visits/{visitId}/opening", { params }, manager);
  const at = <Of extends object>(of: Of) => ({ ...of, visitId: params.visitId });
  const near = {
    ...params,
    slots: [
      ...(await approvedSlots(world, at(visit), { to: "10:40", minutes: 20 })),
      ...(await approvedSlots(world, at(other), { from: "10:10", to: "10:20", minutes: 10 }, "d2", "한가람")),
    ],
    screened: await approvedSlots(world, at(screened), { from: "10:30", to: "11:10", minutes: 20 }, "d3", "한가람", "screened"),
  };

  const seekers = await mailedSeekers(world, visit, peopleOfWalk);
  const agendas = (await listPeopleOfVisit(world.table.db, visitId as VisitId)).map(({ agenda }) => agenda);
  const people = await Promise.all(
    seekers.map(async (seeker) => {
      const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
      const agenda = agendas.find(({ registrationId }) => registrationId === registrations[0]?.registrationId);
      if (!agenda) throw new Error("Somebody is not registered.");
      return { ...seeker, personId: agenda.personId };
    }),
  );
  const anEmployer = async ({ employerId, postingId, employer }: typeof visit, interviewer: string) => {
    const browser = await withMail(world, employer);
    return { employerId, postingId, employer: browser, mail: browser.mail, interviewer };
  };
  const here = { visitId, slots: [...visit.slots, ...other.slots], screened: screened.slots };
  return {
    world,
    manager: await withMail(world, manager),
    employers: [await anEmployer(visit, "윤다래"), await anEmployer(other, "한가람"), await anEmployer(screened, "한가람")],
    here,
    near,
    visits: [here, near],
    people,
    told: new Map(),
    signedInAt: world.deps.clock.now(),
    steps: 0,
  };
};

/** A session ends after twelve hours: everybody signs in again. */
export const signInAgain = async (walk: Walk): Promise<void> => {
  const { world, manager, employers, people } = walk;
  const browsers = [manager, ...employers.map(({ employer, mail }) => Object.assign(employer, { mail })), ...people];
  // other mails first: the code is in the last
  await world.settle();
  const again = await world.signInAll(browsers.map(({ mail }) => mail));
  for (const [i, browser] of browsers.entries()) browser.cookies = again[i]?.cookies ?? browser.cookies;
  walk.signedInAt = world.deps.clock.now();
};
