import { thingsToBring } from "../../shared/copy/messages/booked-parts.ts";
import type { BookingChange } from "../../shared/copy/messages/change-parts.ts";
import type { MessageId, MessageVariables } from "../../shared/copy/messages/messages.ts";
import { Instant, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { TicketCode } from "../../shared/domain/ticket-token.ts";

const site = "https://jobstop.example.com";
const time = (text: string) => LocalTime.parse(text);
const date = (text: string) => LocalDate.parse(text);
const common = {
  centrePhone: "02-000-0000",
  name: "홍길동",
  visitOn: date("2026-11-26"),
  slotTime: time("10:00"),
  placeName: "서울역광장",
};
const booked = { ...common, bookingNo: "7QX2", bring: "신분증", link: `${site}/my` };
const hours = { opensAt: time("10:00"), closesAt: time("17:00") };

export const aTicketPart = { qrLink: `${site}/my/ticket`, shortCode: TicketCode.parse("7K3M9QXA"), sitePhone: "010-0000-0003" };
export const aReminderPart = { confirmLink: `${site}/my/confirm`, cancelLink: `${site}/my/cancel` };

const packer = "포장원(한빛물류)";
const everyEnding = [
  { what: packer, kind: "wait" },
  { what: packer, kind: "offer" },
  { what: packer, kind: "application" },
] as const;
const practice = "면접 준비(모의면접)";
const atTen = { visitOn: common.visitOn, slotTime: time("10:00"), placeName: common.placeName };
const anItem = { bookingNo: "7QX2", what: packer, slotTime: time("10:00") };
const anotherItem = { bookingNo: "8RT3", what: practice, slotTime: time("14:20") };

/** Moved by twenty minutes at the same place and desk. */
export const aChange: BookingChange = {
  bookingNo: "7QX2",
  what: packer,
  before: { ...atTen, deskLabel: "면접 1번 창구" },
  after: { ...atTen, slotTime: time("10:20"), deskLabel: "면접 1번 창구" },
};
/** Moved to another visit at the same time of day. */
export const aRebooking: BookingChange = {
  bookingNo: "8RT3",
  what: practice,
  before: { ...atTen, slotTime: time("14:20") },
  after: { visitOn: date("2026-12-03"), slotTime: time("14:20"), placeName: "청량리역 광장" },
};
const otherDesk: BookingChange = { ...aChange, bookingNo: "9WX4", after: { ...aChange.before, deskLabel: "면접 2번 창구" } };

const visitDay = { visitOn: common.visitOn, ...hours, placeName: common.placeName };
const moved = { ...visitDay, placeName: "숭례문 앞" };
const application = { ...common, companyName: "한빛물류", jobTitle: "포장원" };
const decide = { decideByOn: date("2026-11-23"), decideBy: time("18:00") };
const employer = { centrePhone: common.centrePhone, companyName: "한빛물류", link: `${site}/console` };
const posting = { ...employer, jobTitle: "포장원", visitOn: common.visitOn };
const reason = "강풍 예보";
const visitsLink = `${site}/visits`;
const link = `${site}/my`;

/** Every message with plain values; a message without a sample does not compile. */
export const samples: { readonly [Id in MessageId]: MessageVariables<Id> } = {
  login_code: { centrePhone: common.centrePhone, code: "042042", minutes: 10 },
  address_code: { centrePhone: common.centrePhone, code: "042042", minutes: 10 },
  address_changed: { centrePhone: common.centrePhone, at: Instant.parse("2026-11-23T01:00:00.000Z") },
  address_added: { centrePhone: common.centrePhone, link: `${site}/my` },
  registration_withdrawn: {
    ...common,
    cancelled: [anItem, anotherItem],
    ended: [
      { kind: "wait", what: packer },
      { kind: "application", what: packer },
    ],
    reason: "전화로 못 오신다고 하셨습니다",
    visitLink: `${site}/visits/vis_1`,
  },
  webhook_paused: {
    centrePhone: common.centrePhone,
    name: "서울시 일자리 포털",
    because: "unreachable",
    at: Instant.parse("2026-11-23T01:00:00.000Z"),
    link: `${site}/console/connections/whk_1`,
  },
  second_step_changed: {
    centrePhone: common.centrePhone,
    change: "enrolled",
    kind: "passkey",
    label: "Chrome, Android",
    at: Instant.parse("2026-11-23T01:00:00.000Z"),
    link: `${site}/staff/account`,
  },
  visit_registered: { ...common, ...hours, bring: "신분증", link },
  consent_withdrawn: {
    ...{ ...common, companyName: "한빛물류", doneOn: common.visitOn, doneAt: time("09:40"), link },
    ...{ cancelled: [anItem], ended: [{ kind: "application", what: packer }], reason: "전화로 부탁하셨습니다" },
  },
  data_deleted: {
    ...{ name: common.name, deletedOn: common.visitOn, isOver: false, centrePhone: common.centrePhone, visitsLink },
    ...{ cancelled: [{ ...anItem, visitOn: common.visitOn }], lockedUntil: date("2027-11-26") },
  },
  interview_booked: { ...booked, opensAt: hours.opensAt, companyName: "한빛물류", jobTitle: "포장원" },
  counselling_booked: { ...booked, bring: thingsToBring.counselling.ko, serviceName: practice },
  startup_booked: { ...booked, bring: thingsToBring.startup.ko, serviceName: "자금·보증 상담" },
  ceo_talk_booked: { ...booked, bring: thingsToBring.ceoTalk.ko },
  booking_changed: { ...common, changes: [aChange], link },
  booking_cancelled: { ...common, ...anItem, visitsLink },
  booking_cancelled_by_centre: { ...common, cancelled: [{ ...anItem, visitOn: common.visitOn }], reason, rebookLink: visitsLink },
  reminder_d1: { ...common, ...aReminderPart, bookings: [{ slotTime: time("10:00"), bookingNo: "7QX2" }] },
  ticket_renewed: { ...common, ...hours, ...aTicketPart, times: [{ slotTime: time("14:20"), deskLabel: "면접 1번 창구" }] },
  dayof_qr: { ...common, ...hours, ...aTicketPart, slotTimes: [time("10:00"), time("14:20")] },
  visit_cancelled: { ...common, reason, cancelled: [anItem], rebooked: [], rebookLink: visitsLink },
  visit_moved: {
    ...common,
    reason,
    before: visitDay,
    after: moved,
    kept: [anItem],
    cancelled: [],
    rebooked: [],
    mapLink: "https://map.example.com/?q=37.55",
    link,
  },
  no_show_care: { ...common, rebookLink: visitsLink },
  waitlist_joined: { ...common, slotTime: undefined, what: packer, waitNo: 3, link },
  waitlist_promoted: {
    ...common,
    what: packer,
    holdUntilOn: date("2026-11-24"),
    holdUntil: time("15:00"),
    confirmLink: `${site}/my/offer`,
  },
  offer_expired: { ...common, link },
  waiting_ended: { ...common, ended: [{ what: packer, kind: "wait" }], rebookLink: visitsLink },
  enrolment_expiring: { centrePhone: common.centrePhone, name: common.name, validUntil: date("2027-02-23"), link },
  referral_proposal: {
    ...{ ...application, workPlace: "금천구", pay: "월급 245만 원", workTime: "08:30~17:30", link },
  },
  application_received: { ...application, ...decide, link },
  application_declined: { ...application, visitsLink },
  application_accepted_but_unbookable: { ...application, link },
  application_undecided: { ...application, link, visitsLink },
  application_withdrawn: { ...application, visitsLink },
  inquiry_answered: {
    centrePhone: common.centrePhone,
    topic: "예약과 취소",
    answer: ["예약은 하루 전까지 바꾸실 수 있습니다."],
    askLink: `${site}/inquiry`,
  },
  colleague_invited: { ...employer, usableUntil: Instant.parse("2026-11-30T01:00:00.000Z") },
  employer_verified: employer,
  employer_refused: { ...employer, reason: "사업자등록번호가 등록된 이름과 다릅니다." },
  employer_posting_ending: { ...employer, jobTitle: "펌프 부품 조립원", validUntil: date("2027-01-23"), link },
  employer_posting_open: {
    ...posting,
    headcount: 3,
    validUntil: date("2026-12-31"),
    placeName: common.placeName,
    firstTime: time("10:00"),
    lastTime: time("15:40"),
    seats: 1,
    mode: "open",
    deskLabels: ["면접 1번 창구"],
    isVisitOpen: true,
    listOn: date("2026-11-24"),
  },
  employer_request_refused: { ...posting, reason: "그 시각에는 창구가 모두 찼습니다." },
  employer_interview_list: { ...posting, placeName: common.placeName, count: 5, firstTime: time("10:00"), lastTime: time("12:00") },
  employer_bookings_changed: { ...posting, changes: [{ kind: "booked", time: time("10:00") }] },
  employer_visit_changed: { ...posting, cancelled: false, before: visitDay, after: moved, changes: [] },
  employer_applications_waiting: { ...posting, ...decide, count: 2 },
  employer_result_request: { ...posting, count: 3, answerBy: date("2026-12-03") },
  employer_concern_answered: {
    centrePhone: common.centrePhone,
    companyName: "한빛물류",
    category: "인력(구인난)",
    where: { link: `${site}/console` },
  },
  employer_consent_withdrawn: {
    ...posting,
    interviews: [
      { time: time("10:00"), jobTitle: "포장원", isCancelled: true },
      { time: time("10:20"), jobTitle: "포장원", isCancelled: false },
    ],
    applications: [{ appliedOn: date("2026-11-23"), jobTitle: "포장원" }],
    referrals: [{ referredOn: date("2026-11-24"), jobTitle: "포장원" }],
  },
};

type Variants = { readonly [Id in MessageId]?: Readonly<Record<string, Partial<MessageVariables<Id>>>> };

/** What differs from the sample where a message has parts that come and go. */
export const variants: Variants = {
  interview_booked: {
    "with a desk": { deskLabel: "면접 1번 창구" },
    together: { together: 3 },
    "at the bus": { deskLabel: "면접 1번 창구", now: { deskLabel: "면접 1번 창구" } },
  },
  counselling_booked: { "with a desk": { deskLabel: "상담 1번 창구" } },
  booking_changed: {
    "in time to come early": { changes: [{ ...aChange, arriveFor: { kind: "interview", opensAt: hours.opensAt } }] },
    "several, by the centre": { changes: [aChange, aRebooking, otherDesk], reason, calendarLink: link },
    "after the reminder": { reminder: aReminderPart },
    "another phone": { centrePhone: "02-000-0002" },
    "with what ended beside": { ended: everyEnding },
  },
  booking_cancelled: { "after online booking has closed": { isClosed: true } },
  booking_cancelled_by_centre: {
    "after online booking has closed": { isClosed: true },
    "with what ended beside": { ended: everyEnding },
    several: {
      cancelled: [
        { ...anItem, visitOn: common.visitOn },
        { ...anotherItem, visitOn: common.visitOn },
      ],
    },
  },
  visit_cancelled: {
    "with what ended beside": { ended: everyEnding },
    "no booking": { cancelled: [] },
    "all rebooked": { cancelled: [], rebooked: [aRebooking] },
    "one cancelled, one rebooked": { rebooked: [aRebooking], centrePhone: "02-000-0002" },
  },
  visit_moved: {
    "with what ended beside": { ended: everyEnding },
    "no booking": { kept: [] },
    "another day": { after: { ...visitDay, visitOn: date("2026-11-27") } },
    "other hours": { after: { ...visitDay, closesAt: time("13:00") }, kept: [], cancelled: [anItem, anotherItem] },
    "day and place": { after: { ...moved, visitOn: date("2026-11-27") } },
    everything: {
      after: { ...moved, visitOn: date("2026-11-27"), opensAt: time("09:30") },
      cancelled: [anotherItem],
      rebooked: [aRebooking],
    },
    "the same in words": { after: visitDay },
  },
  no_show_care: { "another phone": { centrePhone: "02-000-0002" } },
  waitlist_joined: { "one time": { slotTime: time("10:20") }, "an earlier time": { replaces: { slotTime: time("11:00") } } },
  waiting_ended: { "every kind": { ended: everyEnding }, "for a reason": { reason } },
  waitlist_promoted: {
    "in place of a booking": { replaces: { slotTime: time("16:00") } },
  },
  application_accepted_but_unbookable: { "another phone": { centrePhone: "02-000-0002" } },
  data_deleted: {
    "at the end of its time": { isOver: true, cancelled: [], lockedUntil: undefined },
    "without a name": { name: undefined },
  },
  employer_posting_open: {
    "one person": { headcount: 1 },
    "of a posting from before there was a validity": { validUntil: undefined },
    "a group at two desks, before the visit opens": {
      seats: 2,
      mode: "screened",
      deskLabels: ["면접 1번 창구", "면접 2번 창구"],
      isVisitOpen: false,
    },
  },
  employer_concern_answered: {
    "without an account": { where: { answer: ["채용 장려금을 안내해 드립니다.", "센터로 전화해 주세요."], askLink: `${site}/inquiry` } },
  },
  employer_result_request: { "one person": { count: 1 } },
  employer_interview_list: { "one interview": { count: 1, lastTime: time("10:00") } },
  employer_bookings_changed: {
    "every kind": {
      changes: (["booked", "cancelled", "moved", "visit-moved", "desk-shifted", "released"] as const).flatMap((kind) => [
        { kind, time: time("10:00") },
        { kind, time: time("10:00"), toTime: time("10:20") },
        { kind, time: time("10:00"), toTime: time("14:00") },
      ]),
    },
  },
  employer_visit_changed: {
    cancelled: { cancelled: true, after: visitDay },
    "cancelled for a reason": { cancelled: true, after: visitDay, reason },
    "moved for a reason": { reason },
    "another day, with its interviews": {
      after: { ...visitDay, visitOn: date("2026-11-27"), closesAt: time("13:00") },
      changes: [
        { kind: "visit-moved", time: time("10:00"), toTime: time("11:00") },
        { kind: "cancelled", time: time("14:00") },
      ],
    },
  },
  employer_applications_waiting: { "one application": { count: 1 } },
};
