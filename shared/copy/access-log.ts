import type { ActKind, LogKind, LookKind } from "../domain/access-log.ts";
import type { Locale } from "../domain/locale.ts";
import { staffRoleLabels } from "./codes.ts";

type Words = Record<Locale, string>;

/** What was looked at. */
const whatWords: Record<LookKind, Words> = {
  day: { ko: "그날 오는 사람 명단", en: "List of who comes that day" },
  pack: { ko: "접수 기기의 명단", en: "List on a check-in device" },
  unconfirmed: { ko: "온다고 답하지 않은 사람 명단", en: "List of who has not confirmed" },
  found: { ko: "사람 찾기", en: "Search for a person" },
  waits: { ko: "대기 명단", en: "Waiting list" },
  plan: { ko: "일정 변경으로 영향을 받는 사람 명단", en: "List of who is affected by a change" },
  reconciliation: { ko: "접수 기록이 서로 다른 사람 명단", en: "List of check-ins that do not agree" },
  undelivered: { ko: "전자우편을 못 받았을 수 있는 사람 명단", en: "List of who may not have got a mail" },
  "walk-ins": { ko: "현장 접수 명단", en: "List of walk-ins" },
  "same-people": { ko: "두 번 등록되었을 수 있는 사람 명단", en: "List of who may be registered twice" },
  "check-in": { ko: "접수", en: "Check-in" },
  ticket: { ko: "접수 번호", en: "Code for check-in" },
  help: { ko: "등록과 예약 도와드리기", en: "Help with registration or booking" },
  needs: { ko: "필요한 지원", en: "What you need" },
  groups: { ko: "해당하는 집단", en: "The group you named" },
  results: { ko: "면접 결과 목록", en: "Results of interviews" },
  consultations: { ko: "상담일지", en: "Notes of talks" },
  "follow-ups": { ko: "사후관리 목록", en: "What is to be done next" },
  leads: { ko: "발굴한 기업 목록", en: "List of firms that were found" },
  lead: { ko: "발굴한 기업과 담당자", en: "A firm that was found, and its contact" },
  talks: { ko: "기업 애로 목록", en: "List of firms' concerns" },
  inquiries: { ko: "문의 목록", en: "List of inquiries" },
  talk: { ko: "CEO 현장대화에 온 기업과 담당자", en: "A firm at a CEO talk, and its contact" },
  enrolment: { ko: "구직등록", en: "Job-seeker registration" },
  referrals: { ko: "맞는 일자리와 추천", en: "Jobs that suit you, and proposals" },
  certificates: { ko: "확인서", en: "Certificates" },
  referred: { ko: "알선한 구직자 명단", en: "List of referred people" },
  "person-export": { ko: "보관 중인 정보 전체", en: "Everything that is kept" },
  applications: { ko: "면접 신청 내용", en: "Applications for interviews" },
  interviews: { ko: "면접 시간표", en: "Interview times" },
  "table-day": { ko: "면접 창구의 그날 시간표", en: "Times of the day at the interview table" },
  interviewee: { ko: "면접 온 사람의 이름과 소개", en: "Name and summary at the interview" },
  outcome: { ko: "면접 결과", en: "Result of the interview" },
  "staff-members": { ko: "직원 명단", en: "List of staff" },
  approvals: { ko: "승인할 기업과 담당자", en: "Firms to approve and their contacts" },
  employer: { ko: "기업 담당자 정보", en: "Contact of the firm" },
  "employer-times": { ko: "면접관 이름", en: "Names of interviewers" },
  "access-log": { ko: "접속 기록", en: "Access log" },
  "find-person": { ko: "전자우편 주소로 사람 찾기", en: "Person found by mail address" },
  "locked-forms": { ko: "따로 잠가 둔 신청서", en: "Application forms locked apart" },
  "incident-people": { ko: "사고로 영향을 받은 사람 명단", en: "List of who is affected by an incident" },
};

