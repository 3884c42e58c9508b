import { describe, expect, test } from "vitest";
import { type MailExtras, renderMail } from "../../functions/mail/render-mail.ts";
import { withParticle } from "../../shared/copy/messages/korean-particle.ts";
import { type MessageId, type MessageVariables, messageIds, writeMessage } from "../../shared/copy/messages/messages.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { type Locale, locales } from "../../shared/domain/locale.ts";
import { LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { aChange, aRebooking, aReminderPart, aTicketPart, samples, variants } from "./message-samples.ts";

const withQr: MailExtras = { qrPng: Uint8Array.of(1) };
/** With nothing to press: a code is typed, and a warning asks for a call. */
const withoutButton: readonly MessageId[] = ["login_code", "address_code", "address_changed"];
const extrasOf = (id: MessageId) => (id === "dayof_qr" || id === "ticket_renewed" ? withQr : {});

function rendered<Id extends MessageId>(id: Id, locale: Locale, change: Partial<MessageVariables<Id>> = {}, extras = extrasOf(id)) {
  return renderMail(id, locale, { ...samples[id], ...change }, extras);
}

/** Each message with its plain values, and with each of its variants. */
const cases = messageIds.flatMap((id) => [
  { id, title: id, change: {} },
  ...Object.entries(variants[id] ?? {}).map(([variant, change]) => ({ id, title: `${id}, ${variant}`, change })),
]);

describe("every message in every language", () => {
  for (const { id, title, change } of cases) {
    for (const locale of locales) {
      test(`${title} · ${locale}`, async () => {
        const mail = await rendered(id, locale, change);
        for (const part of [mail.subject, mail.text, mail.html.replace(/<style>[\s\S]*<\/style>/, "")]) {
          expect(part).not.toMatch(/[{}]|undefined|\[object|\(으\)로|이\(가\)|와\(과\)|\.\.|,,| ,/);
        }
        expect(mail.text).toMatch(/02-000-000[02]/);
        expect(mail.text).not.toMatch(/^$\n^$|^- [^:]+: *$/m);
        expect(mail.html).toContain(`<html lang="${locale}">`);
        expect(mail.html.match(/display:inline-block/g) ?? []).toHaveLength(withoutButton.includes(id) ? 0 : 1);
        expect(mail.html).not.toMatch(/src="(?!cid:)|<script|<link|url\(/);
        for (const link of mail.html.matchAll(/href="([^"]+)"/g)) expect(mail.text).toContain(link[1]);
        if (locale === "ko") expect(mail.subject).toMatch(/[가-힣]/);
        else expect(mail.subject).not.toMatch(/[가-힣]/);
      });

      test(`${title} · ${locale}: sentences are short and in one language`, () => {
        const sample = { ...samples[id], ...change };
        const { stanzas, preview } = writeMessage(id, locale, sample);
        const lines = [preview, ...stanzas.flat()].map((line) => (typeof line === "string" ? line : ""));
        for (const sentence of lines.flatMap((line) => line.split(/(?<=[다요까]\.) |(?<=[a-z]{3}\.) /))) {
          expect(sentence.length, sentence).toBeLessThanOrEqual(locale === "ko" ? 55 : 105);
        }
        if (locale === "en") expect(withoutValues(JSON.stringify([preview, stanzas]), sample)).not.toMatch(/[가-힣]/);
        for (const line of stanzas.flat()) {
          // labels do not wrap on a phone
          if (typeof line !== "string" && line.kind === "fact") expect(line.label.length, line.label).toBeLessThanOrEqual(18);
        }
      });
    }
  }
});

/** All texts within a message's values, longest first. */
function textsWithin(value: unknown): readonly string[] {
  const texts = typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(textsWithin) : [];
  return texts.toSorted((one, other) => other.length - one.length);
}
const withoutValues = (text: string, values: object): string =>
  textsWithin(values).reduce((rest, value) => rest.replaceAll(value, ""), text);

test("a message that misses a variable does not compile", () => {
  const { name: _, ...nameless } = samples.booking_cancelled;
  // @ts-expect-error: no name
  const incomplete: MessageVariables<"booking_cancelled"> = nameless;
  expect(incomplete).not.toHaveProperty("name");
});

test("the day-of mail reads as written", async () => {
  const mail = await rendered("dayof_qr", "ko");
  expect(mail.subject).toBe("오늘 접수용 QR 코드를 보내 드립니다");
  expect(mail.text).toBe(
    `홍길동 님, 오늘 뵙겠습니다.

- 시각: 오전 10시, 오후 2시 20분
- 장소: 서울역광장
- 확인 코드: 7K3M 9QXA

버스 앞 접수대에서 아래 QR 코드를 보여 주세요.
https://jobstop.example.com/my/ticket

QR 코드가 열리지 않아도 괜찮습니다. 이름과 확인 코드를 말씀해 주세요.
차례가 되면 확인 코드의 앞 네 글자로 부릅니다: 7K3M
늦으실 것 같으면 010-0000-0003으로 전화해 주세요. 10분이 지나면 다음 분을 먼저 안내할 수 있습니다.

문의: 02-000-0000 (평일 09:00~18:00)
찾아가는 일자리플러스센터
`,
  );
});

describe("who books after a timed mail went out gets it with the confirmation", () => {
  test("after the reminder: confirm or cancel in one tap, and that is the main action", async () => {
    const mail = await rendered("interview_booked", "ko", { reminder: aReminderPart });
    expect(mail.text).toContain(`참석: ${aReminderPart.confirmLink}\n취소: ${aReminderPart.cancelLink}`);
    expect(mail.html.match(/<a href="([^"]+)"/)?.[1]).toBe(aReminderPart.confirmLink);
    expect(mail.html.match(/display:inline-block/g)).toHaveLength(1);
  });
  test("after the day-of mail: the QR code, its code and its page, in place of the reminder", async () => {
    const mail = await rendered("interview_booked", "en", { reminder: aReminderPart, ticket: aTicketPart }, withQr);
    expect(mail.text).toContain("- Code: 7K3M 9QXA");
    expect(mail.text).toContain(aTicketPart.qrLink);
    expect(mail.text).not.toContain(aReminderPart.confirmLink);
    expect(mail.html).toContain('src="cid:ticket-qr"');
    expect(mail.attachments).toEqual([{ filename: "ticket-qr.png", type: "image/png", content: withQr.qrPng, contentId: "ticket-qr" }]);
  });
  test("registering on the day brings the QR code; before, there is none to be seen", async () => {
    expect((await rendered("visit_registered", "ko")).text).not.toContain("확인 코드");
    expect((await rendered("visit_registered", "ko", { ticket: aTicketPart }, withQr)).text).toContain("7K3M 9QXA");
  });
  test("a QR code without image, or an image without place, is a fault", async () => {
    await expect(rendered("dayof_qr", "ko", {}, {})).rejects.toThrow("QR");
    await expect(rendered("booking_cancelled", "ko", {}, withQr)).rejects.toThrow("QR");
  });
});

describe("what people wrote stays text", () => {
  const evil = `<b onclick="x">&'"</b>`;
  test("HTML is escaped wherever a value stands", async () => {
    const mail = await rendered("interview_booked", "ko", {
      name: evil,
      companyName: evil,
      jobTitle: evil,
      placeName: evil,
      bring: evil,
      bookingNo: evil,
    });
    expect(mail.html).not.toContain("<b ");
    expect(mail.html.match(/&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;&quot;&lt;\/b&gt;/g)?.length).toBeGreaterThanOrEqual(6);
    expect(mail.text).toContain(evil);
  });
  test("a line break in a value makes no line of its own", async () => {
    const mail = await rendered("interview_booked", "ko", { companyName: "한빛\r\n변경·취소: https://evil.example.com\u2028x" });
    expect(mail.text).toContain("- 기업: 한빛 변경·취소: https://evil.example.com x\n");
  });
  test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example.com", 'https://a.example.com/" onload="x'])(
    "%j is no link",
    async (href) => {
      await expect(rendered("booking_cancelled", "ko", { visitsLink: href })).rejects.toThrow("link");
    },
  );
  test("nothing of a person or an employer is in a subject or a preview", async () => {
    for (const { id, title, change } of cases) {
      for (const locale of locales) {
        const mail = await rendered(id, locale, change);
        const preview = /overflow:hidden">([^<]*)</.exec(mail.html)?.[1];
        expect(preview, title).toBeTruthy();
        for (const shown of [mail.subject, preview]) {
          expect(shown, title).not.toMatch(/홍길동|한빛물류|포장원|042042|7K3M|7QX2|8RT3|강풍|사업자|창구|모의|자금|보증|창업|fund/i);
        }
      }
    }
  });
});

test("somebody who booked nothing is told the hours and is not called late", async () => {
  const mail = await rendered("dayof_qr", "en", { slotTimes: [] });
  expect(mail.text).toContain("- Time: 10 am to 5 pm");
  expect(mail.text).not.toContain("late");
});

test("several bookings make one reminder", async () => {
  const bookings = [
    { slotTime: LocalTime.parse("10:00"), bookingNo: "7QX2" },
    { slotTime: LocalTime.parse("13:00"), bookingNo: "8RT3" },
  ] as const;
  const mail = await rendered("reminder_d1", "ko", { bookings });
  expect(mail.text).toContain(
    "- 시각: 11월 26일(목) 오전 10시\n- 시각: 11월 26일(목) 오후 1시\n- 장소: 서울역광장\n- 예약번호: 7QX2, 8RT3",
  );
});

describe("what changed is said once before and once after, what stayed once", () => {
  const stanzaWith = async (changes: readonly [typeof aChange, ...(typeof aChange)[]], locale: Locale = "ko") =>
    (await rendered("booking_changed", locale, { changes })).text.split("\n\n")[1];
  test("another time at the same desk", async () => {
    expect(await stanzaWith([aChange])).toBe(
      `- 예약: 포장원(한빛물류)
- 바뀌기 전: 11월 26일(목) 오전 10시
- 바뀐 뒤: 11월 26일(목) 오전 10시 20분
- 장소: 서울역광장
- 창구: 면접 1번 창구
- 예약번호: 7QX2`,
    );
  });
  test("another desk at the same time", async () => {
    expect(await stanzaWith([{ ...aChange, after: { ...aChange.before, deskLabel: "면접 2번 창구" } }])).toBe(
      `- 예약: 포장원(한빛물류)
- 바뀌기 전: 면접 1번 창구
- 바뀐 뒤: 면접 2번 창구
- 시각: 11월 26일(목) 오전 10시
- 장소: 서울역광장
- 예약번호: 7QX2`,
    );
  });
  test("another visit", async () => {
    expect(await stanzaWith([aRebooking], "en")).toBe(
      `- Booking: 면접 준비(모의면접)
- Before: Thursday 26 November 2:20 pm, 서울역광장
- Now: Thursday 3 December 2:20 pm, 청량리역 광장
- Booking number: 8RT3`,
    );
  });
  test("several in one mail, counted", async () => {
    const { text } = await rendered("booking_changed", "ko", { changes: [aChange, aRebooking] });
    expect(text).toContain("예약 2건이 아래와 같이 바뀌었습니다.");
    expect(text.match(/- 예약번호:/g)).toHaveLength(2);
  });
  test("no reason, no line of it", async () => {
    expect((await rendered("booking_changed", "ko")).text).not.toContain("이유");
    expect((await rendered("booking_changed", "ko", { reason: "강풍 예보" })).text).toContain("- 이유: 강풍 예보");
  });
  test("after the reminder its question is the main action; after the day-of mail the QR code", async () => {
    const asked = await rendered("booking_changed", "ko", { reminder: aReminderPart });
    expect(asked.html.match(/display:inline-block/g)).toHaveLength(1);
    expect(asked.text).toContain(`참석: ${aReminderPart.confirmLink}`);
    expect((await rendered("booking_changed", "ko", { ticket: aTicketPart }, withQr)).text).toContain("- 확인 코드: 7K3M 9QXA");
  });
});

describe("a visit that moved says what moved, with the right particles", () => {
  const { before } = samples.visit_moved;
  const other = {
    visitOn: LocalDate.parse("2026-11-27"),
    opensAt: LocalTime.parse("11:00"),
    closesAt: before.closesAt,
    placeName: "숭례문 앞",
  };
  const { visitOn, opensAt, placeName } = other;
  test.each([
    [{ placeName }, "방문 장소가 바뀌었습니다", "The place of the visit has changed"],
    [{ visitOn }, "방문 날짜가 바뀌었습니다", "The date of the visit has changed"],
    [{ opensAt }, "방문 운영 시간이 바뀌었습니다", "The hours of the visit have changed"],
    [{ visitOn, placeName }, "방문 날짜와 장소가 바뀌었습니다", "The date and place of the visit have changed"],
    [{ opensAt, placeName }, "방문 운영 시간과 장소가 바뀌었습니다", "The hours and place of the visit have changed"],
    [other, "방문 날짜, 운영 시간과 장소가 바뀌었습니다", "The date, hours and place of the visit have changed"],
    [{}, "방문 안내가 바뀌었습니다", "The details of the visit have changed"],
  ])("%j", async (change, ko, en) => {
    const after = { ...before, ...change };
    const korean = await rendered("visit_moved", "ko", { after });
    expect(korean.subject).toBe(ko);
    expect(korean.text).toContain(`홍길동 님, 11월 26일(목) ${ko}.`);
    expect((await rendered("visit_moved", "en", { after })).subject).toBe(en);
  });
  test("who lost all bookings by it is told so in the subject, who kept one is not", async () => {
    const cancelled = [{ bookingNo: "8RT3", what: "포장원", slotTime: opensAt }];
    const lost = { after: { ...before, visitOn }, kept: [], cancelled };
    expect((await rendered("visit_moved", "ko", lost)).subject).toBe("방문이 바뀌어 예약이 취소되었습니다");
    expect((await rendered("visit_moved", "en", lost)).subject).toBe("The visit has changed: your booking is cancelled");
    expect((await rendered("visit_moved", "ko", { ...lost, kept: samples.visit_moved.kept })).subject).toBe("방문 날짜가 바뀌었습니다");
  });
  test("a booking that came along to another day is not said to be unchanged", async () => {
    expect((await rendered("visit_moved", "ko")).text).toContain("아래 예약의 시각은 그대로입니다.\n- 오전 10시: ");
    const { text } = await rendered("visit_moved", "ko", { after: { ...before, visitOn } });
    expect(text).toContain("아래 예약은 11월 27일(금) 같은 시각으로 옮겼습니다.\n- 오전 10시: ");
    expect(text).not.toContain("그대로");
  });
});

test("a cancelled visit offers what fits: another day, another choice, the telephone", async () => {
  const { text } = await rendered("visit_cancelled", "ko", { centrePhone: "02-000-0002" });
  expect(text).toContain("취소된 예약은 다른 날로 다시 예약하실 수 있습니다.");
  expect(text).toContain("전화 상담을 원하시면 02-000-0002로 전화해 주세요.");
  expect((await rendered("visit_cancelled", "ko", { cancelled: [], rebooked: [aRebooking] })).text).toContain(
    "옮긴 날에 오시기 어려우면 다시 골라 주세요.",
  );
  expect((await rendered("visit_cancelled", "ko", { cancelled: [] })).text).not.toMatch(/예약은/);
});

test("an offer to somebody who holds a booking says that they keep it until they confirm", async () => {
  expect((await rendered("waitlist_promoted", "ko")).text).not.toContain("지금 예약하신");
  const { text } = await rendered("waitlist_promoted", "ko", { replaces: { slotTime: LocalTime.parse("16:00") } });
  expect(text).toContain("지금 예약하신 오후 4시 자리는 확정하실 때까지 그대로입니다.");
});

test("an offer is taken by the button of the page's name, with one link", async () => {
  const links = async (change: Partial<MessageVariables<"waitlist_promoted">>) =>
    (await rendered("waitlist_promoted", "ko", change)).text.match(/^.*https:.*$/gm);
  expect(await links({})).toEqual([`${mineWords.ko.take}: ${samples.waitlist_promoted.confirmLink}`]);
  expect(await links({ replaces: { slotTime: LocalTime.parse("16:00") } })).toEqual([
    `${mineWords.ko.takeInstead}: ${samples.waitlist_promoted.confirmLink}`,
  ]);
});

test("a cancelled booking is named, and nothing is promised at a visit that takes no more", async () => {
  const open = await rendered("booking_cancelled", "ko");
  expect(open.text).toContain("- 예약: 포장원(한빛물류)\n- 장소: 서울역광장\n- 예약번호: 7QX2\n");
  for (const id of ["booking_cancelled", "booking_cancelled_by_centre"] as const) {
    const { text } = await rendered(id, "ko", { isClosed: true });
    expect(text).toContain("예약 없이 버스에 오셔도 상담을 받을 수 있습니다.");
    expect(text).not.toMatch(/다른 시간|예약할 수 있습니다/);
  }
});

test("who is given a seat at the bus is told where to go now, not when to check in", async () => {
  const desk = { deskLabel: "면접 1번 창구" };
  const { text } = await rendered("interview_booked", "ko", { ...desk, now: desk });
  expect(text).toContain("지금 면접 1번 창구로 와 주세요.");
  expect(text).toContain("- 면접 시각: 오전 10시\n- 장소: 서울역광장\n- 창구: 면접 1번 창구\n");
  expect(text).not.toMatch(/20분|QR|늦으실/);
});

test("a group interview says how many meet", async () => {
  expect((await rendered("interview_booked", "ko", { together: 3 })).text).toContain("- 방식: 3명이 함께 하는 면접\n");
  expect((await rendered("interview_booked", "ko")).text).not.toContain("함께 하는");
});

test("a changed booking says when to be there, an interview and counselling each in its way", async () => {
  const text = async (arriveFor: "interview" | "counselling") =>
    (
      await rendered("booking_changed", "ko", {
        changes: [{ ...aChange, arriveFor: { kind: arriveFor, opensAt: LocalTime.parse("10:00") } }],
      })
    ).text;
  expect(await text("interview")).toContain("- 예약번호: 7QX2\n20분 전까지 접수해 주세요.\n");
  expect(await text("counselling")).toContain("- 예약번호: 7QX2\n10분 전까지 와 주세요.\n");
});

test("nobody is asked to come before the bus opens", async () => {
  const at = async (slotTime: string, locale: Locale = "ko") =>
    (await rendered("interview_booked", locale, { slotTime: LocalTime.parse(slotTime), opensAt: LocalTime.parse("10:00") })).text;
  expect(await at("10:20")).toContain("- 면접 시각: 오전 10시 20분 (20분 전까지 접수해 주세요)\n");
  expect(await at("10:15")).toContain("- 면접 시각: 오전 10시 15분 (접수는 오전 10시부터)\n");
  expect(await at("10:15", "en")).toContain("- Interview time: 10:15 am (check-in opens at 10 am)\n");
});

test("a booking that staff cancel is a matter to be sorry for, but where its person asked for it", async () => {
  expect((await rendered("booking_cancelled_by_centre", "ko")).text).toContain("죄송합니다");
  const { text } = await rendered("booking_cancelled_by_centre", "ko", { isOwnWish: true });
  expect(text).toContain("말씀하신 대로 예약을 취소했습니다.");
  expect(text).not.toContain("죄송");
  expect((await rendered("booking_cancelled_by_centre", "en", { isOwnWish: true })).text).not.toContain("sorry");
});

test("a new QR code comes with what is booked, and with what its person is called by", async () => {
  const { text } = await rendered("ticket_renewed", "ko");
  expect(text).toContain("- 예약: 오후 2시 20분, 면접 1번 창구\n");
  expect(text).toMatch(/확인 코드의 앞 네 글자로 부릅니다: [0-9A-Z]{4}\n/);
  expect((await rendered("ticket_renewed", "ko", { times: [] })).text).not.toContain("예약:");
});

test("who waits for an earlier time is told which booking they keep", async () => {
  const { text } = await rendered("waitlist_joined", "ko", { replaces: { slotTime: LocalTime.parse("11:00") } });
  expect(text).toContain("- 시각: 예약하신 오전 11시보다 이른 시간\n");
  expect(text).toContain("지금 예약은 그대로입니다.");
  expect((await rendered("waitlist_joined", "ko")).text).not.toContain("그대로");
});

describe("what employers are told of changes", () => {
  const lines = async (locale: Locale, ...changes: MessageVariables<"employer_bookings_changed">["changes"]) =>
    (await rendered("employer_bookings_changed", locale, { changes })).text.split("\n\n")[1];
  const [time, minutesLater, later] = [LocalTime.parse("10:00"), LocalTime.parse("10:20"), LocalTime.parse("14:00")];
  test("each change is a line by its time", async () => {
    expect(
      await lines("ko", { kind: "booked", time }, { kind: "moved", time, toTime: minutesLater }, { kind: "moved", time, toTime: later }),
    ).toBe("- 오전 10시: 새로 예약되었습니다\n- 오전 10시: 오전 10시 20분으로 옮겼습니다\n- 오전 10시: 오후 2시로 옮겼습니다");
    expect(await lines("en", { kind: "desk-shifted", time, toTime: minutesLater })).toBe(
      "- 10 am: now starts at 10:20 am, as the desk has shifted",
    );
  });
  test("a time that is not there is not named", async () => {
    expect(await lines("ko", { kind: "moved", time })).toBe("- 오전 10시: 다른 방문으로 옮겼습니다");
    expect(await lines("en", { kind: "visit-moved", time })).toBe("- 10 am: the day or place of the visit has changed");
  });
  test("mails to employers greet the firm, and nobody is named in them", async () => {
    for (const id of messageIds.filter((message) => message.startsWith("employer_"))) {
      expect(samples[id], id).not.toHaveProperty("name");
      expect((await rendered(id, "ko")).text, id).toMatch(/^한빛물류 담당자님, /);
      expect((await rendered(id, "en")).text, id).toMatch(/^Dear 한빛물류, /);
    }
  });
});

describe("a particle follows the last sound", () => {
  test.each([
    ["서울역광장", "서울역광장으로"],
    ["청량리역 버스정류장 앞", "청량리역 버스정류장 앞으로"],
    ["서울", "서울로"],
    ["마포구", "마포구로"],
    ["광화문(1번 출구)", "광화문(1번 출구)로"],
    ["02-000-0000", "02-000-0000으로"],
    ["010-0000-0001", "010-0000-0001로"],
    ["010-0000-0002", "010-0000-0002로"],
    ["010-0000-0006", "010-0000-0006으로"],
    ["Seoul Plaza", "Seoul Plaza(으)로"],
  ])("%s", (word, expected) => {
    expect(withParticle(word, "으로/로")).toBe(expected);
  });
  test("both forms in the order of public writing", () => {
    expect(withParticle("Kim", "이/가")).toBe("Kim이(가)");
  });
});
