import { type Attachment, simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { composeMime, type MailToCompose } from "../../functions/mail/compose-mime.ts";
import { renderMail } from "../../functions/mail/render-mail.ts";
import { Instant } from "../../shared/domain/seoul-time.ts";
import { samples } from "./message-samples.ts";

const png = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
const ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

async function aMail(change: Partial<MailToCompose> = {}): Promise<MailToCompose> {
  const rendered = await renderMail("dayof_qr", "ko", samples.dayof_qr, { qrPng: png });
  return {
    ...rendered,
    from: '"찾아가는 일자리플러스센터" <no-reply@jobstop.example.com>',
    to: "hong@example.com",
    id: "ml_01JZZZZZZZZZZZZZZZZZZZZZZZ",
    sentAt: Instant.parse("2026-11-25T23:00:00.000Z"),
    ...change,
  };
}
const parsed = async (mail: MailToCompose) => simpleParser(Buffer.from(await composeMime(mail)));
const partNamed = (parts: readonly Attachment[], type: string) => parts.find((part) => part.contentType === type);

describe("a mail read back", () => {
  test("has text, HTML with its inline QR image, and the calendar as alternative and as file", async () => {
    const mail = await aMail({ calendar: { method: "REQUEST", content: ics } });
    const raw = Buffer.from(await composeMime(mail)).toString("latin1");
    const read = await parsed(mail);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.trim()).toBe(mail.text.trim());
    expect(read.html).toContain("오늘 뵙겠습니다");
    const image = partNamed(read.attachments, "image/png");
    expect(image).toMatchObject({ cid: "ticket-qr", contentDisposition: "inline", related: true });
    expect(image?.content.equals(png)).toBe(true);
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(raw.indexOf("text/plain")).toBeLessThan(raw.indexOf("text/html"));
    expect(raw.indexOf("text/html")).toBeLessThan(raw.indexOf("text/calendar"));
    const file = partNamed(read.attachments, "application/ics");
    expect(file).toMatchObject({ filename: "invite.ics", contentDisposition: "attachment" });
    expect(file?.content.toString()).toBe(ics);
  });
  test("a cancellation says CANCEL in its part", async () => {
    const raw = Buffer.from(await composeMime(await aMail({ calendar: { method: "CANCEL", content: ics } }))).toString("latin1");
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/i);
  });
  test("has the headers of an automatic mail, the same on every attempt", async () => {
    const { headers, messageId, from, to, date } = await parsed(await aMail({ headers: { "Content-Language": "ko" } }));
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.get("x-auto-response-suppress")).toBe("DR, RN, NRN, OOF, AutoReply");
    expect(headers.get("content-language")).toBe("ko");
    expect(messageId).toBe("<ml_01JZZZZZZZZZZZZZZZZZZZZZZZ@jobstop.example.com>");
    expect(from?.value).toEqual([{ name: "찾아가는 일자리플러스센터", address: "no-reply@jobstop.example.com" }]);
    expect(to).toMatchObject({ value: [{ address: "hong@example.com" }] });
    expect(date?.toISOString()).toBe("2026-11-25T23:00:00.000Z");
  });
  test("is ASCII with lines that every server passes on", async () => {
    const raw = Buffer.from(await composeMime(await aMail())).toString("latin1");
    expect(raw).not.toMatch(/[^\r\n\t\x20-\x7e]/);
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  });
});

describe("nothing breaks out of a header", () => {
  test.each([
    ["subject", { subject: "a\r\nBcc: evil@example.com" }],
    ["subject with a Unicode line break", { subject: "a\u2028Bcc: evil@example.com" }],
    ["recipient", { to: "a@example.com\r\nBcc: evil@example.com" }],
    ["several recipients", { to: "a@example.com, evil@example.com" }],
    ["recipient with a name", { to: '"x" <a@example.com>' }],
    ["sender", { from: "a@example.com\nBcc: evil@example.com" }],
    ["sender without address", { from: "centre" }],
    ["header value", { headers: { "X-Tag": "a\r\nBcc: evil@example.com" } }],
    ["header name", { headers: { "X-Tag: a\r\nBcc": "evil@example.com" } }],
    ["id", { id: "a>\r\nBcc: evil@example.com" }],
  ] as const)("%s", async (_, change) => {
    await expect(composeMime(await aMail(change))).rejects.toThrow(/header|recipient/);
  });
  test("a name with quotes and a bracket stays a name", async () => {
    const read = await parsed(await aMail({ from: '"A, \\"B\\" <x@evil.example.com>" <no-reply@jobstop.example.com>' }));
    expect(read.from?.value.map(({ address }) => address)).toEqual(["no-reply@jobstop.example.com"]);
  });
  test("the automatic headers cannot be replaced", async () => {
    const read = await parsed(await aMail({ headers: { "Auto-Submitted": "no" } }));
    expect(read.headers.get("auto-submitted")).toBe("auto-generated");
  });
});
