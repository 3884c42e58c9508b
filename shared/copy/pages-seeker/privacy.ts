import type { Locale } from "../../domain/locale.ts";
import type { LocalDate } from "../../domain/seoul-time.ts";

/** Since when the notice is shown as it is now: written anew with every change of it or of a consent. */
export const noticeSince = "2026-11-27" as LocalDate;

/** Notice on personal data, in short. The texts of the consents themselves are in `shared/domain/consents.ts`. */
const ko = {
  title: "개인정보 안내",
  lead: "무엇을, 왜, 얼마 동안 보관하는지 짧게 적었습니다.",
  coreTitle: "방문에 등록할 때",
  employerTitle: "면접을 예약할 때 기업에 주는 정보",
  employerNote: "기업마다 따로 여쭙습니다. 동의하지 않은 기업은 아무것도 볼 수 없습니다.",
  supportTitle: "필요한 지원을 알려 주실 때",
  supportNote: "적지 않으셔도 됩니다. 병명이나 장애 이름은 묻지 않고, 따로 암호로 잠가 보관합니다. 집단은 담당 상담사만 봅니다.",
  groupsTitle: "해당하는 집단을 알려 주실 때",
  shareTitle: "면접 기업에 알리실 때",
  enrolmentTitle: "구직등록을 하실 때",
  enrolmentNote: "예약만 하실 때는 필요하지 않습니다. 일자리를 추천받고 싶으실 때만 적으시면 됩니다.",
  statisticsTitle: "통계에 쓰는 정보를 알려 주실 때",
  statisticsNote: "적지 않으셔도 됩니다. 보고서에는 몇 명인지만 나오고, 5명보다 적은 수는 적지 않습니다.",
  inquiryTitle: "문의하실 때",
  inquiry: (limit: string) =>
    `문의 내용, 답을 받을 전자우편이나 전화번호, 이름(선택)을 답을 드리는 데에만 씁니다. 문의하신 날부터 ${limit} 보관한 뒤 지웁니다. 그 전에 지우고 싶으시면 아래로 알려 주세요.`,
  neverTitle: "받지 않는 정보",
  never: "주민등록번호, 지문, 사진, 결혼 여부, 가족, 키와 몸무게, 출신 지역, 재산, 종교, 정치 성향은 받지 않습니다.",
  signInTitle: "로그인",
  signIn: "비밀번호 없이 전자우편으로 받은 번호로 로그인합니다. 로그인에 꼭 필요한 쿠키만 씁니다. 광고나 방문 분석은 쓰지 않습니다.",
  deviceTitle: "이 기기에 저장하는 것",
  device:
    "큰 글씨를 골랐는지와, 로그인한 적이 있는지를 저장합니다. 내 휴대전화에 저장하기를 누르면 QR 코드도 저장합니다. 로그아웃하면 QR 코드를 지웁니다.",
  whereTitle: "보관하는 곳",
  where: "모든 정보는 대한민국 서울에 있는 서버에 보관합니다. 다른 나라로 보내지 않습니다.",
  recordedTitle: "저절로 남는 기록",
  recorded:
    "로그인한 시각이 남습니다. 직원과 기업은 누구의 정보를 언제, 어느 인터넷 주소에서 보았는지도 남습니다. 고치거나 지울 수 없는 기록으로 2년 동안 두고, 그 뒤에 지웁니다. 내 정보를 지우셔도 이 기록은 기간이 끝날 때까지 남습니다.",
  safetyTitle: "지키는 방법",
  safety:
    "보관과 전송은 모두 암호로 잠급니다. 직원과 기업은 두 번 확인해야 들어올 수 있고, 맡은 일에 필요한 것만 봅니다. 기간이 끝난 정보는 되살릴 수 없게 지웁니다.",
  limitsTitle: "무엇을 얼마 동안 보관하나",
  limitsLead: "기간이 끝나면 시스템이 스스로 지우고, 지웠다는 기록만 남깁니다.",
  processorsTitle: "일을 맡은 곳",
  processorsLead: "센터가 정한 일만 하고, 다른 데에 쓸 수 없습니다.",
  processors: [["아마존 웹 서비스, 서울 리전", "서버와 저장소, 전자우편 보내기"]] as readonly (readonly [who: string, what: string])[],
  rightsTitle: "내 정보를 보고 고치고 지우려면",
  rights: "로그인한 뒤 내 정보에서 바로 보고, 고치고, 파일로 받고, 동의를 거두고, 지울 수 있습니다. 누가 보았는지도 볼 수 있습니다.",
  rightsLink: "내 정보로 가기",
  rightsLocked: (limit: string) => `지우셔도 법에 따라 보관해야 하는 신청서는 따로 잠가 두었다가 ${limit} 뒤에 지웁니다.`,
  contactTitle: "묻거나 알리실 곳",
  contact: "개인정보 보호책임자가 답해 드립니다.",
  officer: "보호책임자",
  officerMail: "전자우편",
  contactOthers: "센터의 답이 만족스럽지 않으면 여기에도 알리실 수 있습니다.",
  authorities: [
    ["개인정보침해 신고센터", "118"],
    ["개인정보 분쟁조정위원회", "1833-6972"],
  ] as readonly (readonly [who: string, phone: string])[],
  versionsTitle: "안내문의 판",
  currentVersion: (version: string) => `지금 쓰는 글: ${version}판`,
  version: (version: string, since: string) =>
    `방문 등록 안내는 지금 ${version}판이고 ${since}부터 씁니다. 등록하실 때 보여 드리는 글과 같습니다.`,
  earlier: "이전 판 보기",
  earlierOf: (title: string, version: string) => `${title} (${version}판)`,
  noEarlier: "이전 판이 없습니다.",
};

