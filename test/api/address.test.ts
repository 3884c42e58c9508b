import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transact } from "../../functions/platform/transact.ts";
import { putPerson } from "../../functions/registrations/registration-writes.ts";
import { changeAddress as changing } from "../../functions/sign-in/change-address.ts";
import { identifyBySession } from "../../functions/sign-in/identify.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { askForAddress, changeAddress, copyOf, handInAddress } from "../support/address.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { dyingAt } from "../support/broken-writes.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";
const pepper = "a pepper for tests, longer than 32 characters";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
  await world.settle();
});
beforeEach(() => world.deps.clock.set(start));
afterAll(() => world.close());

const anAddress = (): string => `${anId("person").toLowerCase()}@example.com`;
const somebody = () => aSeeker(world, visit.visitId, { mail: anAddress(), beforeBooking: false });
const meOf = (browser: Browser) => world.call("GET /api/me", {}, browser);
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort();
const subjects = (mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);
const holding = async (mail: string): Promise<string[]> => {
  const items = await world.table.allItems();
  return items.filter((item) => item.type !== "challenge" && JSON.stringify(item).includes(mail)).map(({ type }) => type as string);
};
/** Asked for, and the code that came. */
const asked = async (mail: string, browser: Browser): Promise<string> => {
  expect(await askForAddress(world, mail, browser)).toMatchObject({ status: 202 });
  await world.settle();
  return world.codeFor(mail);
};

describe("when somebody changes their address", () => {
  test("they sign in with the new one, mail goes there, other sign-ins end, and the old one is told without a word about anybody", async () => {
    const seeker = await somebody();
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    const elsewhere = await world.signIn(seeker.mail);
    await world.settle();
    const to = anAddress();
    await changeAddress(world, to, seeker);
    expect(await meOf(seeker)).toMatchObject({ value: { mail: to, person: { name: "김하늘" } } });
    expect(refusalOf(await meOf(elsewhere))).toBe("sign-in-needed");
    const told = await lastNews(world, seeker.mail);
    expect(told.subject).toBe("전자우편 주소가 바뀌었습니다");
    expect(`${told.subject} ${told.text} ${told.html}`).not.toMatch(new RegExp(`김하늘|${to}`));
    expect(told.text).toContain(world.office.post.settings.centrePhone);
    const before = subjects(seeker.mail);
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    expect(subjects(seeker.mail)).toEqual(before);
    const cancelled = await lastNews(world, to);
    expect(cancelled).toMatchObject({ subject: "예약을 취소했습니다", calendarMethod: "CANCEL" });
    expect(cancelled.calendar?.ATTENDEE).toContain(to);
    expect((await world.get("GET /api/me", {}, await world.signIn(to))).person).toMatchObject({ name: "김하늘" });
    // The old one opens nothing of theirs any more.
    expect(await world.get("GET /api/me", {}, await world.signIn(seeker.mail))).toMatchObject({ person: null });
  });

  test("whoever never registered can, too", async () => {
    const browser = await world.signIn(anAddress());
    const to = anAddress();
    await changeAddress(world, to, browser);
    expect(await meOf(browser)).toMatchObject({ value: { mail: to, person: null } });
  });

  test("a bounce of the old one, however late, stops nothing that goes to the new one", async () => {
    const seeker = await somebody();
    await world.settle();
    world.office.ses.faults.add({ kind: "Bounce", to: seeker.mail });
    await bookSlot(world, visit, visit.slots[1] ?? "", seeker);
    await world.deliver(await world.table.newRecords());
    const to = anAddress();
    const code = await asked(to, seeker);
    await handInAddress(world, code, seeker);
    await world.settle();
    const person = (await world.table.allItems()).find((item) => item.type === "person" && item.mail === to);
    expect(person).toMatchObject({ mail: to });
    expect(person).not.toHaveProperty("mailTrouble");
    await bookSlot(world, visit, visit.slots[5] ?? "", seeker);
    await world.settle();
    expect(subjects(to)).not.toEqual([]);
  });

  test("what bounced before is forgotten with the address that it was about", async () => {
    const seeker = await somebody();
    await world.settle();
    world.office.ses.faults.add({ kind: "Bounce", to: seeker.mail });
    await bookSlot(world, visit, visit.slots[2] ?? "", seeker);
    await world.settle();
    const of = async (mail: string) => (await world.table.allItems()).find((item) => item.type === "person" && item.mail === mail);
    expect(await of(seeker.mail)).toMatchObject({ mailTrouble: { what: "bounced" } });
    const to = anAddress();
    await changeAddress(world, to, seeker);
    expect(await of(to)).not.toHaveProperty("mailTrouble");
  });

  test("it takes a sign-in of the last ten minutes, and an account that opens nobody else's data", async () => {
    const seeker = await somebody();
    world.deps.clock.forward(10);
    expect(refusalOf(await askForAddress(world, anAddress(), seeker))).toBe("fresh-sign-in-needed");
    world.deps.clock.set(start);
    expect(refusalOf(await askForAddress(world, seeker.mail.toUpperCase(), seeker))).toBe("address-same");
    for (const browser of [visit.manager, visit.employer]) {
      const fresh = await world.signIn(String((await world.get("GET /api/me", {}, browser)).mail));
      expect(refusalOf(await askForAddress(world, anAddress(), fresh))).toBe("address-fixed");
    }
  });

  test("rights that came between asking and the code keep the address", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const code = await asked(to, seeker);
    const body = { mail: seeker.mail, name: "오서린", roles: ["desk"] };
    await world.get("PUT /api/staff/members", { body }, visit.manager);
    expect(refusalOf(await handInAddress(world, code, seeker))).toBe("address-fixed");
    expect(await holding(to)).toEqual([]);
  });
});

