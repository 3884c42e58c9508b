import type { Locale } from "../../domain/locale.ts";

/** Words of the page on which anybody asks the centre something. Korean defines the keys; English must have the same ones. */
const ko = {
  title: "문의하기",
  lead: "궁금한 것을 적어 주시면 센터에서 답을 드립니다. 급하시면 전화해 주세요.",
  choose: "골라 주세요",
  topic: "무엇에 대한 것인가요?",
  text: "문의 내용",
  textHint: "주민등록번호나 병명은 적지 마세요.",
  replyTitle: "답을 어디로 드릴까요?",
  replyHint: "전자우편이나 전화번호 가운데 하나만 적으셔도 됩니다.",
  mail: "전자우편",
  phone: "전화번호",
  name: "이름",
  agreed: (limit: string) => `적은 내용과 연락처를 답을 드리는 데에만 쓰고, ${limit} 동안 보관한 뒤 지우는 데 동의합니다.`,
  agreedHint: "동의하지 않으셔도 됩니다. 그때는 전화로 물어봐 주세요.",
  privacy: "개인정보 안내 보기",
  send: "문의 보내기",
  sentTitle: "문의를 받았습니다",
  sentMail: "답을 쓰면 적어 주신 전자우편으로 보내 드립니다.",
  sentPhone: "적어 주신 번호로 전화드리겠습니다.",
  another: "다른 것 묻기",
};

const en: typeof ko = {
  title: "Ask us",
  lead: "Write what you would like to know, and the centre will answer. If it is urgent, please call.",
  choose: "Please choose",
  topic: "What is it about?",
  text: "Your question",
  textHint: "Please leave out resident numbers and illnesses.",
  replyTitle: "Where shall we answer?",
  replyHint: "A mail address or a telephone number is enough.",
  mail: "Mail address",
  phone: "Telephone",
  name: "Name",
  agreed: (limit) => `I agree that this and my address or number are used for the answer alone, kept for ${limit}, and then deleted.`,
  agreedHint: "You need not agree. Then please ask by telephone.",
  privacy: "Read the privacy notice",
  send: "Send the question",
  sentTitle: "We have your question",
  sentMail: "We write to your mail address once there is an answer.",
  sentPhone: "We call you at your number.",
  another: "Ask something else",
};

export const inquiryWords: Record<Locale, typeof ko> = { ko, en };
