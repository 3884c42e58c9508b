import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import { onChange } from "../../functions/entry/on-change.ts";
import type { Item } from "../../functions/platform/db.ts";
import { changeOf } from "../../functions/platform/stream-record.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { apply } from "../support/application.ts";
import { bookSlot, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { registrationOf } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { forSlot, joinList, waits } from "../support/waitlist.ts";
import { aWholeSeason, must, planted, signInAgain, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const deleted = "개인정보를 지웠습니다";

const erase = (world: World, browser: Browser) => world.call("POST /api/me/erasure", {}, browser);
const accountOf = async (world: World, browser: Browser) => (await world.get("GET /api/me", {}, browser)).accountId;
const personOf = async (world: World, browser: Browser): Promise<string> => {
  const accountId = await accountOf(world, browser);
  const account = (await world.table.allItems()).find((item) => item.type === "account" && item.accountId === accountId);
  return account?.personId as string;
};
const subjectsTo = (world: World, mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);

/** Types of the items that say any of these. Codes for signing in end within minutes, by themselves. */
const typesSaying = (items: readonly Item[], marks: readonly (string | number)[]): string[] => {
  const says = (item: Item): boolean => {
    const text = JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
    return marks.some((mark) => (typeof mark === "number" ? new RegExp(`[:\\[]${mark}[,}\\]]`).test(text) : text.includes(mark)));
  };
  return [...new Set(items.filter((item) => item.type !== "challenge" && says(item)).map(({ type }) => type as string))].sort();
};
const marksOfSeeker = Object.values(planted.seeker);

describe("after a whole season", () => {
  let world: World;
  let season: WholeSeason;
  let before: Item[];
  /** Before any test signs in anew. */
  let after: Item[];
  let ids: string[];
  let mails: { mine: string[]; firms: number };
  let answer: Awaited<ReturnType<typeof erase>>;
  const told = () => subjectsTo(world, "hr@solbeodeul.example.com").filter((subject) => subject === "구직자의 정보를 지워 주세요").length;

  beforeAll(async () => {
    world = await aWorld();
    season = await aWholeSeason(world);
    await signInAgain(world, season.seeker);
    before = await world.table.allItems();
    ids = [await personOf(world, season.seeker), await accountOf(world, season.seeker)];
    mails = { mine: subjectsTo(world, season.seeker.mail), firms: told() };
    answer = await erase(world, season.seeker);
    await world.settle();
    const params = { visitId: season.visit.visitId, registrationId: season.assisted.registrationId };
    await must(
      world.call(
        "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure",
        { params, body: { reason: "전화로 부탁하심" } },
        season.desk,
      ),
    );
    await world.settle();
    after = await world.table.allItems();
  });
  afterAll(() => world.close());

  test("no name, number, address or word of theirs stands anywhere but in the form that is locked apart, and that under no id of theirs", async () => {
    expect(typesSaying(after, marksOfSeeker)).toEqual(["locked-form"]);
    const forms = after.filter(({ type }) => type === "locked-form");
    expect(forms).toHaveLength(2);
    const { pk: _, sk: __, lockId: ___, ...form } = forms[0] as Item;
    expect(form).toEqual({
      ...{ type: "locked-form", version: 1, name: planted.seeker.name, birthYear: planted.seeker["birth-year"] },
      ...{ lockedOn: "2026-12-03", keptUntil: "2027-12-03" },
      registrations: [{ registeredOn: "2026-11-23", visitOn: "2026-12-03" }],
    });
    expect(JSON.stringify(forms)).not.toMatch(/psn_|reg_|acc_/);
    expect(answer).toMatchObject({ value: { lockedUntil: "2027-12-03" } });
  });

  test("nothing leads from the person to what is left: account and sessions are gone, registrations are nobody's", async () => {
    expect(refusalOf(await world.call("GET /api/me", {}, season.seeker))).toBe("sign-in-needed");
    const [personId = "", accountId = ""] = ids;
    expect(typesSaying(await world.table.allItems(), [accountId])).toEqual([]);
    // A mail's record, and that they were erased, for a day.
    expect(typesSaying(await world.table.allItems(), [personId])).toEqual(["mail", "mail-again", "person"]);
    const tomb = (await world.table.allItems()).find(({ pk }) => pk === `PERSON#${personId}`);
    expect(Object.keys(tomb ?? {}).sort()).toEqual(["erasedAt", "expiresAt", "personId", "pk", "sk", "type", "version"]);
  });

  test("counts stay: who was seated, who arrived, what came of it; what had not begun is free again", async () => {
    const items = await world.table.allItems();
    const { over, accepted, byStaff } = season.interviews;
    const takersOf = (all: readonly Item[], slotId: string) =>
      all.find((item) => item.type === "slot" && (item.facts as { slotId: string }).slotId === slotId)?.takers;
    expect(takersOf(items, over.slotId)).toEqual(takersOf(before, over.slotId));
    for (const { slotId } of [accepted, byStaff]) expect(takersOf(items, slotId)).toEqual({});
    const ofType = (all: readonly Item[], type: string) => all.filter((item) => item.type === type);
    expect(ofType(items, "interview-outcome")).toEqual(ofType(before, "interview-outcome"));
    const arrivals = (all: readonly Item[]) => ofType(all, "registration").flatMap(({ arrival }) => arrival ?? []);
    expect(arrivals(items)).toEqual(arrivals(before));
    const events = (all: readonly Item[]) => ofType(all, "check-in-event").map(({ sk }) => sk);
    expect(events(items)).toEqual(expect.arrayContaining(events(before)));
    expect(brokenPromises(items, world.deps.clock.now())).toEqual([]);
    const { people, ...counts } = await world.get(
      "GET /api/staff/visits/{visitId}/day",
      { params: { visitId: season.visit.visitId } },
      season.desk,
    );
    // Whoever was here counts; nobody whose data is gone stands on the list, whether they had come or not.
    expect(counts).toMatchObject({ arrived: 1, erased: 1, registered: people.filter(({ withdrawnAt }) => !withdrawnAt).length + 1 });
    const listed = people.map(({ registrationId }) => registrationId);
    for (const { registrationId } of [season, season.assisted]) expect(listed).not.toContain(registrationId);
    expect(people.map(({ maskedName }) => maskedName)).not.toContain("○○");
  });

  test("they are told once, with what was cancelled, and each employer that knew them", async () => {
    expect(subjectsTo(world, season.seeker.mail)).toEqual([...mails.mine, deleted]);
    const mail = await lastNews(world, season.seeker.mail);
    for (const words of [planted.seeker.name, "2026년 12월 3일", "오후 1시 20분", "오후 3시 20분", "2027년 12월 3일"])
      expect(mail.text).toContain(words);
    expect(mail).toMatchObject({ calendarMethod: "CANCEL" });
    // Both were written to: the desk's device may look at nobody any more.
    expect(told()).toBe(mails.firms + 2);
    expect(season.device.cookies.size).toBeGreaterThan(0);
    const params = { registrationId: season.registrationId, bookingId: season.interviews.over.bookingId };
    const look = await world.call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params }, season.device);
    expect(refusalOf(look)).toBe("consent-ended");
  });

  test("nothing of it is in the logs", () => {
    expect(JSON.stringify(world.deps.log.lines)).not.toMatch(/심은별|7391|planted-seeker|심어 둔/);
  });

  test("their ticket still scans as theirs who was here; nobody books for them any more", async () => {
    const { visitId, slots } = season.visit;
    const params = { visitId, registrationId: season.registrationId, bookingId: anId("bkg") };
    const body = { slotId: slots[18], consentVersion: currentConsentVersion.to_employer, reason: "전화 요청" };
    const booked = await world.call(
      "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
      { params, body },
      season.desk,
    );
    expect(refusalOf(booked)).toBe("registration-withdrawn");
    const code = before.find((item) => item.type === "ticket" && item.registrationId === season.registrationId)?.code as string;
    expect(await scan(world, season.visit, { code }, season.desk)).toMatchObject({
      value: { verdict: "already-arrived", maskedName: null },
    });
  });

  test("signing in again makes a new person", async () => {
    const again = await world.signIn(season.seeker.mail);
    expect(await world.get("GET /api/me", {}, again)).toMatchObject({ person: null });
    expect(await world.get("GET /api/me/registrations", {}, again)).toEqual({ registrations: [] });
    const all = await world.get("GET /api/me/export", {}, again);
    expect(all.records.map(({ what }) => what).sort()).toEqual(["account", "address", "session"]);
  });

  test("the forms are read by a manager with a reason, which is in the log", async () => {
    const manager = await world.staff(`${anId("m").toLowerCase()}@center.example.com`, ["manager"]);
    const read = (body: object) => world.call("POST /api/staff/locked-forms", { body }, manager);
    expect(refusalOf(await read({ month: "2026-12" }))).toBe("invalid-fields");
    expect(await read({ month: "2026-11", reason: "법원 요청" })).toMatchObject({ value: { forms: [] } });
    expect(await read({ month: "2026-12", reason: "법원 요청" })).toMatchObject({
      value: { forms: [{ name: planted.seeker.name }, { name: planted.seeker.name }] },
    });
    const opened = (await world.table.allEntries()).filter(({ kind }) => kind === "locked-opened");
    expect(opened.map(({ reason, people }) => [reason, people])).toContainEqual(["법원 요청", 2]);
  });

  test("a table that is restored from before forgets again, and tells nobody twice", async () => {
    const copy = await restored(before, world.table);
    const deps = { ...world.deps, db: copy.db };
    const sent = world.office.ses.mailbox.list({}).length;
    const done = await forgetListed(deps);
    expect(done.person).toBeGreaterThanOrEqual(2);
    await forgetListed(deps);
    expect(typesSaying(await copy.allItems(), marksOfSeeker)).toEqual(["locked-form"]);
    expect(typesSaying(await copy.allItems(), [ids[1] ?? ""])).toEqual([]);
    const forms = (await copy.allItems()).filter(({ type }) => type === "locked-form");
    expect(forms.map(({ keptUntil }) => keptUntil)).toEqual(["2027-12-03", "2027-12-03"]);
    for (const record of await copy.newRecords()) {
      const change = changeOf(record);
      if (change.before || change.after?.type === "erasure") await onChange(deps, world.office.post, world.office.signer, change);
    }
    expect(world.office.ses.mailbox.list({})).toHaveLength(sent);
    await copy.close();
  });
});

