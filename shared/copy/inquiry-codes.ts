import type { InquiryTopic } from "../domain/inquiry.ts";
import type { Labels } from "./codes.ts";

export const inquiryTopicLabels: Labels<InquiryTopic> = {
  visit: { ko: "방문 날짜와 장소", en: "Dates and places of visits" },
  booking: { ko: "예약과 취소", en: "Booking and cancelling" },
  job: { ko: "일자리와 상담", en: "Jobs and counselling" },
  employer: { ko: "구인기업", en: "Employers" },
  data: { ko: "개인정보", en: "Personal data" },
  site: { ko: "누리집 이용", en: "Using this site" },
  other: { ko: "그 밖", en: "Something else" },
};
