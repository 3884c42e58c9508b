import type { Locale } from "../domain/locale.ts";

/** Words of the page on which staff answer what anybody asked. Korean defines the keys; English must have the same ones. */
const ko = {
  title: "문의",
  lead: "누리집에 남긴 문의에 답합니다. 이 화면을 본 사람과 시각이 기록됩니다.",
  list: "어느 것을 볼까요?",
  lists: { open: "답할 것", answered: "답한 것" },
  none: { open: "답할 문의가 없습니다", answered: "답한 문의가 없습니다" },
  more: "더 보기",
  askedOn: "남긴 날",
  name: "이름",
  noName: "적지 않음",
  mail: "전자우편",
  phone: "전화번호",
  answer: "답 쓰기",
  answerTitle: "답",
  byMail: "적은 그대로 전자우편으로 보냅니다. 보낸 뒤에는 고칠 수 없습니다.",
  byCall: "전자우편 주소가 없는 분입니다. 답은 접수 창구의 전화할 일에 나옵니다. 보낸 뒤에는 고칠 수 없습니다.",
  send: "답 보내기",
  sent: "답을 보냈습니다.",
  cancel: "그만두기",
  answeredOn: (day: string, by: string) => `${day}, ${by}`,
  formerColleague: "지금은 없는 직원",
};

const en: typeof ko = {
  title: "Inquiries",
  lead: "What people asked on the site, and their answers. Who looks at this page, and when, is logged.",
  list: "Which ones?",
  lists: { open: "To be answered", answered: "Answered" },
  none: { open: "Nothing has to be answered", answered: "Nothing was answered yet" },
  more: "Show more",
  askedOn: "Asked on",
  name: "Name",
  noName: "not given",
  mail: "Mail address",
  phone: "Telephone",
  answer: "Write the answer",
  answerTitle: "The answer",
  byMail: "It goes out by mail as it stands here, and cannot be changed afterwards.",
  byCall: "No mail address was given: the answer appears in the list of calls at the desk. It cannot be changed afterwards.",
  send: "Send the answer",
  sent: "The answer was sent.",
  cancel: "Stop",
  answeredOn: (day, by) => `${day}, ${by}`,
  formerColleague: "a former colleague",
};

export const inquiriesWords: Record<Locale, typeof ko> = { ko, en };