/** What a look of each kind is for. */
const whyWords: Record<LookKind, Words> = {
  day: { ko: "방문 당일 접수와 안내", en: "Reception on the day" },
  pack: { ko: "인터넷이 끊겨도 접수하기 위해", en: "Check-in without a network" },
  unconfirmed: { ko: "오시는지 전화로 여쭙기 위해", en: "Calls to ask who comes" },
  found: { ko: "QR 코드 없이 오신 분 접수", en: "Check-in without a QR code" },
  waits: { ko: "빈자리 안내", en: "Giving free places" },
  plan: { ko: "바뀐 일정 알리기", en: "Telling people of a change" },
  reconciliation: { ko: "접수 기록 바로잡기", en: "Correcting check-ins" },
  undelivered: { ko: "못 받은 소식을 전화로 알리기", en: "Calls in place of a mail" },
  "walk-ins": { ko: "현장 접수와 안내", en: "Reception of walk-ins" },
  "same-people": { ko: "같은 분의 기록을 하나로 모으기 위해", en: "Bringing the records of one person together" },
  "check-in": { ko: "방문 당일 접수", en: "Check-in on the day" },
  ticket: { ko: "QR 코드 다시 드리기", en: "Giving a new QR code" },
  help: { ko: "본인 부탁이나 현장 안내", en: "At your request, or at the desk" },
  needs: { ko: "방문이나 면접 준비", en: "Preparing the visit or interview" },
  groups: { ko: "알맞은 지원 안내", en: "Finding support that fits" },
  results: { ko: "면접 결과를 확인하기 위해", en: "To find out what came of interviews" },
  consultations: { ko: "상담을 잇기 위해", en: "To go on counselling you" },
  "follow-ups": { ko: "약속한 일을 챙기기 위해", en: "To do what you were promised" },
  leads: { ko: "구인기업 발굴", en: "Finding employers" },
  lead: { ko: "구인기업에 연락하기 위해", en: "To get in touch with a firm" },
  talks: { ko: "기업의 어려움에 답하기 위해", en: "To answer the concerns of firms" },
  inquiries: { ko: "문의에 답하기 위해", en: "To answer inquiries" },
  talk: { ko: "기업의 어려움에 답하기 위해", en: "To answer a firm's concern" },
  enrolment: { ko: "구직등록을 받기 위해", en: "To take your job-seeker registration" },
  referrals: { ko: "알맞은 일자리를 추천하기 위해", en: "To propose jobs that suit you" },
  certificates: { ko: "확인서를 만들어 드리기 위해", en: "To make a certificate for you" },
  referred: { ko: "동의하신 면접을 준비하기 위해", en: "To prepare the interview that you agreed to" },
  "person-export": { ko: "본인에게 드리기 위해", en: "To give it to you" },
  applications: { ko: "면접 여부 정하기", en: "Deciding on interviews" },
  interviews: { ko: "면접 준비와 결과 적기", en: "Preparing interviews and noting results" },
  "table-day": { ko: "면접 순서 확인", en: "Order of interviews" },
  interviewee: { ko: "면접", en: "Interview" },
  outcome: { ko: "면접 결과 적기", en: "Noting the result" },
  "staff-members": { ko: "직원 권한 관리", en: "Managing staff" },
  approvals: { ko: "기업 확인과 면접 시간 승인", en: "Checking firms and times" },
  employer: { ko: "기업 정보 확인", en: "The firm's own profile" },
  "employer-times": { ko: "면접 시간 관리", en: "Managing interview times" },
  "access-log": { ko: "접속 기록 점검", en: "Review of the access log" },
  "find-person": { ko: "본인이나 사고에 관한 확인", en: "Enquiry about a person or an incident" },
  "locked-forms": { ko: "법에 따른 확인", en: "Enquiry that the law allows" },
  "incident-people": { ko: "사고를 알리기 위해", en: "Telling people of an incident" },
};

