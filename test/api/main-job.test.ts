import { afterAll, beforeAll, expect, test } from "vitest";
import { readQr } from "../../infra/local/read-qr.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { bookSlot, cancelBooking, takenIn } from "../support/booking.ts";
import { aDraft, anId, aPattern, aPlace, aPlan, aProfile, aRegistration } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** A seeker whose every word would be seen anywhere it does not belong. */
const seekerIs = { name: "선우라온", mail: "raon-only-here@example.com", phone: "010-0000-0177", birthYear: 1963 };
const contactIs = { name: "윤다래", title: "과장", phone: "02-000-0042", mail: "contact-only-here@solbeodeul.example.com" };

let world: World;
beforeAll(async () => {
  world = await aWorld("2026-11-23T01:00:00.000Z");
});
afterAll(() => world.close());

/** Everything that the public and an employer can fetch, as text. */
const seenByOthers = async ({ visitId, employerId, employer }: { visitId: string; employerId: string; employer: Browser }) => {
  const params = { visitId, employerId };
  const publicly = [await world.get("GET /api/public/visits"), await world.get("GET /api/public/visits/{visitId}", { params })];
  const byEmployer = [
    await world.get("GET /api/me", {}, employer),
    await world.get("GET /api/employers/{employerId}", { params }, employer),
    await world.get("GET /api/employers/{employerId}/postings", { params }, employer),
    await world.get("GET /api/employers/{employerId}/slot-requests", { params }, employer),
  ];
  return { publicly: JSON.stringify(publicly), byEmployer: JSON.stringify(byEmployer) };
};
const wordsOfSeeker = [seekerIs.name, "선○○온", seekerIs.mail, "01000000177", "0177", "1963", "psn_", "reg_", "bkg_"];

