import type { Locale } from "../domain/locale.ts";

/** What stands in a calendar that people subscribe to. */
type FeedWords = {
  /** @param area a zone, or undefined for all of Seoul */
  name: (area: string | undefined) => string;
  summary: (place: string) => string;
  cancelled: (summary: string) => string;
  description: (link: string) => string;
  cancelledDescription: (link: string) => string;
};

export const visitsCalendarWords: Record<Locale, FeedWords> = {
  ko: {
    name: (area) => (area ? `찾아가는 일자리 버스 ${area}` : "찾아가는 일자리 버스 서울 전체"),
    summary: (place) => `찾아가는 일자리 버스: ${place}`,
    cancelled: (summary) => `[취소] ${summary}`,
    description: (link) => `예약 없이 오셔도 상담을 받을 수 있습니다.\n면접과 상담 시간을 미리 고르시려면:\n${link}`,
    cancelledDescription: (link) => `이 방문은 취소되었거나 다른 곳으로 옮겨졌습니다. 바뀐 일정은 아래에서 볼 수 있습니다.\n${link}`,
  },
  en: {
    name: (area) => (area ? `Job bus: ${area}` : "Job bus: all of Seoul"),
    summary: (place) => `Job bus: ${place}`,
    cancelled: (summary) => `Cancelled: ${summary}`,
    description: (link) => `Advice needs no booking: just come.\nTo choose a time for an interview or a talk beforehand:\n${link}`,
    cancelledDescription: (link) => `This visit was cancelled or moved elsewhere. What holds now:\n${link}`,
  },
};
