import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import type { Item } from "../../functions/platform/db.ts";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { isForKeys, isForStaff, type Operation } from "../../shared/contract/operation.ts";
import { type TimedTask, timedTasks } from "../../shared/wiring.ts";
import { aBrowser } from "../support/calls.ts";
import { anEarlierWorld, type Earlier, earlierNames, readEarlier } from "../support/earlier.ts";
import { aSystem } from "../support/feeds.ts";
import { goodRequests, type Season } from "../support/season.ts";
import { anEventId } from "../support/tickets.ts";
import type { Browser, Sent, World } from "../support/world.ts";

/** What only shows something, although it is sent a body; the rest of what is not a GET changes something. */
const readingPosts: readonly OperationKey[] = [
  "POST /api/staff/visits/{visitId}/packs",
  "POST /api/staff/visits/{visitId}/people-search",
  "POST /api/office/people-search",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/export",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening",
  "POST /api/staff/access-log/person",
  "POST /api/staff/access-log/exports",
  "POST /api/staff/locked-forms",
];
const reading = (Object.keys(api) as OperationKey[]).filter((key) => key.startsWith("GET ") || readingPosts.includes(key));

/**
 * What is asked for by an id that was not there yet, or by nobody who was there yet: with the refusal that says so. All else that reads has to answer with what
 * there is.
 */
const absent = ["not-found", "pairing-needed", "can-do-it-themselves", "not-enrolled"];

describe.each(earlierNames)("a table that was written on %s", (name) => {
  const earlier: Earlier = readEarlier(name);
  const items = earlier.items.map((item) => unmarshall(item) as Item);
  const { visit, seeker: they } = earlier;
  const sessionOf = (accountId: unknown) => items.filter((item) => item.type === "session" && item.accountId === accountId);
  const theirAccount = items.find((item) => item.type === "account" && item.mail === they.mail)?.accountId;
  /** Whose session lasts until then. One that was found by its token alone, as until 2026-11-26, is over: its owner signs in once more. */
  const wasSignedIn = sessionOf(theirAccount).some(({ pk, endsAt }) => pk.startsWith("ACCOUNT#") && String(endsAt) > earlier.now);
  let world: World;
  let browsers: { seeker: Browser; member: Browser; device: Browser; staff: Browser; system: Browser };

  beforeAll(async () => {
    world = await anEarlierWorld(earlier);
    // The stream told of all this long ago.
    await world.table.newRecords();
    const staff = await world.staff("everything@center.example.com", ["manager", "desk", "counsellor", "outreach"]);
    const memberId = items.find((item) => item.type === "account" && item.mail === visit.employerMail)?.accountId as string;
    // Whose passkey nobody has any more, and who has none since there was no second step, is invited alike.
    const reset = { params: { accountId: memberId }, body: { reason: "새 휴대전화" } };
    await world.get("POST /api/staff/members/{accountId}/factor-reset", reset, staff);
    browsers = {
      seeker: wasSignedIn ? { ...aBrowser(), cookies: new Map(Object.entries(they.cookies)) } : await world.signIn(they.mail),
      member: await world.signIn(visit.employerMail),
      device: { ...aBrowser(), cookies: new Map(Object.entries(earlier.device ?? {})) },
      system: await aSystem(world, staff),
      staff,
    };
  });
  afterAll(() => world.close());

  test("keeps its promises, and the timed tasks go on with it", async () => {
    expect(brokenPromises(items, world.deps.clock.now())).toEqual([]);
    for (const task of Object.keys(timedTasks) as TimedTask[]) await world.fire(task);
    expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
  });

  const asOf = ({ who }: Operation): Browser => {
    if (who === "employer-member") return browsers.member;
    if (who === "paired-device") return browsers.device;
    if (isForKeys(who as never)) return browsers.system;
    return isForStaff(who) ? browsers.staff : browsers.seeker;
  };

  /** Ids of what stands there, of the one who was there where it is somebody's. */
  const idOf = (param: string): string | undefined => {
    if (param in visit) return String(visit[param as keyof typeof visit]);
    if (param in they) return String(they[param as keyof typeof they]);
    if (param === "subjectId") return they.bookingId;
    const found = items.filter((item) => typeof item[param] === "string");
    return (found.find((item) => item.registrationId === they.registrationId) ?? found[0])?.[param] as string | undefined;
  };

  const aimed = (key: OperationKey): Sent => {
    const season = {
      visit,
      bookingId: they.bookingId,
      pendingEmployerId: visit.employerId,
      pendingRequestId: "",
      webhookId: idOf("webhookId"),
    };
    const { params = {}, ...rest } = goodRequests[key](season as unknown as Season);
    return { params: Object.fromEntries(Object.entries(params).map(([param, id]) => [param, idOf(param) ?? id])), ...rest };
  };

  test("whoever was signed in stays so, and what was theirs is shown", async () => {
    const { registrations } = await world.get("GET /api/me/registrations", {}, browsers.seeker);
    expect(registrations.map(({ registrationId }) => registrationId)).toEqual([they.registrationId]);
    expect(registrations.flatMap(({ bookings }) => bookings.map(({ booking }) => booking.bookingId))).toContain(they.bookingId);
    if (earlier.device) expect((await world.call("GET /api/table/day", {}, browsers.device)).status).toBe(200);
  });

  test("every list and page reads it", async () => {
    const refused: string[] = [];
    let answered = 0;
    for (const key of reading) {
      const answer = await world.call(key, aimed(key), asOf(api[key]));
      if (answer.ok) answered += 1;
      else if (!absent.includes(answer.problem.code)) refused.push(`${key}: ${answer.problem.code}`);
    }
    expect(refused).toEqual([]);
    expect(answered).toBeGreaterThan(reading.length * 0.7);
  });

  const said = earlier.said.filter(({ path }) => path.endsWith("/check-in-events"));
  test.skipIf(said.length === 0)("what its staff app hands in is taken as it was then; handed in again, it changes nothing", async () => {
    const params = { visitId: visit.visitId };
    const upload = "POST /api/staff/visits/{visitId}/check-in-events";
    for (const { body, answer } of said) {
      const phone = { params, body: { deviceId: "phone-old-0003" } };
      const { lease } = await world.get("POST /api/staff/visits/{visitId}/packs", phone, browsers.staff);
      await world.settle();
      await world.table.newRecords();
      expect(await world.get(upload, { params, body }, browsers.staff)).toMatchObject({
        answers: (answer as { answers: { id: string }[] }).answers.map(({ id }) => ({ id })),
      });
      expect((await world.table.newRecords()).filter((record) => JSON.stringify(record).includes("EVENT#"))).toEqual([]);

      const { accountId: staffId } = await world.get("GET /api/me", {}, browsers.staff);
      const anew = { deviceId: "phone-old-0003", staffId, at: earlier.now };
      const events = (body.events as Record<string, unknown>[]).map((event) => ({
        ...{ ...event, ...("at" in event && anew), id: anEventId() },
        ...("number" in event && { number: `${lease.letter}-001` }),
      }));
      const results = (answer as { answers: { result: string }[] }).answers.map(({ result }) => result);
      const taken = await world.get(upload, { params, body: { deviceId: "phone-old-0003", events } }, browsers.staff);
      expect(taken.answers.map(({ result }) => result)).toEqual(results);
    }
    await world.settle();
  });
});
