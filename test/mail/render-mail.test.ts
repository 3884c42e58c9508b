import { describe, expect, test } from "vitest";
import { type MailExtras, renderMail } from "../../functions/mail/render-mail.ts";
import { withParticle } from "../../shared/copy/messages/korean-particle.ts";
import { type MessageId, type MessageVariables, messageIds } from "../../shared/copy/messages/messages.ts";
import { type Locale, locales } from "../../shared/domain/locale.ts";
import { LocalTime } from "../../shared/domain/seoul-time.ts";
import { aReminderPart, aTicketPart, samples } from "./message-samples.ts";

const withQr: MailExtras = { qrPng: Uint8Array.of(1) };
const extrasOf = (id: MessageId) => (id === "dayof_qr" ? withQr : {});

function rendered<Id extends MessageId>(id: Id, locale: Locale, change: Partial<MessageVariables<Id>> = {}, extras = extrasOf(id)) {
  return renderMail(id, locale, { ...samples[id], ...change }, extras);
}

describe("every message in every language", () => {
  for (const id of messageIds) {
    for (const locale of locales) {
      test(`${id} · ${locale}`, async () => {
        const mail = await rendered(id, locale);
        for (const part of [mail.subject, mail.text, mail.html.replace(/<style>[\s\S]*<\/style>/, "")]) {
          expect(part).not.toMatch(/[{}]|undefined|\[object|\(으\)로|이\(가\)/);
        }
        expect(mail.text).toContain("02-000-0000");
        expect(mail.html).toContain(`<html lang="${locale}">`);
        expect(mail.html.match(/display:inline-block/g) ?? []).toHaveLength(id === "login_code" ? 0 : 1);
        expect(mail.html).not.toMatch(/src="(?!cid:)|<script|<link|url\(/);
        for (const link of mail.html.matchAll(/href="([^"]+)"/g)) expect(mail.text).toContain(link[1]);
        if (locale === "ko") expect(mail.subject).toMatch(/[가-힣]/);
        else expect(mail.subject).not.toMatch(/[가-힣]/);
      });
    }
  }
});

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
    for (const id of messageIds) {
      for (const locale of locales) {
        const mail = await rendered(id, locale);
        const preview = /overflow:hidden">([^<]*)</.exec(mail.html)?.[1];
        expect(preview, id).toBeTruthy();
        for (const shown of [mail.subject, preview]) expect(shown, id).not.toMatch(/홍길동|한빛물류|포장원|042042|7K3M/);
      }
    }
  });
});

test("somebody who booked nothing is told the hours and is not called late", async () => {
  const mail = await rendered("dayof_qr", "en", { slotTimes: [] });
  expect(mail.text).toContain("- Time: 10 a.m. to 5 p.m.");
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
