import { describe, expect, test } from "vitest";
import { type CalendarEntry, calendarFile } from "../../functions/mail/calendar-file.ts";
import { calendarWords } from "../../shared/copy/messages/calendar-words.ts";
import { Instant, LocalTime } from "../../shared/domain/seoul-time.ts";

const times = { slotTime: LocalTime.parse("10:20"), opensAt: LocalTime.parse("10:00") };

const entry: CalendarEntry = {
  uid: "bkg_01JZZZZZZZZZZZZZZZZZZZZZZZ@jobstop.example.com",
  sequence: 0,
  method: "REQUEST",
  stampAt: Instant.parse("2026-11-20T03:04:05.678Z"),
  startAt: Instant.parse("2026-11-26T01:00:00.000Z"),
  endAt: Instant.parse("2026-11-26T01:20:00.000Z"),
  ...calendarWords("interview", "ko", { bookingNo: "7QX2", link: "https://jobstop.example.com/my", times }),
  location: "서울역광장, 서울특별시 용산구 한강대로 405",
  url: "https://jobstop.example.com/my",
  organizer: { name: "찾아가는 일자리플러스센터", email: "no-reply@jobstop.example.com" },
  attendee: "hong@example.com",
  alarm: "1시간 남았습니다",
};

/** Lines unfolded (RFC 5545 §3.1), as [name, value, component]. */
function read(file: string): { name: string; value: string; within: string }[] {
  const within: string[] = [];
  return file
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [, name = "", value = ""] = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line) ?? [];
      expect(name, `not a content line: ${line}`).not.toBe("");
      if (name === "BEGIN") within.push(value);
      else if (name === "END") expect(within.pop()).toBe(value);
      else return [{ name, value, within: within.join(" ") }];
      return [];
    });
}
const valuesOf = (file: string) => Object.fromEntries(read(file).map(({ name, value, within }) => [`${within} ${name}`, value]));
const event = "VCALENDAR VEVENT";

describe("a calendar file", () => {
  test("says when in UTC, where, and rings an hour before", () => {
    expect(valuesOf(calendarFile(entry))).toMatchObject({
      "VCALENDAR METHOD": "REQUEST",
      [`${event} UID`]: entry.uid,
      [`${event} DTSTAMP`]: "20261120T030405Z",
      [`${event} DTSTART`]: "20261126T010000Z",
      [`${event} DTEND`]: "20261126T012000Z",
      [`${event} STATUS`]: "CONFIRMED",
      [`${event} SUMMARY`]: "현장면접 (찾아가는 일자리플러스센터)",
      [`${event} LOCATION`]: "서울역광장\\, 서울특별시 용산구 한강대로 405",
      [`${event} URL`]: entry.url,
      [`${event} VALARM TRIGGER`]: "-PT1H",
    });
  });
  test("comes from the sender and asks its one guest for no answer", () => {
    const file = calendarFile(entry).replace(/\r\n /g, "");
    expect(file).toMatch(/ORGANIZER;CN="찾아가는 일자리플러스센터":mailto:no-reply@jobstop\.example\.com/);
    expect(file).toMatch(/ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:MAILTO:hong@example\.com/);
  });
  test("keeps its UID and raises SEQUENCE when the time moves", () => {
    const moved = {
      ...entry,
      sequence: 1,
      startAt: Instant.parse("2026-11-26T02:00:00.000Z"),
      endAt: Instant.parse("2026-11-26T02:20:00.000Z"),
    };
    expect(valuesOf(calendarFile(moved))).toMatchObject({
      [`${event} UID`]: entry.uid,
      [`${event} SEQUENCE`]: "1",
      [`${event} DTSTART`]: "20261126T020000Z",
    });
  });
  test("cancels by the same UID, to the same guest, without an alarm", () => {
    const values = valuesOf(calendarFile({ ...entry, method: "CANCEL", sequence: 2 }));
    expect(values).toMatchObject({
      "VCALENDAR METHOD": "CANCEL",
      [`${event} UID`]: entry.uid,
      [`${event} SEQUENCE`]: "2",
      [`${event} STATUS`]: "CANCELLED",
      [`${event} ATTENDEE`]: "MAILTO:hong@example.com",
    });
    expect(Object.keys(values).join()).not.toContain("VALARM");
  });
  test("behind a link names nobody as invited", () => {
    const file = calendarFile({ ...entry, method: "PUBLISH" });
    expect(valuesOf(file)["VCALENDAR METHOD"]).toBe("PUBLISH");
    expect(file).not.toContain("hong@example.com");
  });
  test("behind a link says of what will not take place that it is cancelled, and rings for nobody", () => {
    const file = calendarFile({ ...entry, method: "PUBLISH", isCancelled: true });
    expect(valuesOf(file)[`${event} STATUS`]).toBe("CANCELLED");
    expect(file).not.toContain("VALARM");
  });
  test("is not made for nobody", () => {
    expect(() => calendarFile({ ...entry, attendee: undefined })).toThrow("attendee");
  });
  test("folds long lines at 75 octets", () => {
    for (const line of calendarFile(entry).split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
  test("that takes a booking out says so, and not when to come", () => {
    const { description } = calendarWords("interview", "ko", { bookingNo: "7QX2", link: entry.url, isCancelled: true, times });
    expect(description).toContain("이 예약은 취소되었습니다.");
    expect(description).not.toMatch(/20분|거절/);
  });
  test("asks nobody to come before the bus opens", () => {
    const said = (slotTime: string) =>
      calendarWords("interview", "ko", { bookingNo: "7QX2", link: entry.url, times: { ...times, slotTime: LocalTime.parse(slotTime) } })
        .description;
    expect(said("10:20")).toContain("20분 전까지 접수해 주세요.");
    expect(said("10:15")).toContain("접수는 오전 10시부터입니다. 열리면 바로 와 주세요.");
    expect(said("10:15")).not.toContain("20분");
  });
  test("says neither employer nor job", () => {
    expect(JSON.stringify(calendarWords("interview", "ko", { bookingNo: "7QX2", link: entry.url, times }))).not.toMatch(/기업|직종/);
  });
});

describe("no value becomes a line of its own", () => {
  const evil = "x;y,z\\\r\nATTENDEE:mailto:evil@example.com\nEND:VEVENT";
  test.each(["summary", "location", "description", "alarm"] as const)("%s", (field) => {
    const names = (file: string) => read(file).map(({ name, within }) => `${within} ${name}`);
    const file = calendarFile({ ...entry, [field]: evil });
    expect(names(file)).toEqual(names(calendarFile(entry)));
    expect(file.replace(/\r\n /g, "")).toContain("x\\;y\\,z\\\\\\nATTENDEE:mailto:evil@example.com\\nEND:VEVENT");
  });
  test("the organizer's name", () => {
    const file = calendarFile({ ...entry, organizer: { ...entry.organizer, name: 'a":mailto:evil@example.com\r\nX-A: b' } });
    expect(read(file).filter(({ name }) => name === "ORGANIZER" || name === "X-A")).toEqual([
      { name: "ORGANIZER", value: "mailto:no-reply@jobstop.example.com", within: event },
    ]);
  });
});