const en: typeof ko = {
  title: "Privacy notice",
  lead: "What we keep, why, and for how long, in short.",
  coreTitle: "When you register for a visit",
  employerTitle: "What an employer receives when you book an interview",
  employerNote: "We ask for each employer separately. An employer you did not agree to sees nothing.",
  supportTitle: "When you tell us what you need",
  supportNote:
    "You need not. We never ask for a diagnosis, and keep the answer apart and encrypted. A group is seen by your counsellor alone.",
  groupsTitle: "When you name a group that you belong to",
  shareTitle: "When you tell the employer of an interview",
  enrolmentTitle: "When you register as a job seeker",
  enrolmentNote: "You need not for a booking, only if you would like jobs to be proposed to you.",
  statisticsTitle: "When you give something for statistics",
  statisticsNote: "You need not. Reports say how many people there were, and leave out numbers below five.",
  inquiryTitle: "When you ask us something",
  inquiry: (limit) =>
    `Your question, the mail address or number for the answer, and your name if you give it are used for the answer alone, kept for ${limit} from that day, and then deleted. If you want them deleted before, please tell us below.`,
  neverTitle: "What we never ask for",
  never:
    "Resident registration number, fingerprints, photo, marital status, family, height and weight, home region, property, religion, politics.",
  signInTitle: "Signing in",
  signIn:
    "You sign in with a code sent by mail; there is no password. We set only the cookies that signing in needs. There is no advertising and no tracking.",
  deviceTitle: "What this device stores",
  device:
    "Whether you chose large text, and that somebody signed in here. If you press Store on this phone, your QR code as well; it is removed when you sign out.",
  whereTitle: "Where it is kept",
  where: "All data is kept on servers in Seoul, Korea. Nothing is sent abroad.",
  recordedTitle: "What is recorded by itself",
  recorded:
    "When you signed in; of staff and employers also whose data they looked at, when, and from which internet address (IP). Nobody can change or remove these records; they are kept for two years, also when you delete your data, and are deleted then.",
  safetyTitle: "How it is protected",
  safety:
    "Everything is encrypted where it is kept and on its way. Staff and employers sign in with two steps, and see only what their work needs. What is over is deleted so that it cannot be brought back.",
  limitsTitle: "What we keep, and for how long",
  limitsLead: "When the time is over the system deletes it by itself, and notes only that it did.",
  processorsTitle: "Who works for us",
  processorsLead: "They do only what the centre has asked for, and may use nothing for themselves.",
  processors: [["Amazon Web Services (AWS), Seoul region", "Servers, storage, sending mail"]],
  rightsTitle: "To see, correct or delete your data",
  rights:
    "Sign in and open My data: you can see, correct, download and delete it there at once, and withdraw what you agreed to. You can also see who looked.",
  rightsLink: "Go to My data",
  rightsLocked: (limit) => `If you delete it, the application form that the law makes us keep is locked apart and deleted after ${limit}.`,
  contactTitle: "Whom to ask or tell",
  contact: "Our privacy officer answers you.",
  officer: "Privacy officer",
  officerMail: "Mail",
  contactOthers: "If our answer does not satisfy you, you can also turn to these.",
  authorities: [
    ["Personal Information Infringement Report Center", "118"],
    ["Personal Information Dispute Mediation Committee", "1833-6972"],
  ],
  versionsTitle: "Versions of this notice",
  currentVersion: (version) => `Version in use: ${version}`,
  version: (version, since) =>
    `The notice on registering is now version ${version}, in force since ${since}, the same text that you are shown when you register.`,
  earlier: "Read earlier versions",
  earlierOf: (title, version) => `${title} (version ${version})`,
  noEarlier: "There is no earlier version.",
};

export const privacyWords: Record<Locale, typeof ko> = { ko, en };
