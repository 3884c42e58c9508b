/** Words of the page on which an employer sees whom the centre referred. Korean defines the keys. */
const ko = {
  link: "알선받은 구직자",
  title: "알선받은 구직자",
  lead: "동의하신 내용만 보입니다. 보신 사람과 시각이 기록됩니다.",
  none: "알선받은 구직자가 없습니다",
  noneDetail: "센터가 추천하고 구직자가 동의하면 여기에 나옵니다.",
  inOrder: "동의한 차례입니다.",
  posting: "채용 공고",
  sentAt: (when: string) => `${when}에 동의함`,
  by: "상담사",
  interview: "면접",
  noInterview: "아직 시간을 예약하지 않았습니다.",
  resultHint: "면접 결과는 면접 결과 화면에서 알려 주세요.",
  toResults: "면접 결과 알리기",
  list: "알선자 명단 내려받기",
  notice: "채용 결과 통보서 내려받기",
};

const en: typeof ko = {
  link: "Referred people",
  title: "Referred people",
  lead: "You see what they agreed to and no more. Who looks, and when, is logged.",
  none: "Nobody is referred",
  noneDetail: "Whom the centre proposes, and who agrees, appears here.",
  inOrder: "In the order in which they agreed.",
  posting: "Posting",
  sentAt: (when) => `Agreed ${when}`,
  by: "Counsellor",
  interview: "Interview",
  noInterview: "No time is booked yet.",
  resultHint: "Please tell what came of an interview on the page of results.",
  toResults: "Tell the results",
  list: "Download the list of referred people",
  notice: "Download the hiring result notice",
};

export const referredWords = { ko, en };
