import type { Locale } from "../../domain/locale.ts";

/** Notice on personal data, in short. The texts of the consents themselves are in `shared/domain/consents.ts`. */
const ko = {
  title: "개인정보 안내",
  lead: "무엇을, 왜, 얼마 동안 보관하는지 짧게 적었습니다.",
  purpose: "쓰는 곳",
  items: "받는 정보",
  itemsGiven: "주는 정보",
  kept: "보관 기간",
  refusal: "원하지 않으면",
  coreTitle: "방문에 등록할 때",
  employerTitle: "면접을 예약할 때 기업에 주는 정보",
  employerNote: "기업마다 따로 여쭙습니다. 동의하지 않은 기업은 아무것도 볼 수 없습니다.",
  neverTitle: "받지 않는 정보",
  never: "주민등록번호, 지문, 사진, 결혼 여부, 가족, 키와 몸무게, 출신 지역, 재산, 종교, 정치 성향은 받지 않습니다.",
  signInTitle: "로그인",
  signIn: "비밀번호 없이 전자우편으로 받은 번호로 로그인합니다. 로그인에 꼭 필요한 쿠키만 씁니다. 광고나 방문 분석은 쓰지 않습니다.",
  deviceTitle: "이 기기에 저장하는 것",
  device: "큰 글씨를 골랐는지 저장합니다. 내 휴대전화에 저장하기를 누르면 QR 코드도 저장합니다. 로그아웃하면 QR 코드를 지웁니다.",
  whereTitle: "보관하는 곳",
  where: "모든 정보는 대한민국 서울에 있는 서버에 보관합니다.",
  rightsTitle: "내 정보를 보고 고치고 지우려면",
  rights: "센터에 전화해 주세요. 확인한 뒤 처리해 드립니다. 법에 따라 보관해야 하는 신청서는 1년 뒤에 지웁니다.",
  version: (version: string) => `안내문 ${version}판`,
};

const en: typeof ko = {
  title: "Your data",
  lead: "What we keep, why, and for how long, in short.",
  purpose: "Used for",
  items: "What we take",
  itemsGiven: "What is given",
  kept: "Kept for",
  refusal: "If you do not wish this",
  coreTitle: "When you register for a visit",
  employerTitle: "What an employer receives when you book an interview",
  employerNote: "We ask for each employer separately. An employer you did not agree to sees nothing.",
  neverTitle: "What we never ask for",
  never:
    "Resident registration number, fingerprints, photo, marital status, family, height and weight, home region, property, religion, politics.",
  signInTitle: "Signing in",
  signIn:
    "You sign in with a code sent by mail; there is no password. We set only the cookies that signing in needs. There is no advertising and no tracking.",
  deviceTitle: "What this device stores",
  device: "Whether you chose large text. If you press Store on this phone, your QR code as well; it is removed when you sign out.",
  whereTitle: "Where it is kept",
  where: "All data is kept on servers in Seoul, Korea.",
  rightsTitle: "To see, correct or delete your data",
  rights:
    "Please call the centre. We check who you are and do it. Application forms that the law makes us keep are deleted after one year.",
  version: (version) => `Notice, version ${version}`,
};

export const privacyWords: Record<Locale, typeof ko> = { ko, en };
