import type { MessageId, MessageVariables } from "../../shared/copy/messages/messages.ts";
import { LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { TicketCode } from "../../shared/domain/ticket-token.ts";

const site = "https://jobstop.example.com";
const time = (text: string) => LocalTime.parse(text);
const common = {
  centrePhone: "02-000-0000",
  name: "홍길동",
  visitOn: LocalDate.parse("2026-11-26"),
  slotTime: time("10:00"),
  placeName: "서울역광장",
};
const booked = { ...common, bookingNo: "7QX2", bring: "신분증", link: `${site}/my` };
const hours = { opensAt: time("10:00"), closesAt: time("17:00") };

export const aTicketPart = { qrLink: `${site}/my/ticket`, shortCode: TicketCode.parse("7K3M9QXA"), sitePhone: "010-0000-0003" };
export const aReminderPart = { confirmLink: `${site}/my/confirm`, cancelLink: `${site}/my/cancel` };

/** Every message with plain values; a message without a sample does not compile. */
export const samples: { readonly [Id in MessageId]: MessageVariables<Id> } = {
  login_code: { centrePhone: common.centrePhone, code: "042042", minutes: 10 },
  visit_registered: { ...common, ...hours, bring: "신분증", link: `${site}/my` },
  interview_booked: { ...booked, companyName: "한빛물류", jobTitle: "포장원" },
  booking_cancelled: { ...common, visitsLink: `${site}/visits` },
  reminder_d1: { ...common, ...aReminderPart, bookings: [{ slotTime: time("10:00"), bookingNo: "7QX2" }] },
  dayof_qr: { ...common, ...hours, ...aTicketPart, slotTimes: [time("10:00"), time("14:20")] },
};
