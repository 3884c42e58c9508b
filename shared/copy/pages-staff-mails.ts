import type { Locale } from "../domain/locale.ts";

/** Words of the page of mails that may not have arrived. Korean defines the keys. */
const ko = {
  title: "받지 못했을 수 있는 전자우편",
  lead: "받는 분이 내용을 아시는지 확인해 주세요. 이 화면을 본 사람과 시각이 기록됩니다.",
  none: "확인할 전자우편이 없습니다.",
  to: "보낸 곳",
  at: "보내려던 때",
  visit: "방문",
  toPerson: "이분의 예약 보기",
  states: {
    unsure: "보내다가 끊겨서 갔는지 알 수 없습니다.",
    lost: "보냈어야 하는데 보낸 기록이 없습니다.",
    refused: "전자우편 서비스가 보내 주지 않았습니다.",
    bounced: "받는 쪽 우편함에 들어가지 않고 되돌아왔습니다.",
    complained: "받은 분이 스팸으로 신고했습니다. 이 주소로는 더 보내지 않습니다.",
    "no-address": "보낼 전자우편 주소가 없었습니다. 전화로 알려 주세요.",
    stopped: "되돌아왔거나 스팸으로 신고한 주소라 보내지 않았습니다. 전화로 알려 주세요.",
    held: "짧은 시간에 보내는 전자우편이 너무 많아 멈췄습니다. 아직 보내지 않았습니다.",
  },
  callBy: "언제까지",
  mayComeTwice: "이미 받으셨다면 두 번 받을 수 있습니다.",
  onlyCall: "전자우편으로는 다시 보낼 수 없습니다. 전화로 알려 주세요.",
  call: (number: string) => `전화 ${number}`,
  noNumber: "전화번호가 없습니다. 오시면 알려 주세요.",
  sendAgain: "다시 보내기",
  called: "전화로 알렸음",
  sent: (name: string) => `${name}: 지금 내용으로 다시 보냅니다`,
  noted: (name: string) => `${name}: 전화로 알렸다고 적었습니다`,
  person: (name: string) => `${name} 님`,
  asker: "문의하신 분",
  callTitle: "전화로 답할 문의",
  callWhat: "전화번호만 남긴 분입니다. 아래 답을 전화로 알려 주세요.",
  answeredAt: "답을 적은 때",
  question: "물어본 것",
  toSay: "알릴 답",

  // marks on a person
  trouble: { bounced: "전자우편이 안 감", complained: "전자우편 거부", "no-address": "전자우편 없음", "not-proven": "주소 확인 실패" },
  troubleDetail: {
    bounced: "이 분의 전자우편 주소로는 안내가 가지 않습니다. 바뀐 것은 전화로 알려 주세요.",
    complained: "이 분이 우리 전자우편을 스팸으로 신고해 더 보내지 않습니다. 바뀐 것은 전화로 알려 주세요.",
    "no-address": "전자우편 주소가 없는 분입니다. 바뀐 것은 전화로 알려 주세요.",
    "not-proven":
      "직원이 적은 주소로 로그인한 사람이 태어난 해를 세 번 틀려 그 주소를 지웠습니다. 본인이면 태어난 해를 확인해 고친 뒤 주소를 다시 적고, 아니면 맞는 주소를 적어 주세요. 그때까지는 전화로 알려 주세요.",
  },
};

export type StaffMailsWords = typeof ko;

const en: StaffMailsWords = {
  title: "Mails that may not have arrived",
  lead: "Please make sure that each reader knows. Who looks at this page, and when, is kept.",
  none: "There is no mail to look into.",
  to: "To",
  at: "To be sent",
  visit: "Visit",
  toPerson: "See this person’s bookings",
  states: {
    unsure: "The sending broke off. Nobody knows whether it went out.",
    lost: "It should have been sent, and there is no trace of it.",
    refused: "The mail service did not take it.",
    bounced: "It came back: it did not get into the mailbox.",
    complained: "The reader called it spam. Nothing more is sent to this address.",
    "no-address": "There was no mail address to send it to. Please tell them by telephone.",
    stopped: "Not sent: this address has bounced, or called our mail spam. Please tell them by telephone.",
    held: "Not sent yet: too many mails in a short time, so sending was halted.",
  },
  callBy: "Call by",
  mayComeTwice: "If the first one did arrive, they will have it twice.",
  onlyCall: "It cannot go by mail again. Please call.",
  call: (number) => `Call ${number}`,
  noNumber: "No telephone number. Please tell them when they come.",
  sendAgain: "Send again",
  called: "Told by telephone",
  sent: (name) => `${name}: sent again, as things stand now`,
  noted: (name) => `${name}: noted as told by telephone`,
  person: (name) => name,
  asker: "Somebody who asked",
  callTitle: "An inquiry to answer by telephone",
  callWhat: "They left a telephone number only. Please call and tell them the answer below.",
  answeredAt: "Answer written",
  question: "What they asked",
  toSay: "The answer to tell",

  trouble: {
    bounced: "Mail does not arrive",
    complained: "Refuses our mail",
    "no-address": "No mail address",
    "not-proven": "Address was not theirs",
  },
  troubleDetail: {
    bounced: "Mail to this person does not arrive. Please tell them by telephone what changes.",
    complained: "This person called our mail spam, so nothing more is sent. Please tell them by telephone what changes.",
    "no-address": "This person has no mail address. Please tell them by telephone what changes.",
    "not-proven":
      "Whoever signed in with the address that staff wrote down got the year of birth wrong three times, so we took the address away. If it was this person, check the year of birth and write the address down again; if not, write down the right one. Until then please tell them by telephone.",
  },
};

export const staffMailsWords: Record<Locale, StaffMailsWords> = { ko, en };
