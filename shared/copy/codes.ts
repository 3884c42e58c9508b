/**
 * Labels of the codes in `shared/domain`, from the public code tables (Work24, KECO 2018). Each list by itself, so that a page carries only what it
 * shows. A code without a label in each language does not compile.
 */
import type { z } from "zod/mini";
import type { Locale } from "../domain/locale.ts";
import type { Career, Education, EmploymentType, Insurance, Occupation, PayType, Welfare, WorkDays, WorkHours } from "../domain/posting.ts";
import type { OccupationMajor } from "../domain/report-traits.ts";
import type { CentreService } from "../domain/services.ts";
import type { RefusalGround } from "../domain/slot.ts";
import type {
  ApplicationState,
  BookingState,
  EmployerState,
  InterviewOutcome,
  SlotMode,
  SlotRequestState,
  StaffRole,
  VisitState,
} from "../domain/states.ts";
import type { Sex } from "../domain/statistics.ts";

export type Labels<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;

export const employmentTypeLabels: Labels<z.infer<typeof EmploymentType>> = {
  10: { ko: "정규직", en: "Permanent" },
  11: { ko: "정규직(시간제)", en: "Permanent, part-time" },
  20: { ko: "계약직", en: "Fixed-term" },
  21: { ko: "계약직(시간제)", en: "Fixed-term, part-time" },
  4: { ko: "파견", en: "Agency work" },
  Y: { ko: "대체인력", en: "Temporary replacement" },
};

export const payTypeLabels: Labels<z.infer<typeof PayType>> = {
  H: { ko: "시급", en: "an hour" },
  D: { ko: "일급", en: "a day" },
  M: { ko: "월급", en: "a month" },
  Y: { ko: "연봉", en: "a year" },
};

export const educationLabels: Labels<z.infer<typeof Education>> = {
  "00": { ko: "학력 무관", en: "No requirement" },
  "01": { ko: "초졸 이하", en: "Elementary school or less" },
  "02": { ko: "중졸", en: "Middle school" },
  "03": { ko: "고졸", en: "High school" },
  "04": { ko: "대졸(2~3년)", en: "College (2-3 years)" },
  "05": { ko: "대졸(4년)", en: "University (4 years)" },
  "06": { ko: "석사", en: "Master's degree" },
  "07": { ko: "박사", en: "Doctorate" },
};

export const careerLabels: Labels<z.infer<typeof Career>> = {
  N: { ko: "신입", en: "No experience" },
  E: { ko: "경력", en: "Experience needed" },
  Z: { ko: "경력 무관", en: "With or without experience" },
};

export const workDaysLabels: Labels<z.infer<typeof WorkDays>> = {
  1: { ko: "주 5일", en: "5 days a week" },
  2: { ko: "주 6일", en: "6 days a week" },
  3: { ko: "토요일 격주로 쉼", en: "Every other Saturday off" },
  9: { ko: "그 밖", en: "Other" },
};

export const workHoursLabels: Labels<z.infer<typeof WorkHours>> = {
  1: { ko: "오전", en: "Mornings" },
  2: { ko: "오후", en: "Afternoons" },
  3: { ko: "저녁", en: "Evenings" },
  4: { ko: "새벽", en: "Before dawn" },
  5: { ko: "오전~오후", en: "Morning to afternoon" },
  6: { ko: "오후~저녁", en: "Afternoon to evening" },
  7: { ko: "저녁~새벽", en: "Evening to dawn" },
  8: { ko: "새벽~오전", en: "Dawn to morning" },
  9: { ko: "온종일", en: "All day" },
  99: { ko: "시간 협의", en: "To be agreed" },
};

export const welfareLabels: Labels<z.infer<typeof Welfare>> = {
  "01": { ko: "기숙사", en: "Dormitory" },
  "02": { ko: "통근버스", en: "Commuter bus" },
  "04": { ko: "점심 제공(또는 점심값)", en: "Lunch, or money for it" },
  "11": { ko: "차량유지비", en: "Car allowance" },
  "12": { ko: "교육비 지원", en: "Money for training" },
  "13": { ko: "자녀 학자금 지원", en: "Money for children’s schooling" },
  "06": { ko: "주택자금 지원", en: "Help with housing" },
  "09": { ko: "그 밖", en: "Other" },
};

export const insuranceLabels: Labels<z.infer<typeof Insurance>> = {
  pension: { ko: "국민연금", en: "Pension" },
  health: { ko: "건강보험", en: "Health" },
  employment: { ko: "고용보험", en: "Employment" },
  accident: { ko: "산재보험", en: "Accidents at work" },
};

