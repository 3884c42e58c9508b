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
  byCall:
    "전화번호만 남긴 분이라 답이 저절로 가지 않습니다. 직원이 전화로 알려야 하고, 접수 창구의 ‘받지 못했을 수 있는 전자우편’ 목록에 질문과 답이 나옵니다. 저장한 뒤에는 고칠 수 없습니다.",
  send: "답 보내기",
  sent: "답을 보냈습니다.",
  keepForCall: "전화로 알릴 답 저장하기",
  keptForCall:
    "답을 저장했습니다. 아직 알리지 않았으니 직원이 전화해야 합니다. 접수 창구의 ‘받지 못했을 수 있는 전자우편’ 목록에 나옵니다.",
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
  byCall:
    "They left a telephone number only, so the answer does not go out by itself. Staff have to call: question and answer appear at the desk under “Mails that may not have arrived”. It cannot be changed afterwards.",
  send: "Send the answer",
  sent: "The answer was sent.",
  keepForCall: "Save the answer to tell by telephone",
  keptForCall:
    "The answer is saved. They do not know it yet: staff have to call. It is in the list “Mails that may not have arrived” at the desk.",
  cancel: "Stop",
  answeredOn: (day, by) => `${day}, ${by}`,
  formerColleague: "a former colleague",
};

export const inquiriesWords: Record<Locale, typeof ko> = { ko, en };
