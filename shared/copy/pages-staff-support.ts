import type { Locale } from "../domain/locale.ts";

/** Words of the page about what somebody needs, for the desk and counsellors. Korean defines the keys. */
const ko = {
  title: "필요한 지원",
  lead: "이 화면을 본 사람과 시각이 기록됩니다. 다른 곳에 옮겨 적지 마세요.",
  toSupport: "필요한 지원 보기",
  back: "이분의 예약",
  none: "알려 주신 것이 없습니다",
  groupsTitle: "해당하는 집단",
  groupsLead: "이분의 상담을 맡은 상담사만 볼 수 있습니다. 꼭 필요할 때만 보세요.",
  groupsShow: "집단 보기",
  groupsNone: "적지 않으셨습니다.",
  employerShow: "필요한 지원 보기",
  employerNone: "이분이 알려 주신 필요한 지원이 없습니다.",
};

const en: typeof ko = {
  title: "What they need",
  lead: "Who looks at this page, and when, is logged. Please do not write it down elsewhere.",
  toSupport: "See what they need",
  back: "Their bookings",
  none: "They have not said anything",
  groupsTitle: "Groups",
  groupsLead: "Only the counsellor who has a time with them can see it. Please look only if you must.",
  groupsShow: "See groups",
  groupsNone: "They have not said.",
  employerShow: "See what they need",
  employerNone: "They have not told you of anything they need.",
};

export const staffSupportWords: Record<Locale, typeof ko> = { ko, en };