export const occupationLabels: Labels<z.infer<typeof Occupation>> = {
  "01": { ko: "관리직(임원·부서장)", en: "Management (directors, heads of department)" },
  "02": { ko: "경영·행정·사무직", en: "Business, administration and office work" },
  "03": { ko: "금융·보험직", en: "Finance and insurance" },
  "11": { ko: "인문·사회과학 연구직", en: "Research in humanities and social science" },
  "12": { ko: "자연·생명과학 연구직", en: "Research in natural and life science" },
  "13": { ko: "정보통신 연구개발직 및 공학기술직", en: "Information technology and software" },
  "14": { ko: "건설·채굴 연구개발직 및 공학기술직", en: "Construction and mining engineering" },
  "15": { ko: "제조 연구개발직 및 공학기술직", en: "Manufacturing engineering" },
  "21": { ko: "교육직", en: "Teaching" },
  "22": { ko: "법률직", en: "Law" },
  "23": { ko: "사회복지·종교직", en: "Social welfare and religion" },
  "24": { ko: "경찰·소방·교도직", en: "Police, fire and prison service" },
  "25": { ko: "군인", en: "Armed forces" },
  "30": { ko: "보건·의료직", en: "Health and medical care" },
  "41": { ko: "예술·디자인·방송직", en: "Arts, design and broadcasting" },
  "42": { ko: "스포츠·레크리에이션직", en: "Sports and recreation" },
  "51": { ko: "미용·예식 서비스직", en: "Beauty and wedding services" },
  "52": { ko: "여행·숙박·오락 서비스직", en: "Travel, lodging and entertainment" },
  "53": { ko: "음식 서비스직", en: "Cooking and serving food" },
  "54": { ko: "경호·경비직", en: "Guarding and security" },
  "55": { ko: "돌봄 서비스직(간병·육아)", en: "Care (nursing, childcare)" },
  "56": { ko: "청소 및 기타 개인서비스직", en: "Cleaning and other personal services" },
  "61": { ko: "영업·판매직", en: "Sales" },
  "62": { ko: "운전·운송직", en: "Driving and transport" },
  "70": { ko: "건설·채굴직", en: "Construction and mining" },
  "81": { ko: "기계 설치·정비·생산직", en: "Machine installation, repair and production" },
  "82": { ko: "금속·재료 설치·정비·생산직(판금·단조·주조·용접·도장 등)", en: "Metal and materials (welding, casting, painting)" },
  "83": { ko: "전기·전자 설치·정비·생산직", en: "Electrical and electronic work" },
  "84": { ko: "정보통신 설치·정비직", en: "Communications installation and repair" },
  "85": { ko: "화학·환경 설치·정비·생산직", en: "Chemical and environmental work" },
  "86": { ko: "섬유·의복 생산직", en: "Textiles and clothing" },
  "87": { ko: "식품 가공·생산직", en: "Food processing" },
  "88": { ko: "인쇄·목재·공예 및 기타 설치·정비·생산직", en: "Printing, wood, crafts and other production" },
  "89": { ko: "제조 단순직", en: "Simple factory work" },
  "90": { ko: "농림어업직", en: "Farming, forestry and fishing" },
};

export const centreServiceLabels: Labels<CentreService> = {
  job_initial: { ko: "구직 초기상담", en: "First job counselling" },
  job_follow: { ko: "구직 심층·재상담", en: "Follow-up counselling" },
  resume: { ko: "이력서·자기소개서 상담", en: "CV and cover letter help" },
  interview_prep: { ko: "면접 준비(모의면접)", en: "Interview practice" },
  aptitude: { ko: "직업적성·흥미 검사와 해석", en: "Aptitude test and explanation" },
  training: { ko: "직업훈련·교육 안내", en: "Training advice" },
  startup: { ko: "창업 상담", en: "Start-up counselling" },
  finance: { ko: "자금·보증 상담", en: "Funding and credit guarantee counselling" },
  welfare_link: { ko: "복지·고용 서비스 연계", en: "Referral to welfare and job services" },
  employer_hr: { ko: "구인 상담", en: "Hiring advice for employers" },
  employer_issue: { ko: "기업 애로 상담(CEO 현장대화)", en: "Employers' difficulties (CEO talk)" },
};

export const visitStateLabels: Labels<VisitState> = {
  planned: { ko: "예정", en: "Planned" },
  open: { ko: "예약 접수 중", en: "Open for booking" },
  cancelled: { ko: "취소", en: "Cancelled" },
};