const actWords: Record<ActKind, Words> = {
  "signed-in": { ko: "로그인", en: "Signed in" },
  "signed-out": { ko: "로그아웃", en: "Signed out" },
  "sign-in-failed": { ko: "로그인 실패", en: "Sign-in failed" },
  "too-many-codes": { ko: "로그인 번호를 너무 자주 청함", en: "Asked for codes too often" },
  "second-step-proved": { ko: "두 번째 확인 마침", en: "Second step proved" },
  "second-step-failed": { ko: "두 번째 확인 실패", en: "Second step failed" },
  "factor-added": { ko: "두 번째 확인 수단 더함", en: "Passkey or app added" },
  "factor-removed": { ko: "두 번째 확인 수단 뺌", en: "Passkey or app removed" },
  "recovery-codes-made": { ko: "비상 번호 새로 만듦", en: "New recovery codes" },
  "factors-reset": { ko: "다른 직원의 두 번째 확인 수단 지움", en: "Another's passkeys and apps reset" },
  "roles-changed": { ko: "직원 권한 바꿈", en: "Staff roles changed" },
  "member-added": { ko: "기업 구성원 더함", en: "Member of a firm added" },
  "member-removed": { ko: "기업 구성원 뺌", en: "Member of a firm removed" },
  "member-invited": { ko: "기업 구성원 초대", en: "Colleague invited to a firm" },
  "table-code-given": { ko: "면접 창구 기기 번호 발급", en: "Code for a table device given" },
  "table-paired": { ko: "면접 창구 기기 연결", en: "Table device connected" },
  "table-pairing-ended": { ko: "면접 창구 기기 연결 끝냄", en: "Table device disconnected" },
  "kiosk-paired": { ko: "스스로 등록하는 기기 연결", en: "Kiosk connected" },
  "kiosks-ended": { ko: "스스로 등록하는 기기 연결 끝냄", en: "Kiosks disconnected" },
  "keys-rotated": { ko: "QR 코드 열쇠 바꿈", en: "Key for QR codes changed" },
  exported: { ko: "기록을 파일로 받음", en: "Log taken as a file" },
  "month-reviewed": { ko: "월 점검 마침", en: "Month signed off" },
  "talk-erased": { ko: "CEO 현장대화 기업의 정보를 모두 지움", en: "Everything of a firm at a CEO talk deleted" },
  "lead-erased": { ko: "발굴한 기업의 정보를 모두 지움", en: "Everything of a found firm deleted" },
  erased: { ko: "본인 부탁으로 정보를 모두 지움", en: "Everything deleted at a person's wish" },
  "people-merged": { ko: "두 기록을 같은 사람으로 합침", en: "Two records said to be one person" },
  "people-separated": { ko: "합친 기록을 다시 나눔", en: "Records of one person taken apart again" },
  "people-told-apart": { ko: "이름이 같은 두 사람을 다른 사람으로 적음", en: "Two of one name said to be two people" },
  "people-proposed-again": { ko: "다른 사람이라고 적은 것을 거둠", en: "That two of one name are two people taken back" },
  "locked-opened": { ko: "잠가 둔 신청서를 열어 봄", en: "Locked application forms opened" },
  "mail-stop-ended": { ko: "멈췄던 전자우편을 다시 보냄", en: "Mail to an address allowed again" },
  "address-set": { ko: "본인 부탁으로 전자우편 주소를 적음", en: "Mail address written down at a person's wish" },
  "incident-opened": { ko: "사고 기록 시작", en: "Incident opened" },
  "incident-selected": { ko: "사고와 관련된 기록 고름", en: "Entries of an incident picked" },
  "incident-unselected": { ko: "사고와 관련 없는 기록 뺌", en: "Entries taken out of an incident" },
  "incident-told": { ko: "사고를 알렸다고 적음", en: "People told of an incident" },
  "incident-reported": { ko: "사고를 신고했다고 적음", en: "Incident reported" },
  "incident-closed": { ko: "사고 처리 마침", en: "Incident closed" },
};

export const kindWords: Record<LogKind, Words> = { ...whatWords, ...actWords };
/** Undefined for what is no look. */
export const purposeWords: Partial<Record<LogKind, Words>> = whyWords;

const noRights: Words = { ko: "없음", en: "Nothing" };

/** Roles of staff that somebody had, or has. Of a firm's members the firm is named beside them. */
export const rightsText = (kind: LogKind, rights: readonly string[] | null, locale: Locale): string | null => {
  if (!rights || kind !== "roles-changed") return null;
  const roles = Object.entries(staffRoleLabels).filter(([role]) => rights.includes(role));
  return roles.length === 0 ? noRights[locale] : roles.map(([, label]) => label[locale]).join(", ");
};
