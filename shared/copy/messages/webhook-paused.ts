import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { action, fact, type MailContent, type MessageText } from "./mail-content.ts";

export interface WebhookPausedVariables extends CentreLine {
  /** What managers call the subscription. */
  readonly name: string;
  readonly because: "gone" | "unreachable";
  readonly at: Instant;
  readonly link: string;
}

const content = (
  v: WebhookPausedVariables,
  locale: "ko" | "en",
  words: { subject: string; preview: string; lead: string; name: string; when: string; next: string; look: string },
): MailContent => ({
  subject: words.subject,
  preview: words.preview,
  stanzas: [
    [words.lead],
    [fact(words.name, v.name), fact(words.when, `${dateText(seoulDateOf(v.at), locale)} ${timeText(seoulTimeOf(v.at), locale)}`)],
    [words.next, action(words.look, v.link)],
    closingLines[locale](v),
  ],
});

export const webhookPaused: MessageText<WebhookPausedVariables> = {
  ko: (v) =>
    content(v, "ko", {
      subject: "다른 시스템에 보내던 알림이 멈췄습니다",
      preview: "받는 쪽을 살핀 뒤 다시 보내기를 눌러 주세요.",
      lead:
        v.because === "gone"
          ? "받는 쪽 시스템이 이 주소로는 더 받지 않는다고 답했습니다."
          : "하루 가까이 받는 쪽 시스템에 닿지 못했습니다.",
      name: "연계 이름",
      when: "멈춘 때",
      next: "멈춘 동안 생긴 일은 나중에 보내지 않습니다. 받는 쪽 담당자와 살핀 뒤 다시 보내기를 눌러 주세요.",
      look: "연계 보기",
    }),
  en: (v) =>
    content(v, "en", {
      subject: "We stopped telling another system",
      preview: "Please look into it, then let it go on.",
      lead:
        v.because === "gone"
          ? "The other system answered that it takes nothing at this address any more."
          : "For most of a day nothing reached the other system.",
      name: "Connection",
      when: "Stopped",
      next: "What happens meanwhile is not sent later. Please look into it with whoever runs that system, then let it go on.",
      look: "See the connection",
    }),
};
