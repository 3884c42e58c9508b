/**
 * What the reminder and the day-of mail say, as parts: whoever books or registers after those mails went out gets the same
 * words with the confirmation.
 */
import type { Locale } from "../../domain/locale.ts";
import { callNameOf, type TicketCode, ticketCodeText } from "../../domain/ticket-token.ts";
import { withParticle } from "./korean-particle.ts";
import { action, bareAction, fact, type Line, link, type Stanza } from "./mail-content.ts";

/** Lets a person confirm or cancel. Both links open a page that asks; opening one changes nothing. */
export interface ReminderPart {
  readonly confirmLink: string;
  readonly cancelLink: string;
}

export interface TicketPart {
  /** Page with the QR code in full size. */
  readonly qrLink: string;
  readonly shortCode: TicketCode;
  /** Telephone at the bus that day; the centre's where there is none. */
  readonly sitePhone: string;
}

/** Parts of mails that had already gone out when a confirmation is written. */
export interface TimedParts {
  readonly reminder?: ReminderPart | undefined;
  readonly ticket?: TicketPart | undefined;
}

export const reminderStanzas: Record<Locale, (part: ReminderPart) => readonly Stanza[]> = {
  ko: ({ confirmLink, cancelLink }) => [
    ["오실 수 있는지 눌러 주세요.", action("참석", confirmLink), link("취소", cancelLink)],
    ["날씨 때문에 장소가 바뀌면 오전 8시까지 전자우편으로 알려 드립니다."],
  ],
  en: ({ confirmLink, cancelLink }) => [
    ["Please tell us if you can come.", action("I will come", confirmLink), link("Cancel", cancelLink)],
    ["If the place changes because of the weather, we will write to you by 8 am."],
  ],
};

export const codeFact: Record<Locale, (code: TicketCode) => Line> = {
  ko: (code) => fact("확인 코드", ticketCodeText(code)),
  en: (code) => fact("Code", ticketCodeText(code)),
};

/** The QR code and how to use it; `holdsTime` when somebody is expected at a certain time. */
export const ticketStanzas: Record<Locale, (part: TicketPart, holdsTime: boolean) => readonly Stanza[]> = {
  ko: ({ qrLink, shortCode, sitePhone }, holdsTime) => [
    [
      "버스 앞 접수대에서 아래 QR 코드를 보여 주세요.",
      { kind: "qr", code: ticketCodeText(shortCode), alt: "접수용 QR 코드" },
      bareAction("QR 코드 크게 보기", qrLink),
    ],
    [
      "QR 코드가 열리지 않아도 괜찮습니다. 이름과 확인 코드를 말씀해 주세요.",
      `차례가 되면 확인 코드의 앞 네 글자로 부릅니다: ${callNameOf(shortCode)}`,
      ...(holdsTime ? [koreanLateLine(sitePhone)] : []),
    ],
  ],
  en: ({ qrLink, shortCode, sitePhone }, holdsTime) => [
    [
      "Please show this QR code at the desk in front of the bus.",
      { kind: "qr", code: ticketCodeText(shortCode), alt: "QR code for check-in" },
      bareAction("Show the QR code in full size", qrLink),
    ],
    [
      "If the code does not open, just tell us your name and the code.",
      `When it is your turn, you are called by the first four characters of the code: ${callNameOf(shortCode)}`,
      ...(holdsTime ? [englishLateLine(sitePhone)] : []),
    ],
  ],
};

/**
 * What a confirmation adds for the timed mails that are already out. On the day itself the QR code alone: the time to ask
 * whether somebody comes has passed, and a mail has one main action.
 */
export function missedParts({ reminder, ticket }: TimedParts, locale: Locale): readonly Stanza[] {
  if (ticket) return [[codeFact[locale](ticket.shortCode)], ...ticketStanzas[locale](ticket, true)];
  return reminder ? reminderStanzas[locale](reminder) : [];
}

const koreanLateLine = (phone: string) =>
  `늦으실 것 같으면 ${withParticle(phone, "으로/로")} 전화해 주세요. 10분이 지나면 다음 분을 먼저 안내할 수 있습니다.`;
const englishLateLine = (phone: string) => `If you will be late, please call ${phone}. After 10 minutes we may call the next person first.`;
