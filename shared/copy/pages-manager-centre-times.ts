import type { Locale } from "../domain/locale.ts";

/** Words of the page where a manager opens times of the centre itself. Korean defines the keys; English must have the same ones. */
const ko = {
  title: "센터 상담 시간 열기",
  lead: "상담, 적성검사, CEO 현장대화 시각을 열면 구직자와 기업 대표가 바로 예약할 수 있습니다.",
  service: "무엇을 하나요?",
  desk: "창구",
  host: "맡은 분",
  hostHint: "상담사나 진행하는 분의 이름. 한 분은 같은 시각에 한 가지만 맡을 수 있습니다.",
  timesTitle: "여는 시간",
  seatsHint: "한 사람씩이면 1, 함께 상담하면 2 이상",
  send: "시간 열기",
  published: (count: number) => `시각 ${count}개를 열었습니다.`,
  hostBusy: "맡은 분이 그 시각에 다른 일을 맡고 있습니다",
  hostBusyNext: "다른 분을 적거나 다른 시간을 골라 주세요.",
};

export type CentreTimesWords = typeof ko;

const en: CentreTimesWords = {
  title: "Open times of the centre",
  lead: "Counselling, the aptitude test and the CEO talk: once open, people can book them.",
  service: "What is it?",
  desk: "Desk",
  host: "Held by",
  hostHint: "Name of the counsellor or whoever leads it. Nobody can do two things at the same time.",
  timesTitle: "Hours",
  seatsHint: "1 if one by one, 2 or more together",
  send: "Open the times",
  published: (count) => (count === 1 ? "1 time is open." : `${count} times are open.`),
  hostBusy: "That person has something else at that time",
  hostBusyNext: "Please name somebody else or choose other hours.",
};

export const centreTimesWords: Record<Locale, CentreTimesWords> = { ko, en };
