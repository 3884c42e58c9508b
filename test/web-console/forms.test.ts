import { describe, expect, it } from "vitest";
import { OwnerWish } from "../../shared/contract/talks.ts";
import { EmployerProfile } from "../../shared/domain/employer.ts";
import { DeskId } from "../../shared/domain/ids.ts";
import { Place } from "../../shared/domain/place.ts";
import { PostingDraft } from "../../shared/domain/posting.ts";
import { SlotRequestDraft } from "../../shared/domain/slot.ts";
import { VisitPlan } from "../../shared/domain/visit.ts";
import { fieldProblemsOf } from "../../shared/problem/field-problems.ts";
import { readPosting } from "../../web/src/console/employer/read-posting.ts";
import { readProfile } from "../../web/src/console/employer/read-profile.ts";
import { atTheirRows, readSlotRequest } from "../../web/src/console/employer/read-slot-request.ts";
import { usualOf } from "../../web/src/console/manager/deadline-fields.tsx";
import { freeDeskId } from "../../web/src/console/manager/desk-fields.tsx";
import { readPlace } from "../../web/src/console/manager/read-place.ts";
import { readVisitPlan } from "../../web/src/console/manager/read-visit-plan.ts";
import { desksFor } from "../../web/src/console/manager/times-approval.tsx";

const typed = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [pointer, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(pointer, one);
  return data;
};
const ulid = "01JD0000000000000000000000";

const posting = {
  "/titleKo": "펌프 부품 조립원",
  "/titleEn": " ",
  "/occupation": "81",
  "/headcount": "3",
  "/employmentType": "10",
  "/weeklyHours": "40",
  "/workTimeKo": "08:30~17:30",
  "/pay/type": "M",
  "/pay/min": "2,450,000",
  "/pay/max": "2 750 000",
  "/education": "00",
  "/career": "Z",
  "/tasksKo": "조립",
  "/districtCode": "11545",
};
const visit = {
  "/date": "2026-12-24",
  "/startTime": "10:00",
  "/endTime": "17:00",
  "/placeId": "dosim-seoul-station",
  "/team/0": "김하늘(직업상담사)",
  "/team/1": " ",
  "/services": ["job_initial", "resume"],
  "/desks/0/deskId": "d1",
  "/desks/0/label": "면접 창구 1",
  "/desks/1/deskId": "d3",
  "/desks/1/label": "면접 창구 3",
  "/deadlines/bookingClosesAt": "2026-12-21",
  "/deadlines/bookingClosesAt/time": "18:00",
  "/deadlines/listAt": "2026-12-22",
  "/deadlines/listAt/time": "15:00",
  "/deadlines/reminderAt": "2026-12-23",
  "/deadlines/reminderAt/time": "16:00",
  "/deadlines/ticketMailAt": "2026-12-24",
  "/deadlines/ticketMailAt/time": "08:00",
  "/rules/gapMinutes": "10",
  "/rules/maxInterviews": "3",
};

describe("a form as the body of its request", () => {
  it("posting: amounts with commas and spaces are numbers, an empty English title is left out", () => {
    const draft = PostingDraft.parse(readPosting(typed(posting)));
    expect(draft.pay).toEqual({ type: "M", min: 2_450_000, max: 2_750_000 });
    expect(draft).not.toHaveProperty("titleEn");
  });

  it("visit: times of Seoul become instants, empty team lines and gaps in the desks' names stay out of the way", () => {
    const plan = VisitPlan.parse(readVisitPlan(typed(visit)));
    expect(plan).toMatchObject({
      team: ["김하늘(직업상담사)"],
      services: ["job_initial", "resume"],
      desks: [{ deskId: "d1" }, { deskId: "d3" }],
      deadlines: {
        bookingClosesAt: "2026-12-21T09:00:00.000Z",
        listAt: "2026-12-22T06:00:00.000Z",
        reminderAt: "2026-12-23T07:00:00.000Z",
        ticketMailAt: "2026-12-23T23:00:00.000Z",
      },
    });
    expect(plan).not.toHaveProperty("bus");
  });

  it("visit: its bus stays with it", () => {
    expect(VisitPlan.parse(readVisitPlan(typed({ ...visit, "/bus": "2" }))).bus).toBe(2);
  });

  it("interview times: breaks in their order, an interviewer a desk, wishes only where there are some", () => {
    const fields = {
      "/visitId": `vis_${ulid}`,
      "/postingId": `pst_${ulid}`,
      "/mode": "screened",
      "/pattern/from": "10:00",
      "/pattern/to": "15:00",
      "/pattern/minutes": "20",
      "/pattern/breaks/0/from": "12:00",
      "/pattern/breaks/0/to": "13:00",
      "/pattern/seats": "1",
      "/interviewers/0": "윤다래 과장",
      "/deskIds/0": "",
    };
    const draft = SlotRequestDraft.parse(readSlotRequest(typed(fields)));
    expect(draft).toMatchObject({ mode: "screened", interviewers: ["윤다래 과장"], pattern: { breaks: [{ from: "12:00", to: "13:00" }] } });
    expect(draft).not.toHaveProperty("deskIds");
    const two = { ...fields, "/interviewers/1": "한가람", "/deskIds/1": "d2" };
    expect(SlotRequestDraft.parse(readSlotRequest(typed(two)))).toMatchObject({ interviewers: ["윤다래 과장", "한가람"], deskIds: ["d2"] });
  });

  it("firm: the number without its hyphens, a contact without a position", () => {
    const fields = {
      "/nameKo": "㈜솔버들정밀",
      "/businessNumber": "000-81-10074",
      "/industryKo": "기계 부품 가공",
      "/districtCode": "11545",
      "/roadAddress": "서울특별시 금천구 가상로 101",
      "/aboutKo": "부품을 깎습니다.",
      "/contact/name": "윤다래",
      "/contact/title": "",
      "/contact/phone": "010-0000-0001",
      "/contact/mail": "hr@example.com",
    };
    const profile = EmployerProfile.parse(readProfile(typed(fields)));
    expect(profile.businessNumber).toBe("0008110074");
    expect(profile.contact).not.toHaveProperty("title");
  });

  it("place: the zone follows from the district, boxes not ticked are false", () => {
    const fields = {
      "/nameKo": "서울역광장",
      "/nameEn": "Seoul Station Plaza",
      "/districtCode": "11170",
      "/lat": "37.5551",
      "/lng": "126.9718",
      "/stepFreeAccess": "on",
    };
    const place = Place.parse({ placeId: "dosim-seoul-station", ...readPlace(typed(fields)) });
    expect(place).toMatchObject({ zone: "dosim", stepFreeAccess: true, indoorWaiting: false, roadAddress: null });
  });
});