export const employerStateLabels: Labels<EmployerState> = {
  registered: { ko: "확인 대기", en: "Waiting for verification" },
  verified: { ko: "사업자 확인", en: "Verified" },
  refused: { ko: "이용 제한", en: "Refused" },
};

export const slotRequestStateLabels: Labels<SlotRequestState> = {
  requested: { ko: "승인 대기", en: "Waiting for approval" },
  approved: { ko: "승인", en: "Approved" },
  refused: { ko: "거절", en: "Refused" },
  withdrawn: { ko: "신청 취소", en: "Withdrawn" },
};

export const bookingStateLabels: Labels<BookingState> = {
  confirmed: { ko: "예약 확정", en: "Booked" },
  cancelled_by_person: { ko: "본인 취소", en: "Cancelled" },
  cancelled_by_centre: { ko: "센터 취소", en: "Cancelled by the centre" },
  rebooked: { ko: "다른 방문으로 옮김", en: "Moved to another visit" },
  no_show: { ko: "미출석", en: "Did not come" },
};

export const interviewOutcomeLabels: Labels<InterviewOutcome> = {
  met: { ko: "면접함", en: "Met" },
  second_interview: { ko: "2차 면접", en: "Second interview" },
  offered: { ko: "채용 제안", en: "Offered the job" },
  hired: { ko: "채용", en: "Hired" },
  not_hired: { ko: "채용 안 함", en: "Not hired" },
};

export const applicationStateLabels: Labels<ApplicationState> = {
  applied: { ko: "기업 답을 기다림", en: "Waiting for the employer" },
  accepted: { ko: "면접 확정", en: "Interview booked" },
  declined: { ko: "이번에는 함께하지 못함", en: "Not this time" },
  withdrawn: { ko: "지원 취소", en: "Withdrawn" },
  undecided: { ko: "기업이 아직 답하지 않음", en: "No answer from the employer yet" },
  ended: { ko: "면접이 없어짐", en: "Interviews were called off" },
};

export const slotModeLabels: Labels<SlotMode> = {
  open: { ko: "바로 예약", en: "Book at once" },
  screened: { ko: "지원 뒤 기업이 정함", en: "Apply; the employer decides" },
  walk_in: { ko: "당일 현장 접수", en: "On the day, at the bus" },
};

export const staffRoleLabels: Labels<StaffRole> = {
  desk: { ko: "접수", en: "Desk" },
  counsellor: { ko: "상담사", en: "Counsellor" },
  outreach: { ko: "발굴단", en: "Outreach" },
  manager: { ko: "운영 담당", en: "Manager" },
};

/** Why a request is sent back (직업안정법 제8조, and no room at the visit). */
export const refusalGroundWords: Labels<RefusalGround> = {
  unlawful: { ko: "공고 내용이 법에 어긋남", en: "What the posting says is unlawful" },
  "below-usual": {
    ko: "임금이나 근로조건이 같은 일의 보통 수준보다 크게 낮음",
    en: "Pay or conditions are markedly below what is usual for such work",
  },
  "conditions-untold": { ko: "근로조건을 밝히지 않음", en: "The conditions of work are not told" },
  "unpaid-wages": { ko: "임금 체불로 이름이 공개된 사업주", en: "The employer is publicly listed for unpaid wages" },
  "no-room": {
    ko: "이 방문에 남은 창구나 시간이 없음(공고를 거절하는 것이 아님)",
    en: "There is no desk or time left at this visit (the posting itself is not refused)",
  },
};

/** Major groups of the same, in English as short as a chart needs. */
export const occupationMajorLabels: Labels<OccupationMajor> = {
  "0": { ko: "경영·사무·금융·보험직", en: "Office, finance and insurance" },
  "1": { ko: "연구직 및 공학기술직", en: "Research and engineering" },
  "2": { ko: "교육·법률·사회복지·경찰·소방직 및 군인", en: "Education, law, welfare and security" },
  "3": { ko: "보건·의료직", en: "Health and medical" },
  "4": { ko: "예술·디자인·방송·스포츠직", en: "Arts, design, broadcasting and sports" },
  "5": { ko: "미용·여행·숙박·음식·경비·청소직", en: "Beauty, lodging, food, guarding, cleaning" },
  "6": { ko: "영업·판매·운전·운송직", en: "Sales, driving and transport" },
  "7": { ko: "건설·채굴직", en: "Construction and mining" },
  "8": { ko: "설치·정비·생산직", en: "Installation, maintenance and production" },
  "9": { ko: "농림어업직", en: "Agriculture, forestry and fishery" },
};

export const sexLabels: Labels<Sex> = { female: { ko: "여성", en: "Women" }, male: { ko: "남성", en: "Men" } };