test("a visit is planned, filled, booked, mailed, scanned and seen, and each sees what is theirs to see", async () => {
  const [visitId, employerId, postingId, slotRequestId] = [anId("vis"), anId("emp"), anId("pst"), anId("srq")];
  const manager = await world.staff("manager@center.example.com", ["manager"]);
  const { placeId, ...place } = aPlace;

  // The manager plans a visit. Until it is open, nobody can register.
  await world.get("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place }, manager);
  const planned = await world.call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan() }, manager);
  expect(planned).toMatchObject({ status: 201, value: { state: "planned", visitNo: 1, rules: { gapMinutes: 10, maxInterviews: 3 } } });
  const changed = await world.call(
    "PUT /api/staff/visits/{visitId}",
    { params: { visitId }, body: aPlan({ startTime: "09:30" }) },
    manager,
  );
  expect(changed).toMatchObject({ status: 200, value: { startTime: "09:30", visitNo: 1, version: 2 } });

  // An employer registers, writes a posting and waits for the centre.
  const employer = await world.signIn("owner@solbeodeul.example.com");
  const registered = await world.call(
    "PUT /api/employers/{employerId}",
    { params: { employerId }, body: aProfile({ contact: contactIs }) },
    employer,
  );
  expect(registered).toMatchObject({ status: 201, value: { state: "registered" } });
  await world.takeSecondStep(employer);
  const written = await world.call(
    "PUT /api/employers/{employerId}/postings/{postingId}",
    { params: { employerId, postingId }, body: aDraft() },
    employer,
  );
  expect(written).toMatchObject({ status: 201, value: { state: "submitted" } });
  const request = {
    params: { employerId, slotRequestId },
    body: { visitId, postingId, pattern: aPattern({ breaks: [{ from: "10:40", to: "11:00" }] }), mode: "open", interviewers: ["윤다래"] },
  };
  const askForTimes = () => world.call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", request, employer);
  expect(await askForTimes()).toMatchObject({ problem: { code: "employer-not-verified" } });

  // The manager verifies the employer; it asks for times; the manager approves them and opens the visit.
  expect(await world.get("GET /api/staff/approvals", {}, manager)).toMatchObject({ employers: [{ employerId }], slotRequests: [] });
  await world.get("POST /api/staff/employers/{employerId}/decision", { params: { employerId }, body: { decision: "approve" } }, manager);
  expect(await askForTimes()).toMatchObject({ status: 201, value: { state: "requested" } });
  expect(await askForTimes()).toMatchObject({ status: 200, value: { state: "requested", version: 2 } });
  expect(await world.get("GET /api/staff/approvals", {}, manager)).toMatchObject({
    employers: [],
    slotRequests: [{ request: { slotRequestId }, employerNameKo: "㈜솔버들정밀", desks: [{ deskId: "d1" }, { deskId: "d2" }] }],
  });
  await world.get(
    "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
    { params: request.params, body: { decision: "approve", deskIds: ["d2"] } },
    manager,
  );
  expect(await world.get("GET /api/staff/approvals", {}, manager)).toEqual({ employers: [], slotRequests: [] });
  const opening = () => world.get("POST /api/staff/visits/{visitId}/opening", { params: { visitId } }, manager);
  const opened = await opening();
  expect(opened).toMatchObject({ state: "open", interviewSeats: 5 });
  expect(await opening()).toEqual(opened);

  // A seeker finds the visit by date, zone and district, and reads the posting and its free times.
  for (const query of [{}, { from: "2026-12-03" }, { zone: "dongbuk" }, { district: "11230" }]) {
    expect(await world.get("GET /api/public/visits", { query })).toMatchObject({ visits: [{ visitId, interviewSeats: 5 }] });
  }
  for (const query of [{ from: "2026-12-04" }, { zone: "seonam" }, { district: "11500" }]) {
    expect(await world.get("GET /api/public/visits", { query })).toMatchObject({ visits: [] });
  }
  const { date, timetables } = await world.get("GET /api/public/visits/{visitId}/slots", { params: { visitId } });
  const slots = timetableSlots(date, timetables);
  expect(slots.map(({ startsAt, free }) => [startsAt.slice(11, 16), free])).toEqual([
    ["01:00", 1],
    ["01:20", 1],
    ["02:00", 1],
    ["02:20", 1],
    ["02:40", 1],
  ]);

  // The seeker signs in, registers, consents, books twice and cancels one of them.
  const seeker = await world.signIn(seekerIs.mail);
  const body = aRegistration({ name: seekerIs.name, phone: seekerIs.phone, birthYear: seekerIs.birthYear });
  await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body }, seeker);
  const [kept, dropped] = [anId("bkg"), anId("bkg")];
  expect(await bookSlot(world, { visitId }, slots[1]?.slotId ?? "", seeker, kept)).toMatchObject({ status: 201 });
  expect(await bookSlot(world, { visitId }, slots[4]?.slotId ?? "", seeker, dropped)).toMatchObject({ status: 201 });
  await cancelBooking(world, { visitId }, dropped, seeker);
  await world.settle();
  expect(await world.get("GET /api/me/registrations", {}, seeker)).toMatchObject({
    registrations: [
      {
        visit: { visitId },
        confirmedAt: null,
        arrivedAt: null,
        bookings: [
          {
            booking: { bookingId: kept, state: "confirmed" },
            employerNameKo: "㈜솔버들정밀",
            postingTitleKo: "펌프 부품 조립원",
            deskLabel: "면접 2번 창구",
          },
          { booking: { bookingId: dropped, state: "cancelled_by_person" } },
        ],
      },
    ],
  });
  expect(await world.get("GET /api/me", {}, seeker)).toMatchObject({ person: { name: seekerIs.name, phone: "01000000177", locale: "ko" } });

  // The employer sees that times are taken, and by whom it does not; nor does the public.
  const view = await world.get("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }, employer);
  expect(view.requests).toMatchObject([
    { request: { state: "approved" }, deskLabels: ["면접 2번 창구"], slots: [0, 1, 0, 0, 0].map((taken) => ({ taken, seats: 1 })) },
  ]);
  const seen = await seenByOthers({ visitId, employerId, employer });
  for (const words of wordsOfSeeker) {
    expect(seen.publicly).not.toContain(words);
    expect(seen.byEmployer).not.toContain(words);
  }
  for (const words of Object.values(contactIs).concat("020000042")) expect(seen.publicly).not.toContain(words);

  // On the day the QR mail comes, the desk scans it, and the arrival is seen at once.
  world.deps.clock.set("2026-12-02T07:00:00.000Z");
  await world.fireNotices("reminder");
  world.deps.clock.set("2026-12-02T23:00:00.000Z");
  await world.fireNotices("day-of-ticket");
  expect(newsTo(world, seekerIs.mail).map(({ subject }) => subject)).toEqual([
    "현장면접 예약이 확정되었습니다",
    "현장면접 예약이 확정되었습니다",
    "예약을 취소했습니다",
    "내일 예약을 확인해 주세요",
    "오늘 접수용 QR 코드를 보내 드립니다",
  ]);
  const [code] = await readQr((await lastNews(world, seekerIs.mail)).images[0] ?? new Uint8Array());
  const token = code?.text ?? "";
  world.deps.clock.set("2026-12-03T01:02:00.000Z");
  const desk = await aDesk(world);
  expect(await scan(world, { visitId }, { token }, desk)).toMatchObject({
    value: { verdict: "admitted", tone: "green", maskedName: "선○○온", bookings: [{ deskLabel: "면접 2번 창구" }] },
  });
  expect(await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, desk)).toMatchObject({
    registered: 1,
    arrived: 1,
    people: [{ maskedName: "선○○온", arrivedAt: "2026-12-03T01:02:00.000Z" }],
  });
  expect(await takenIn(world, { visitId }, slots[1]?.slotId ?? "")).toBe(1);

  // No line of the log says who anybody is, or what opens a door.
  const logged = JSON.stringify(world.deps.log.lines);
  expect(world.deps.log.lines.length).toBeGreaterThan(8);
  const codes = world.mailsTo(seekerIs.mail).flatMap(({ subject, text }) => (/로그인/.test(subject) ? (/\b\d{6}\b/.exec(text) ?? []) : []));
  const { code: ticketCode } = await world.get(
    "GET /api/me/visits/{visitId}/ticket",
    { params: { visitId } },
    await world.signIn(seekerIs.mail),
  );
  const secrets = [...seeker.cookies.values(), ...manager.cookies.values()].flatMap((cookie) => cookie.split(".")[1] ?? []);
  expect([codes.length, secrets.length]).toEqual([1, 2]);
  const words = [seekerIs.name, seekerIs.mail, "01000000177", seekerIs.phone, ...Object.values(contactIs), "owner@", "manager@", "권도경"];
  for (const word of [...words, ...codes, ...secrets, token, ticketCode, "@"]) expect(logged).not.toContain(word);
});
