import type { Locale } from "../domain/locale.ts";

/** A device at the bus on which people register by themselves. Korean defines the keys. */
const ko = {
  title: "오늘 방문 등록",
  pairLead: "오신 분이 직접 이름을 적는 화면입니다. 직원이 오늘 하루만 연결합니다.",
  code: "연결 번호",
  codeHint: "직원 화면에 나온 8자리입니다. 예: 7K3M 9QXA",
  pair: "이 기기 연결하기",
  ended: "연결이 끝났습니다",
  endedHint: "적으신 것은 등록되지 않았습니다. 접수 직원에게 말씀해 주세요. 직원은 새 번호를 만들어 다시 연결해 주세요.",

  startLead: "이름과 태어난 해만 적으면 됩니다. 1분쯤 걸립니다.",
  start: "한국어로 등록하기",
  booked: "예약하신 분은 여기에 적지 마시고 접수대로 바로 가세요.",
  formLead: "적으신 것은 접수 직원만 봅니다. 이 기기에는 남지 않습니다. 전자우편 주소는 여기서 여쭙지 않습니다.",
  register: "등록하기",
  stop: "그만두고 지우기",
  doneTitle: "등록했습니다",
  doneDetail: "접수대에 이름을 말씀해 주세요. 순서 번호를 드립니다.",
  doneMore: "이 화면에는 이름이 남지 않습니다.",
  next: "다음 분 등록하기",
  stillThere: "계속 적고 계신가요?",
  stillThereDetail: (seconds: number) => `적으신 것을 다른 분이 보지 못하게 ${seconds}초 뒤에 지웁니다.`,
  goOn: "계속 적기",
};

const en: typeof ko = {
  title: "Register for today",
  pairLead: "People who come write their own name here. Staff connect the device for today only.",
  code: "Connection code",
  codeHint: "The eight characters on the staff's screen. For example 7K3M 9QXA",
  pair: "Connect this device",
  ended: "This device is not connected any more",
  endedHint: "What was typed is not registered. Please tell the desk. Staff make a new code to connect it again.",

  startLead: "Your name and year of birth are enough. It takes about a minute.",
  start: "Register in English",
  booked: "If you have a booking, go straight to the desk instead.",
  formLead: "Only desk staff see what you write. Nothing stays on this device. A mail address is not asked for here.",
  register: "Register",
  stop: "Stop and clear",
  doneTitle: "You are registered",
  doneDetail: "Please tell the desk your name. You will get a number.",
  doneMore: "Your name is not kept on this screen.",
  next: "Register the next person",
  stillThere: "Are you still writing?",
  stillThereDetail: (seconds) => `So that nobody else sees it, what you typed is cleared in ${seconds} seconds.`,
  goOn: "Go on writing",
};

export const kioskWords: Record<Locale, typeof ko> = { ko, en };