describe("what is refused points at a field of the form", () => {
  const pointersOf = (parsed: ReturnType<typeof PostingDraft.safeParse>): string[] =>
    parsed.success ? [] : fieldProblemsOf(parsed.error).map((problem) => problem.pointer);

  it("posting: an empty form", () => {
    const pointers = pointersOf(PostingDraft.safeParse(readPosting(typed({})), { reportInput: true }));
    expect(new Set(pointers)).toEqual(new Set(Object.keys(posting).filter((pointer) => pointer !== "/titleEn")));
  });

  it("posting: pay the wrong way round", () => {
    expect(pointersOf(PostingDraft.safeParse(readPosting(typed({ ...posting, "/pay/max": "1" })), { reportInput: true }))).toEqual([
      "/pay/max",
    ]);
  });

  it("visit: a deadline without a date", () => {
    const parsed = VisitPlan.safeParse(readVisitPlan(typed({ ...visit, "/deadlines/reminderAt": "" })), { reportInput: true });
    expect(parsed.success ? [] : fieldProblemsOf(parsed.error).map((problem) => problem.pointer)).toEqual(["/deadlines/reminderAt"]);
  });
});

it("the usual deadlines follow from the date, and wait for one", () => {
  expect(usualOf("2026-12-24")).toEqual({
    bookingClosesAt: { date: "2026-12-21", time: "18:00" },
    listAt: { date: "2026-12-22", time: "15:00" },
    reminderAt: { date: "2026-12-23", time: "16:00" },
    ticketMailAt: { date: "2026-12-24", time: "08:00" },
  });
  expect(usualOf("").reminderAt).toEqual({ date: "", time: "" });
});

it("an interviewer who is there twice is mended in the last row", () => {
  const errors = [
    { pointer: "/interviewers", detail: "twice" },
    { pointer: "/pattern/to", detail: "late" },
  ];
  expect(atTheirRows(errors, 3).map(({ pointer }) => pointer)).toEqual(["/interviewers/2", "/pattern/to"]);
});

it("approval begins with the desks that were wished for and gives the others a free one", () => {
  const desks = [{ deskId: "d1" }, { deskId: "d2" }, { deskId: "d3" }];
  const request = (deskIds: string[], interviewers: string[]) => ({ deskIds: deskIds.map((id) => DeskId.parse(id)), interviewers });
  expect(desksFor(request(["d2"], ["가", "나"]), desks)).toEqual(["d2", "d1"]);
  expect(desksFor(request([], ["가"]), desks)).toEqual(["d1"]);
});

it("a new desk takes the lowest free short name", () => {
  expect([freeDeskId([]), freeDeskId(["d1", "d3"]), freeDeskId(["d1", "d2"])]).toEqual(["d1", "d2", "d3"]);
});

it("a day that was left empty is needed; one that there is not is no day", () => {
  const said = (dueOn: string) => {
    const { error } = OwnerWish.safeParse({ ownerId: `acc_${ulid}`, dueOn, seen: 1 }, { reportInput: true });
    return error && fieldProblemsOf(error);
  };
  expect(said("")).toEqual([{ pointer: "/dueOn", code: "required" }]);
  expect(said("2026-13-45")).toEqual([{ pointer: "/dueOn", code: "date-format" }]);
});
