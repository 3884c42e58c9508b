import { randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import { defaultDeadlines } from "../../shared/domain/visit.ts";
import type { TimedTask } from "../../shared/wiring.ts";
import { keepAttachment, keepMail } from "./kept-mail.ts";
import { aPerson, lastMailId, mailTo, type Person } from "./person.ts";
import { readQr } from "./read-qr.ts";

/** Where the product runs, and what a script may do to its surroundings. */
export type Surroundings = {
  origin: string;
  inbox: string;
  /** Sets the product's clock and runs a timed task, as the day would. */
  passTime: (to: string, task: TimedTask) => Promise<void>;
  /** Folder for the mails, the QR code and the calendar file. */
  folder: string;
};

/** Day of the visit; the script starts a week before. */
const visitOn = LocalDate.parse("2026-12-03");
export const startsAt = "2026-11-26T01:00:00.000Z";
export const managerMail = "manager@center.example.com";

const ulid = monotonicFactory(() => randomBytes(1).readUInt8() / 256);
const anId = (prefix: string): string => `${prefix}_${ulid()}`;

const must = (isTrue: boolean, otherwise: string): void => {
  if (!isTrue) throw new Error(otherwise);
};

export type Step = { name: string; run: () => Promise<string> };

/**
 * The main job from the plan of a visit to the arrival at the bus, as manager, employer, seeker and staff do it: over HTTP only, mails read in the
 * inbox. Each step answers one line of what came of it, or throws.
 */
export const mainJobSteps = ({ origin, inbox, passTime, folder }: Surroundings): Step[] => {
  const manager = aPerson(origin, inbox, managerMail);
  const employer = aPerson(origin, inbox, "hr@solbeodeul.example.com");
  const seeker = aPerson(origin, inbox, "seeker1@example.com");
  const staff = aPerson(origin, inbox, "desk@center.example.com");
  const visitId = anId("vis");
  const employerId = anId("emp");
  const postingId = anId("pst");
  const slotRequestId = anId("srq");
  const bookings = [anId("bkg"), anId("bkg")] as const;
  const deadlines = defaultDeadlines(visitOn);
  let slots: string[] = [];
  let token = "";
  let lastRead = "";

  const nextMail = async (person: Person, name: string): Promise<{ id: string; subject: string; text: string }> => {
    const mail = await mailTo(inbox, person.mail, lastRead);
    lastRead = mail.id;
    await keepMail(inbox, mail.id, folder, name);
    return mail;
  };
  const book = (bookingId: string, slotId: string) =>
    seeker.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", {
      params: { visitId, bookingId },
      body: { slotId, consentVersion: currentConsentVersion.to_employer },
    });
  const scan = () =>
    staff.call("POST /api/staff/visits/{visitId}/check-ins", {
      params: { visitId },
      body: { eventId: uuidV7(Date.now()), read: { by: "camera", token }, deviceId: "demo-phone", at: new Date().toISOString() },
    });

  return [
    {
      name: "manager signs in by mailed code",
      run: async () => {
        await manager.signIn();
        const me = await manager.call("GET /api/me", {});
        must(me.staffRoles.includes("manager"), "The first manager has no role.");
        await manager.call("PUT /api/staff/members", {
          body: { mail: staff.mail, name: "오서린", roles: ["desk", "counsellor"] },
        });
        return `${me.mail}; desk staff added`;
      },
    },
    {
      name: "manager adds a place and plans a visit",
      run: async () => {
        const placeId = "dongbuk-cheongnyangni";
        const place = {
          nameKo: "청량리역 광장",
          nameEn: "Cheongnyangni Station Plaza",
          zone: "dongbuk",
          districtCode: "11230",
          roadAddress: "서울특별시 동대문구 왕산로 214",
          lat: 37.58,
          lng: 127.047,
          stationKo: "청량리역",
          stationEn: "Cheongnyangni",
          stepFreeAccess: true,
          indoorWaiting: true,
          noteKo: null,
          noteEn: null,
        };
        await manager.call("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place });
        const visit = await manager.call("PUT /api/staff/visits/{visitId}", {
          params: { visitId },
          body: {
            date: visitOn,
            startTime: "10:00",
            endTime: "17:00",
            placeId,
            team: ["한결이", "오서린", "문가람"],
            services: ["job_initial", "resume", "startup"],
            desks: [{ deskId: "d1", label: "면접 1번 창구" }],
          },
        });
        return `visit ${visit.visitNo} on ${visit.date}, booking closes ${visit.deadlines.bookingClosesAt}`;
      },
    },
    {
      name: "employer signs in, registers and writes a posting",
      run: async () => {
        await employer.signIn();
        await employer.call("PUT /api/employers/{employerId}", {
          params: { employerId },
          body: {
            nameKo: "㈜솔버들정밀",
            nameEn: "Solbeodeul Precision",
            businessNumber: "000-81-10074",
            industryKo: "기계 부품 가공",
            districtCode: "11545",
            roadAddress: "서울특별시 금천구 가상로 101",
            aboutKo: "산업용 펌프 부품을 깎고 조립합니다.",
            contact: { name: "윤다래", phone: "02-000-0001", mail: employer.mail },
          },
        });
        await employer.takeSecondStep();
        const posting = await employer.call("PUT /api/employers/{employerId}/postings/{postingId}", {
          params: { employerId, postingId },
          body: {
            titleKo: "펌프 부품 조립원",
            occupation: "81",
            headcount: 3,
            employmentType: "10",
            weeklyHours: 40,
            workTimeKo: "08:30~17:30, 주 5일",
            pay: { type: "M", min: 2_450_000, max: 2_750_000 },
            education: "00",
            career: "Z",
            tasksKo: "부품 조립, 치수 검사, 포장",
            districtCode: "11545",
          },
        });
        return posting.draft.titleKo;
      },
    },
    {
      name: "manager verifies the employer",
      run: async () => {
        const { employers } = await manager.call("GET /api/staff/approvals", {});
        must(
          employers.some((waiting) => waiting.employerId === employerId),
          "The employer does not wait for approval.",
        );
        const { state } = await manager.call("POST /api/staff/employers/{employerId}/decision", {
          params: { employerId },
          body: { decision: "approve" },
        });
        return state;
      },
    },
    {
      name: "employer asks for interview times",
      run: async () => {
        const request = await employer.call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", {
          params: { employerId, slotRequestId },
          body: {
            visitId,
            postingId,
            mode: "open",
            interviewers: ["윤다래"],
            pattern: { from: "10:00", to: "15:00", minutes: 20, breaks: [{ from: "12:00", to: "13:00" }], seats: 1 },
          },
        });
        return request.state;
      },
    },
    {
      name: "manager approves the times and opens the visit",
      run: async () => {
        await manager.call("POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision", {
          params: { employerId, slotRequestId },
          body: { decision: "approve", deskIds: ["d1"] },
        });
        const visit = await manager.call("POST /api/staff/visits/{visitId}/opening", { params: { visitId } });
        must(visit.state === "open", "The visit did not open.");
        return `${visit.interviewSeats} interview seats`;
      },
    },
    {
      name: "seeker finds the visit by district and reads the free times",
      run: async () => {
        const { visits } = await seeker.call("GET /api/public/visits", { query: { district: "11230" } });
        must(
          visits.some((visit) => visit.visitId === visitId),
          "The visit is not in the list.",
        );
        const { date, timetables } = await seeker.call("GET /api/public/visits/{visitId}/slots", { params: { visitId } });
        slots = timetableSlots(date, timetables)
          .filter((slot) => slot.postingId === postingId && slot.free > 0)
          .map((slot) => slot.slotId);
        must(slots.length === 12, `12 free times expected, ${slots.length} found.`);
        return `${slots.length} free times`;
      },
    },
    {
      name: "seeker signs in and registers for the visit",
      run: async () => {
        await seeker.signIn();
        lastRead = await lastMailId(inbox, seeker.mail);
        const registration = await seeker.call("PUT /api/me/visits/{visitId}/registration", {
          params: { visitId },
          body: {
            name: "김하늘",
            birthYear: 1968,
            phone: "010-0000-0101",
            locale: "ko",
            noticeVersion: currentConsentVersion.service_core,
            beforeBooking: true,
          },
        });
        return registration.registrationId;
      },
    },
    {
      name: "seeker consents for this employer and books; the confirmation comes with a calendar file",
      run: async () => {
        await book(bookings[0], slots[0] ?? "");
        const mail = await nextMail(seeker, "1-confirmation");
        const calendar = await keepAttachment(inbox, mail.id, "text/calendar", folder, "booking.ics");
        must(
          calendar.toString().includes("METHOD:REQUEST") && calendar.toString().includes(`UID:${bookings[0]}@`),
          "The calendar file is not this booking's.",
        );
        return mail.subject;
      },
    },
    {
      name: "seeker books another time, cancels it, and the calendar entry is cancelled",
      run: async () => {
        await book(bookings[1], slots[6] ?? "");
        await nextMail(seeker, "2-second-confirmation");
        await seeker.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId, bookingId: bookings[1] } });
        const mail = await nextMail(seeker, "3-cancellation");
        const calendar = await keepAttachment(inbox, mail.id, "text/calendar", folder, "cancelled.ics");
        must(/METHOD:CANCEL/.test(calendar.toString()) && /SEQUENCE:1/.test(calendar.toString()), "The calendar file does not cancel.");
        return mail.subject;
      },
    },
    {
      name: "seeker sees the bookings on my page, the employer that one time is taken",
      run: async () => {
        const { registrations } = await seeker.call("GET /api/me/registrations", {});
        const states = registrations[0]?.bookings.map(({ booking }) => booking.state).join(", ");
        must(states === "confirmed, cancelled_by_person", `My page shows: ${states}.`);
        const { requests } = await employer.call("GET /api/employers/{employerId}/slot-requests", { params: { employerId } });
        const taken = requests.flatMap((view) => view.slots).reduce((sum, slot) => sum + slot.taken, 0);
        must(taken === 1, `The employer sees ${taken} taken times.`);
        must(!JSON.stringify(requests).includes("김하늘"), "The employer sees a name.");
        return states ?? "";
      },
    },
    {
      name: "the day before, 16:00: the reminder comes",
      run: async () => {
        await passTime(deadlines.reminderAt, "remind-of-tomorrow");
        return (await nextMail(seeker, "4-reminder")).subject;
      },
    },
    {
      name: "on the day, 08:00: the QR code comes",
      run: async () => {
        await passTime(deadlines.ticketMailAt, "send-day-of-tickets");
        const mail = await nextMail(seeker, "5-day-of");
        const png = await keepAttachment(inbox, mail.id, "image/png", folder, "ticket-qr.png");
        token = (await readQr(png))[0]?.text ?? "";
        must(/^JS1:[A-Z2-7]{144}$/.test(token), "The QR code of the mail is not a ticket.");
        return mail.subject;
      },
    },
    {
      name: "staff scan the QR code at the bus",
      run: async () => {
        await staff.signIn();
        const verdict = await scan();
        must(verdict.verdict === "admitted" && verdict.tone === "green", `The verdict is ${verdict.verdict}.`);
        return `${verdict.verdict}: ${verdict.maskedName}, ${verdict.bookings[0]?.deskLabel}`;
      },
    },
    {
      name: "the arrival is on the visit's page, a second scan says so",
      run: async () => {
        const day = await staff.call("GET /api/staff/visits/{visitId}/day", { params: { visitId } });
        must(day.arrived === 1 && day.people[0]?.arrivedAt !== null, "The arrival is not on the page.");
        const again = await scan();
        must(again.verdict === "already-arrived", `The second scan says ${again.verdict}.`);
        return `${day.arrived} of ${day.registered} arrived`;
      },
    },
  ];
};
