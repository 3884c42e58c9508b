import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OperationKey } from "../../shared/contract/api.ts";
import { refusalOf } from "../support/booking.ts";
import { aBooking, aDraft, aPattern, aPlan, aProfile, aRegistration } from "../support/builders.ts";
import { aSeason, type Caller, goodRequests, type Season } from "../support/season.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let season: Season;
beforeAll(async () => {
  world = await aWorld();
  season = await aSeason(world);
});
beforeEach(async () => {
  await world.table.newRecords();
});
/** Whatever is refused in this file leaves the table as it was: each change of it is a record. */
afterEach(async () => expect(await world.table.newRecords()).toEqual([]));
afterAll(() => world.close());

const send = (key: OperationKey, caller: Caller, body: unknown) =>
  world.call(key, { ...goodRequests[key](season), body }, season.browsers[caller]);

/** What was refused, as "pointer code". */
const refusedFields = async (key: OperationKey, caller: Caller, body: unknown): Promise<string[]> => {
  const answer = await send(key, caller, body);
  if (answer.ok) throw new Error(`It was answered with ${answer.status}.`);
  expect(answer.problem).toMatchObject({ status: 422, code: "invalid-fields" });
  return (answer.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

describe("when a seeker registers with", () => {
  const register = (over: Record<string, unknown>) =>
    refusedFields("PUT /api/me/visits/{visitId}/registration", "seeker", aRegistration(over));

  test.for([
    ["no letters in the name", { name: "  " }, "/name required"],
    ["a name of 61 letters", { name: "가".repeat(61) }, "/name too-long"],
    ["a name that turns the line round", { name: "김하늘\u202E남" }, "/name hidden-characters"],
    ["a name with a line break", { name: "김\n하늘" }, "/name hidden-characters"],
    ["a name with a null character", { name: "김\u0000하늘" }, "/name hidden-characters"],
    ["a name with a space of no width", { name: "김\u200B하늘" }, "/name hidden-characters"],
    ["a name of fillers that nobody sees", { name: "\u3164" }, "/name hidden-characters"],
    ["a name with half a character", { name: "김\uD83D" }, "/name hidden-characters"],
    ["a name under a heap of marks", { name: `김${"\u0301".repeat(4)}` }, "/name hidden-characters"],
    ["a resident number for a name", { name: "900101-1234567" }, "/name resident-number"],
    ["a year of birth as text", { birthYear: "1968" }, "/birthYear birth-year"],
    ["a year of birth with a fraction", { birthYear: 1968.5 }, "/birthYear birth-year"],
    ["a year of birth long ago", { birthYear: 1899 }, "/birthYear birth-year"],
    ["a telephone number that is too short", { phone: "010-0000" }, "/phone phone-format"],
    ["a telephone number with letters", { phone: "010-0000-010a" }, "/phone phone-format"],
    ["a language that we do not speak", { locale: "fr" }, "/locale not-a-choice"],
  ] as const)("%s", async ([, over, refused]) => {
    expect(await register(over)).toEqual([refused]);
  });

  test("several mistakes: all are named at once", async () => {
    expect((await register({ name: "", birthYear: null, phone: "7", locale: 7, surprise: 1 })).toSorted()).toEqual([
      "/birthYear birth-year",
      "/locale not-a-choice",
      "/name required",
      "/phone phone-format",
      "/surprise unknown-field",
    ]);
  });

  test("a year of birth that says under 15: online it is refused and pointed to the desk", async () => {
    const answer = await send("PUT /api/me/visits/{visitId}/registration", "seeker", aRegistration({ birthYear: 2012 }));
    expect(answer).toMatchObject({
      status: 422,
      problem: { code: "too-young", detail: expect.stringContaining("현장 접수대"), errors: [{ pointer: "/birthYear" }] },
    });
  });

  test("an old notice: it is asked for again", async () => {
    const answer = await send("PUT /api/me/visits/{visitId}/registration", "seeker", aRegistration({ noticeVersion: "2020-01" }));
    expect(refusalOf(answer)).toBe("consent-outdated");
  });
});

describe("when somebody signs in with", () => {
  test.for([
    ["no at sign", "person.example.com"],
    ["two at signs", "a@b@example.com"],
    ["a Cyrillic letter that looks like ours", "pеrson@example.com"],
    ["a Kelvin sign that becomes our k", "\u212Aim@example.com"],
    ["a full-width at sign", "person＠example.com"],
    ["a host in another script", "person@예시.example"],
    ["a name and brackets", "Person <person@example.com>"],
    ["a line break and a header", "person@example.com\nBcc: all@example.com"],
    ["a comma and another one", "person@example.com,other@example.com"],
    ["a quoted part", '"a b"@example.com'],
    ["a host without a dot", "person@localhost"],
    ["255 characters", `${"a".repeat(243)}@example.com`],
  ] as const)("%s in the address", async ([, mail]) => {
    const refused = await refusedFields("POST /api/sign-in/challenges", "nobody", { mail, locale: "ko" });
    expect(new Set(refused.map((field) => field.split(" ")[0]))).toEqual(new Set(["/mail"]));
    expect(refused[0]).toMatch(/^\/mail (mail-format|too-long)$/);
  });

  test.for([["12345"], ["1234567"], ["12345a"], ["１２３４５６"], ["-12345"]])("%s for a code", async ([code]) => {
    expect(await refusedFields("POST /api/sign-in/sessions", "nobody", { code })).toEqual(["/code format"]);
  });
});

describe("when a manager plans a visit with", () => {
  const plan = (over: Record<string, unknown>) => refusedFields("PUT /api/staff/visits/{visitId}", "manager", aPlan(over));

  test.for([
    ["a day that does not exist", { date: "2026-02-30" }, "/date date-format"],
    ["an end before its start", { startTime: "17:00", endTime: "10:00" }, "/endTime end-before-start"],
    ["an end that is its start", { endTime: "10:00" }, "/endTime end-before-start"],
    ["a time of the day that does not exist", { endTime: "24:00" }, "/endTime date-format"],
    ["nobody in its team", { team: [] }, "/team required"],
    ["no desk", { desks: [] }, "/desks required"],
    [
      "one desk twice",
      {
        desks: [
          { deskId: "d1", label: "가" },
          { deskId: "d1", label: "나" },
        ],
      },
      "/desks twice",
    ],
    ["one service twice", { services: ["resume", "resume"] }, "/services twice"],
    ["a place that does not exist", { placeId: "nowhere" }, "/placeId not-a-choice"],
    ["a gap off the grid", { rules: { gapMinutes: 7, maxInterviews: 3 } }, "/rules/gapMinutes wrong-step"],
    ["room for no interview", { rules: { gapMinutes: 10, maxInterviews: 0 } }, "/rules/maxInterviews too-small"],
    [
      "a deadline without a zone",
      {
        deadlines: {
          bookingClosesAt: "2026-11-30T18:00",
          listAt: "2026-12-01T06:00:00.000Z",
          reminderAt: "2026-12-02T07:00:00.000Z",
          ticketMailAt: "2026-12-02T23:00:00.000Z",
        },
      },
      "/deadlines/bookingClosesAt date-format",
    ],
    ["a resident number in its note", { noteKo: "문의 900101 2234567" }, "/noteKo resident-number"],
  ] as const)("%s", async ([, over, refused]) => {
    expect(await plan(over)).toEqual([refused]);
  });

  test("a date that is over: it is refused", async () => {
    const answer = await send("PUT /api/staff/visits/{visitId}", "manager", aPlan({ date: "2026-11-22" }));
    expect(answer).toMatchObject({ status: 409, problem: { code: "visit-over" } });
  });
});

describe("when an employer says of itself", () => {
  const profile = (over: Record<string, unknown>) => refusedFields("PUT /api/employers/{employerId}", "member", aProfile(over));
  const contact = { name: "윤다래", phone: "02-000-0001", mail: "hr@solbeodeul.example.com" };

  test.for([
    ["a business number with a wrong last digit", { businessNumber: "000-81-10075" }, "/businessNumber business-number"],
    ["a business number of nine digits", { businessNumber: "000-81-1007" }, "/businessNumber business-number"],
    ["a district outside Seoul", { districtCode: "26110" }, "/districtCode district"],
    ["601 letters about itself", { aboutKo: "가".repeat(601) }, "/aboutKo too-long"],
    ["a resident number, full-width", { aboutKo: "대표 ９００１０１－１２３４５６７" }, "/aboutKo resident-number"],
    ["a contact without a name", { contact: { ...contact, name: " " } }, "/contact/name required"],
    ["a contact with a wrong address", { contact: { ...contact, mail: "hr" } }, "/contact/mail mail-format"],
    ["a contact with more than is asked for", { contact: { ...contact, age: 40 } }, "/contact/age unknown-field"],
  ] as const)("%s", async ([, over, refused]) => {
    expect(await profile(over)).toContain(refused);
  });
});

describe("when an employer writes a posting with", () => {
  const posting = (over: Record<string, unknown>) =>
    refusedFields("PUT /api/employers/{employerId}/postings/{postingId}", "member", aDraft(over));

  test.for([
    ["pay whose most is below its least", { pay: { type: "M", min: 3_000_000, max: 2_000_000 } }, "/pay/max max-below-min"],
    ["pay below nothing", { pay: { type: "H", min: -1, max: 20_000 } }, "/pay/min too-small"],
    ["pay with a fraction of a won", { pay: { type: "H", min: 10_320.5, max: 20_000 } }, "/pay/min wrong-type"],
    ["an occupation that is none", { occupation: "99" }, "/occupation not-a-choice"],
    ["53 hours a week", { weeklyHours: 53 }, "/weeklyHours too-big"],
    ["nobody wanted", { headcount: 0 }, "/headcount too-small"],
    ["hidden characters", { tasksKo: "포장\u2066검사" }, "/tasksKo hidden-characters"],
  ] as const)("%s", async ([, over, refused]) => {
    expect(await posting(over)).toEqual([refused]);
  });
});

describe("when an employer asks for interview times", () => {
  const key = "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}";
  const request = (pattern: Record<string, unknown>, over: Record<string, unknown> = {}) => ({
    visitId: season.visit.visitId,
    postingId: season.visit.postingId,
    mode: "open",
    interviewers: ["윤다래"],
    pattern: aPattern(pattern),
    ...over,
  });

  test.for([
    ["off the grid", { from: "10:02" }, "/pattern/from five-minutes"],
    ["of minutes off the grid", { minutes: 7 }, "/pattern/minutes five-minutes"],
    ["that end before they begin", { from: "12:00", to: "11:00" }, "/pattern/to end-before-start"],
    ["without seats", { seats: 0 }, "/pattern/seats too-small"],
    ["with 21 seats", { seats: 21 }, "/pattern/seats too-big"],
    ["with half a seat", { seats: 1.5 }, "/pattern/seats wrong-type"],
    ["with a break that ends before it begins", { breaks: [{ from: "11:00", to: "10:30" }] }, "/pattern/breaks end-before-start"],
    ["with nine breaks", { breaks: Array.from({ length: 9 }, () => ({ from: "11:00", to: "11:05" })) }, "/pattern/breaks too-long"],
    ["with a break off the grid", { breaks: [{ from: "11:01", to: "11:05" }] }, "/pattern/breaks/0/from five-minutes"],
  ] as const)("%s", async ([, pattern, refused]) => {
    expect(await refusedFields(key, "member", request(pattern))).toEqual([refused]);
  });

  test.for([
    ["before the visit opens", { from: "09:55" }, "outside-visit"],
    ["after the visit has closed", { to: "17:05" }, "outside-visit"],
    ["too short for one", { from: "10:00", to: "10:15" }, "no-slots"],
    ["that are all break", { breaks: [{ from: "10:00", to: "12:00" }] }, "no-slots"],
  ] as const)("%s", async ([, pattern, code]) => {
    expect(await send(key, "member", request(pattern))).toMatchObject({ ok: false, problem: { code } });
  });

  test.for([
    ["a visit that does not exist", { visitId: "vis_01M82YNFM04DGR5D222QMMN6S0" }, "/visitId not-a-choice"],
    ["a posting that does not exist", { postingId: "pst_01M82YNFM04DGR5D222QMMN6S0" }, "/postingId not-a-choice"],
    ["a desk of no such form", { deskIds: ["window"] }, "/deskIds/0 id-format"],
    ["nobody to interview", { interviewers: [] }, "/interviewers required"],
    ["somebody without a name", { interviewers: [""] }, "/interviewers/0 required"],
    ["one interviewer at two desks", { interviewers: ["윤다래", "윤 다래"] }, "/interviewers twice"],
    ["one desk twice", { interviewers: ["윤다래", "이담"], deskIds: ["d1", "d1"] }, "/deskIds twice"],
    ["no way to get in", { mode: "lottery" }, "/mode not-a-choice"],
  ] as const)("of %s", async ([, over, refused]) => {
    expect(await refusedFields(key, "member", request({}, over))).toEqual([refused]);
  });

  test("at a desk that the visit does not have", async () => {
    expect(refusalOf(await send(key, "member", request({}, { deskIds: ["d9"] })))).toBe("desk-unknown");
  });

  test("while the employer is not verified", async () => {
    const answer = await world.call(
      key,
      { params: { employerId: season.pendingEmployerId, slotRequestId: "srq_01M82YNFM04DGR5D222QMMN6S0" }, body: request({}) },
      season.browsers["other employer"],
    );
    expect(refusalOf(answer)).toBe("employer-not-verified");
  });
});

describe("when the visit is over", () => {
  const afterwards = "2026-12-03T08:00:00.000Z"; // 17:00 in Seoul, when it closes
  afterEach(() => world.deps.clock.set("2026-11-23T01:00:00.000Z"));

  test("nothing more is taken for it", async () => {
    world.deps.clock.set(afterwards);
    const [seeker, member] = await world.signInAll(["late-seeker@example.com", "late-member@example.com"]);
    if (!seeker || !member) throw new Error("Nobody signed in.");
    const manager = await world.staff("late-manager@center.example.com", ["manager"]);
    await world.table.newRecords();
    const calls = [
      ["PUT /api/me/visits/{visitId}/registration", seeker, aRegistration(), "visit-over"],
      ["POST /api/me/visits/{visitId}/confirmation", seeker, undefined, "visit-over"],
      ["PUT /api/me/visits/{visitId}/bookings/{bookingId}", seeker, aBooking(season.visit.slots[3] ?? ""), "booking-closed"],
      [
        "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
        manager,
        { decision: "approve", deskIds: ["d2"] },
        "visit-over",
      ],
    ] as const;
    for (const [key, browser, body, code] of calls) {
      expect(refusalOf(await world.call(key, { ...goodRequests[key](season), body }, browser)), key).toBe(code);
    }
  });
});

describe("when a manager decides", () => {
  test("without saying what, or without a reason, it is refused", async () => {
    const key = "POST /api/staff/employers/{employerId}/decision";
    expect(await refusedFields(key, "manager", {})).toEqual(["/decision required"]);
    expect(await refusedFields(key, "manager", { decision: "maybe" })).toEqual(["/decision not-a-choice"]);
    expect(await refusedFields(key, "manager", { decision: "refuse" })).toEqual(["/reason required"]);
    expect(await refusedFields(key, "manager", { decision: "refuse", reason: "" })).toEqual(["/reason required"]);
    // Of a posting's times the law asks for the ground, too (직업안정법 제8조).
    const times = "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision";
    expect(await refusedFields(times, "manager", { decision: "refuse", reason: "임금이 낮음" })).toEqual(["/ground required"]);
    const other = { decision: "refuse", ground: "dislike", reason: "임금이 낮음" };
    expect(await refusedFields(times, "manager", other)).toEqual(["/ground not-a-choice"]);
  });
});