describe("when the address is somebody else's", () => {
  test("asking answers the same, sends the same, and asks the table the same", async () => {
    const [seeker, other] = [await somebody(), await somebody()];
    const traceOf = async (mail: string) => {
      const wire: string[] = [];
      const stop = world.table.wire.tap(async ({ operation, input }, next) => {
        const { TransactItems = [] } = input as { TransactItems?: object[] };
        wire.push(`${operation} ${TransactItems.map((one) => Object.keys(one).join()).join(" ")}`);
        return next();
      });
      const answer = await askForAddress(world, mail, copyOf(seeker));
      stop();
      await world.settle();
      return {
        answer: [answer.status, answer.ok && answer.value, [...answer.headers.keys()]],
        wire,
        last: (await lastNews(world, mail)).subject,
      };
    };
    const ofFree = await traceOf(anAddress());
    expect(ofFree.wire.length).toBeGreaterThan(0);
    expect(await traceOf(other.mail)).toEqual(ofFree);
  });

  test("only whoever has its code is told, nothing changes, and its owner stays signed in", async () => {
    const [seeker, other] = [await somebody(), await somebody()];
    const code = await asked(other.mail, seeker);
    expect(refusalOf(await handInAddress(world, wrong(code), seeker))).toBe("wrong-code");
    expect(refusalOf(await handInAddress(world, code, seeker))).toBe("address-taken");
    expect(await meOf(seeker)).toMatchObject({ value: { mail: seeker.mail } });
    expect(await meOf(other)).toMatchObject({ value: { mail: other.mail } });
    expect(subjects(seeker.mail)).not.toContain("전자우편 주소가 바뀌었습니다");
  });

  test("one with which somebody only ever signed in is theirs who has its code", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const empty = await world.signIn(to);
    await changeAddress(world, to, seeker);
    expect(await meOf(seeker)).toMatchObject({ value: { mail: to, person: { name: "김하늘" } } });
    expect(refusalOf(await meOf(empty))).toBe("sign-in-needed");
    expect((await holding(to)).filter((type) => type === "account" || type === "address").sort()).toEqual(["account", "address"]);
  });

  test("of two who want one address in the same moment one gets it, and the other keeps theirs", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const to = anAddress();
    const first = await asked(to, one);
    const second = await asked(to, other);
    const answers = await Promise.all([handInAddress(world, first, one), handInAddress(world, second, other)]);
    expect(statuses(answers)).toEqual([204, 409]);
    const mails = await Promise.all([one, other].map(async (browser) => (await world.get("GET /api/me", {}, browser)).mail));
    expect(mails.filter((mail) => mail === to)).toHaveLength(1);
    expect((await holding(to)).sort()).toEqual(["account", "address", "person"]);
  });

  test("whoever signs up with it in the same moment and whoever changes to it are two people, or one is told", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const code = await asked(to, seeker);
    const newcomer = copyOf(await world.signIn(anAddress()));
    await world.call("POST /api/sign-in/challenges", { body: { mail: to, locale: "ko" } }, newcomer);
    await world.settle();
    const sessions = world.call("POST /api/sign-in/sessions", { body: { code: world.codeFor(to) } }, newcomer);
    const [changed, signedIn] = await Promise.all([handInAddress(world, code, seeker), sessions]);
    expect(changed.status).toBe(204);
    if (!signedIn.ok) expect(refusalOf(signedIn)).toBe("code-expired");
    const leads = (await world.table.allItems()).filter((item) => item.type === "account" && item.mail === to);
    expect(leads).toHaveLength(1);
  });
});