describe("one person", () => {
  let world: World;
  let visit: OpenVisit;
  let screened: OpenVisit;
  const start = "2026-11-23T01:00:00.000Z";
  beforeAll(async () => {
    world = await aWorld(start);
  });
  beforeEach(async () => {
    world.deps.clock.set(start);
    visit = await anOpenVisit(world);
    screened = await anotherEmployer(world, visit, { from: "13:00", to: "15:00" }, "screened");
    await must(bookSlot(world, visit, slot(3), await aSeeker(world, visit.visitId)));
    await world.settle();
  });
  afterAll(() => world.close());
  const slot = (n: number, of = visit): string => of.slots[n] ?? "";

  /** With an interview, an application and a place in a list. */
  const somebody = async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: planted.seeker.name, phone: planted.seeker.phone });
    await world.settle();
    await must(bookSlot(world, visit, slot(0), seeker));
    await must(apply(world, screened, seeker));
    await waits(world, visit, forSlot(slot(3)), seeker);
    await world.settle();
    return { seeker, personId: await personOf(world, seeker) };
  };
  /** What of somebody is left, but for the records of mails and that they were erased. */
  const left = async ({ personId, seeker }: { personId: string; seeker: { mail: string } }) => {
    const items = await world.table.allItems();
    const types = typesSaying(items, [personId, seeker.mail]);
    return types.filter((type) => !["mail", "mail-again", "person"].includes(type));
  };

  test("needs a sign-in of the last ten minutes", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    world.deps.clock.forward(10);
    expect(refusalOf(await erase(world, seeker))).toBe("fresh-sign-in-needed");
    const again = await world.signIn(seeker.mail);
    world.deps.clock.forward(9);
    expect(await erase(world, again)).toMatchObject({ status: 200, value: { lockedUntil: "2027-11-23" } });
  });

  test("who only signed in has nothing locked", async () => {
    const mail = `${anId("x").toLowerCase()}@example.com`;
    const stranger = await world.signIn(mail);
    const personId = await personOf(world, stranger);
    expect(await erase(world, stranger)).toMatchObject({ value: { lockedUntil: null } });
    expect(await left({ personId, seeker: { mail } })).toEqual([]);
    await world.settle();
    // Nothing was ever known of them but the address that they typed; they see that it is done.
    expect(subjectsTo(world, mail)).toEqual([]);
  });

  test("whoever works for an employer keeps that account, and is another person as a seeker", async () => {
    const both = visit.employer;
    await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId: visit.visitId }, body: aRegistration() }, both);
    const personId = await personOf(world, both);
    const { mail } = await world.get("GET /api/me", {}, both);
    const cookies = new Map(both.cookies);
    await must(erase(world, both));
    both.cookies = cookies;
    expect(await world.get("GET /api/me", {}, both)).toMatchObject({ person: null, employers: [{ employerId: visit.employerId }] });
    expect(await left({ personId, seeker: { mail: "nothing" } })).toEqual([]);
    expect(await personOf(world, both)).not.toBe(personId);
    expect(mail).toContain("@");
  });

  test("pressed twice at once it is done once, and one mail tells of it", async () => {
    const one = await somebody();
    const answers = await Promise.all([erase(world, one.seeker), erase(world, one.seeker), erase(world, one.seeker)]);
    // Whoever comes after the first is signed in no more.
    for (const answer of answers) expect(answer.ok || answer.problem.code === "sign-in-needed").toBe(true);
    const records = await world.table.newRecords();
    for (let i = 0; i < 2; i++) await world.deliver(records);
    await world.settle();
    expect(await left(one)).toEqual([]);
    expect(subjectsTo(world, one.seeker.mail).filter((subject) => subject === deleted)).toHaveLength(1);
  });

  test("broken off at any write, it is gone on with, and ends as if nothing had happened", async () => {
    let writes = Number.POSITIVE_INFINITY;
    for (let broken = 2; broken <= writes; broken++) {
      const one = await somebody();
      let made = 0;
      const stop = world.table.wire.tap(async ({ operation }, next) => {
        if (operation === "Query" || operation === "GetItem" || operation === "BatchGetItem") return next();
        made += 1;
        if (made >= broken) throw new Error("a test said: dead");
        return next();
      });
      const answer = await erase(world, one.seeker);
      stop();
      if (made < broken) writes = made;
      expect(answer.ok || answer.problem.code).toBe(true);
      await world.fire("finish-erasures");
      await world.fire("finish-erasures");
      expect({ broken, left: await left(one) }).toEqual({ broken, left: [] });
      expect(typesSaying(await world.table.allItems(), [planted.seeker.name])).toEqual(["locked-form"]);
      expect(subjectsTo(world, one.seeker.mail).filter((subject) => subject === deleted)).toHaveLength(1);
      expect(await takenIn(world, visit, slot(0))).toBe(0);
      if (writes < Number.POSITIVE_INFINITY) expect(writes).toBeGreaterThan(9);
    }
  });

  test("whatever they do in the same moment is erased, too, or refused", async () => {
    const next = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
    for (let i = 0; i < 6; i++) {
      const one = await somebody();
      const registering = { params: { visitId: next.visitId }, body: aRegistration({ name: planted.seeker.name }) };
      const [erased, ...others] = await Promise.all([
        erase(world, one.seeker),
        world.call("PUT /api/me/visits/{visitId}/registration", registering, one.seeker),
        bookSlot(world, visit, slot(1), one.seeker),
        apply(world, screened, one.seeker),
        joinList(world, visit, forSlot(slot(3)), one.seeker),
        world.call("PUT /api/me/details", { body: { name: planted.seeker.name, birthYear: 1940, locale: "ko" } }, one.seeker),
      ]);
      expect(erased).toMatchObject({ status: 200 });
      for (const other of others) if (!other.ok) expect(other.status).toBeLessThan(500);
      await world.settle();
      await world.fire("finish-erasures");
      expect(await left(one)).toEqual([]);
      expect(typesSaying(await world.table.allItems(), [planted.seeker.name]).filter((type) => type !== "locked-form")).toEqual([]);
      expect(await takenIn(world, visit, slot(1))).toBe(0);
    }
  });

  test("staff delete only whom no mail reaches, and say why; whoever can sign in does it themselves", async () => {
    const desk = await aDesk(world);
    const seeker = await aSeeker(world, visit.visitId);
    const { registrationId } = await registrationOf(world, visit, seeker);
    const params = { visitId: visit.visitId, registrationId };
    const path = "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure";
    expect(refusalOf(await world.call(path, { params, body: { reason: "부탁" } }, desk))).toBe("can-do-it-themselves");
    world.office.ses.faults.add({ kind: "Bounce", to: seeker.mail });
    await must(bookSlot(world, visit, slot(0), seeker));
    await world.settle();
    expect(refusalOf(await world.call(path, { params, body: {} }, desk))).toBe("invalid-fields");
    const all = await world.get(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/export",
      { params, body: { reason: "부탁" } },
      desk,
    );
    expect(all.records.map(({ what }) => what)).toContain("person");
    expect(await world.call(path, { params, body: { reason: "부탁" } }, desk)).toMatchObject({ value: { lockedUntil: "2027-11-23" } });
    expect(refusalOf(await world.call(path, { params, body: { reason: "부탁" } }, desk))).toBe("not-found");
    const logged = (await world.table.allItems()).filter((item) => item.type === "visit-log" && item.registrationId === registrationId);
    expect(logged.map(({ did, reason }) => [did, reason])).toEqual([
      ["exported", undefined],
      ["erased", "부탁"],
    ]);
    const entries = (await world.table.allEntries()).filter((entry) => entry.registrationId === registrationId).map(({ kind }) => kind);
    expect(entries).toEqual(expect.arrayContaining(["person-export", "erased"]));
    expect(world.deps.clock.now()).toBe(start as Instant);
  });
});
