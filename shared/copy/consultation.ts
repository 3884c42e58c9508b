import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from "../domain/consultation.ts";
import type { WaitingFor } from "../domain/follow-up.ts";
import type { Locale } from "../domain/locale.ts";

type Words = Record<Locale, string>;

/** The city's words (`codes.json` → counselingKinds, counselingChannels, counselingOutcomes). */
export const consultationKindWords: Record<ConsultationKind, Words> = {
  job_initial: { ko: "구직 초기상담", en: "Initial job counselling" },
  job_follow: { ko: "구직 심층·재상담", en: "Follow-up counselling" },
  resume: { ko: "이력서·자기소개서 상담", en: "CV and cover letter help" },
  interview_prep: { ko: "면접 준비", en: "Interview practice" },
  aptitude: { ko: "직업적성·흥미 검사와 해석", en: "Aptitude or interest test and explanation" },
  training: { ko: "직업훈련·교육 안내", en: "Training advice" },
  startup: { ko: "창업 상담", en: "Start-up counselling" },
  finance: { ko: "자금·보증 상담", en: "Funding and credit guarantee counselling" },
  welfare_link: { ko: "복지·고용 서비스 연계", en: "Referral to other services" },
  info: { ko: "단순 정보 제공", en: "Information only" },
};

export const consultationChannelWords: Record<ConsultationChannel, Words> = {
  onsite: { ko: "현장(버스)", en: "At the bus" },
  center: { ko: "센터 방문", en: "At the centre" },
  phone: { ko: "전화", en: "By telephone" },
  video: { ko: "화상", en: "By video" },
  text: { ko: "문자·전자우편", en: "By text or mail" },
};

export const consultationOutcomeWords: Record<ConsultationOutcome, Words> = {
  registered: { ko: "구직 등록", en: "Enrolled" },
  referred: { ko: "알선", en: "Referred" },
  interview_booked: { ko: "면접 예약", en: "Interview booked" },
  training_referred: { ko: "훈련 연계", en: "Sent on to training" },
  agency_referred: { ko: "타 기관 연계", en: "Sent on to another office" },
  info_given: { ko: "정보 제공", en: "Information given" },
  follow_up: { ko: "다음 상담 예약", en: "Another talk agreed" },
  closed: { ko: "상담 종료", en: "Closed" },
};

export const waitingForWords: Record<WaitingFor, Words> = {
  us: { ko: "우리가 할 차례", en: "Our turn" },
  person: { ko: "구직자를 기다림", en: "Waiting for the person" },
  employer: { ko: "기업을 기다림", en: "Waiting for the employer" },
  partner: { ko: "연계 기관을 기다림", en: "Waiting for a partner" },
};