describe("when the code is handed in", () => {
  test("wrong five times, even the right one is refused", async () => {
    const seeker = await somebody();
    const code = await asked(anAddress(), seeker);
    for (const _ of [1, 2, 3, 4, 5]) expect(refusalOf(await handInAddress(world, wrong(code), seeker))).toBe("wrong-code");
    expect(refusalOf(await handInAddress(world, code, seeker))).toBe("code-expired");
    expect(await meOf(seeker)).toMatchObject({ value: { mail: seeker.mail } });
  });

  test("twenty times at once it changes the address once, and tells the old one once", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const code = await asked(to, seeker);
    const answers = await Promise.all(Array.from({ length: 20 }, () => handInAddress(world, code, copyOf(seeker))));
    expect(statuses(answers).filter((status) => status === 204)).toHaveLength(1);
    await world.settle();
    expect(subjects(seeker.mail).filter((subject) => subject === "전자우편 주소가 바뀌었습니다")).toHaveLength(1);
  });

  test("after ten minutes, in another browser, or by somebody else it is refused", async () => {
    const [seeker, other] = [await somebody(), await somebody()];
    const code = await asked(anAddress(), seeker);
    const { cookies } = seeker;
    const withoutIt = copyOf(seeker);
    withoutIt.cookies.delete("__Host-address-challenge");
    expect(refusalOf(await handInAddress(world, code, withoutIt))).toBe("code-expired");
    const thief = copyOf(other);
    thief.cookies.set("__Host-address-challenge", cookies.get("__Host-address-challenge") ?? "");
    expect(refusalOf(await handInAddress(world, code, thief))).toBe("code-expired");
    world.deps.clock.forward(10);
    expect(refusalOf(await handInAddress(world, code, seeker))).toBe("code-expired");
  });

  test("a code to sign in changes no address, and a code for an address signs nobody in", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const code = await asked(to, seeker);
    const swapped = copyOf(seeker);
    swapped.cookies.set("__Host-challenge", seeker.cookies.get("__Host-address-challenge") ?? "");
    expect(refusalOf(await world.call("POST /api/sign-in/sessions", { body: { code } }, swapped))).toBe("code-expired");
    await world.call("POST /api/sign-in/challenges", { body: { mail: anAddress(), locale: "ko" } }, swapped);
    await world.settle();
    swapped.cookies.set("__Host-address-challenge", swapped.cookies.get("__Host-challenge") ?? "");
    expect(refusalOf(await handInAddress(world, "000000", swapped))).toBe("code-expired");
  });

  test("too often for one address it is refused with the time to wait, as for signing in", async () => {
    const to = anAddress();
    for (const _ of [1, 2, 3]) expect(await askForAddress(world, to, await somebody())).toMatchObject({ status: 202 });
    const refused = await askForAddress(world, to, await somebody());
    expect(refused).toMatchObject({ status: 429, problem: { code: "too-many-requests" } });
    expect(refused.headers.get("retry-after")).toBe("900");
  });

  test.for(["before", "after"] as const)("a process that dies %s its write leaves all of it or nothing", async (when) => {
    const seeker = await somebody();
    const to = anAddress();
    const code = await asked(to, seeker);
    const actor = await identifyBySession(world.deps)(seeker.cookies.get("__Host-session"));
    if (!actor) throw new Error("Nobody is signed in.");
    const broken = dyingAt(world.table, 1, when);
    const cookie = seeker.cookies.get("__Host-address-challenge");
    await expect(changing({ ...world.deps, db: broken.db }, pepper, { actor, cookie, code })).rejects.toThrow(/died/);
    expect(broken.writes()).toBe(1);
    await world.settle();
    const isDone = when === "after";
    expect(await meOf(seeker)).toMatchObject({ value: { mail: isDone ? to : seeker.mail } });
    expect((await holding(to)).sort()).toEqual(isDone ? ["account", "address", "person"] : []);
    expect(await handInAddress(world, code, seeker)).toMatchObject({ status: isDone ? 410 : 204 });
  });
});

describe("what is kept of it", () => {
  test("the export has the new address and says what is written to the old one; erasing takes both away", async () => {
    const seeker = await somebody();
    const to = anAddress();
    await changeAddress(world, to, seeker);
    const all = await world.get("GET /api/me/export", {}, seeker);
    const saying = (mail: string) =>
      all.records
        .filter(({ content }) => JSON.stringify(content).includes(mail))
        .map(({ what }) => what)
        .sort();
    expect(saying(to)).toEqual(["account", "person"]);
    expect(saying(seeker.mail)).toEqual(["address-news"]);
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    expect(await holding(to)).toEqual([]);
    expect(await holding(seeker.mail)).toEqual([]);
  });

  test("whoever erases themselves while the address changes is gone under both", async () => {
    for (const _ of [1, 2, 3, 4]) {
      const seeker = await somebody();
      const to = anAddress();
      const code = await asked(to, seeker);
      await Promise.all([handInAddress(world, code, seeker), world.call("POST /api/me/erasure", {}, copyOf(seeker))]);
      await world.settle();
      await world.fire("finish-erasures");
      expect([await holding(to), await holding(seeker.mail)]).toEqual([[], []]);
    }
  });

  test("a registration that was sent before the change brings no old address back", async () => {
    const seeker = await somebody();
    const to = anAddress();
    const person = (await world.table.allItems()).find((item) => item.type === "person" && item.mail === seeker.mail);
    await changeAddress(world, to, seeker);
    const about = { name: "김하늘", birthYear: 1968, locale: "ko" } as const;
    const late = await transact(world.deps.db, { person: putPerson(PersonId.parse(person?.personId), about, seeker.mail) });
    expect(late.ok).toBe(false);
    expect((await holding(seeker.mail)).filter((type) => type !== "address-news")).toEqual([]);
  });

  test("no address stands in the log", () => {
    expect(JSON.stringify(world.deps.log.lines)).not.toContain("@example.com");
  });
});
