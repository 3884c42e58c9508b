import type { Locale } from "../domain/locale.ts";
import type { FieldProblemCode } from "../problem/catalogue.ts";

type Say = (limit: number | undefined) => string;
const plain =
  (text: string): Say =>
  () =>
    text;

/** What to do about one refused field. */
export const fieldProblemWords: Record<FieldProblemCode, Record<Locale, Say>> = {
  required: { ko: plain("꼭 적어 주세요."), en: plain("Please fill this in.") },
  "not-agreed": {
    ko: plain("동의를 받은 뒤 이 칸에 표시해 주세요. 동의 없이는 저장하지 않습니다."),
    en: plain("Please tick this once it is agreed to. Nothing is saved without it."),
  },
  "wrong-type": { ko: plain("알맞은 값이 아닙니다."), en: plain("This is not the right kind of value.") },
  "unknown-field": { ko: plain("모르는 항목입니다."), en: plain("This field is not known.") },
  "not-a-choice": { ko: plain("목록에서 골라 주세요."), en: plain("Please choose from the list.") },
  "name-or-digits": {
    ko: plain("이름 전체나, 전화번호 끝 네 자리를 적어 주세요."),
    en: plain("Please type the whole name, or the last four digits of the number."),
  },
  "too-short": {
    ko: (limit) => `${limit ?? 1}개(글자) 이상이어야 합니다.`,
    en: (limit) => `At least ${limit ?? 1} needed.`,
  },
  "too-long": {
    ko: (limit) => `${limit ?? 0}개(글자)까지 적을 수 있습니다.`,
    en: (limit) => `At most ${limit ?? 0} allowed.`,
  },
  "too-small": { ko: (limit) => `${limit ?? 0} 이상이어야 합니다.`, en: (limit) => `Must be ${limit ?? 0} or more.` },
  "too-big": { ko: (limit) => `${limit ?? 0} 이하여야 합니다.`, en: (limit) => `Must be ${limit ?? 0} or less.` },
  "wrong-step": { ko: (limit) => `${limit ?? 1} 단위로 적어 주세요.`, en: (limit) => `Please use steps of ${limit ?? 1}.` },
  formula: {
    ko: plain("수식이 들어 있습니다. 보이는 값만 남기고 다시 보내 주세요."),
    en: plain("This is a formula. Please leave only the value that it shows."),
  },
  "hidden-characters": {
    ko: plain("보이지 않는 글자가 있습니다. 직접 다시 적어 주세요."),
    en: plain("There are hidden characters. Please type it again."),
  },
  "resident-number": {
    ko: plain("주민등록번호는 받지 않습니다. 지워 주세요."),
    en: plain("We never take resident registration numbers. Please remove it."),
  },
  "mail-format": {
    ko: plain("전자우편 주소를 name@example.com처럼 적어 주세요."),
    en: plain("Please write an address like name@example.com."),
  },
  "anonymous-phone": {
    ko: plain("익명 상담에는 전화번호를 적지 않습니다. 번호를 지우거나 이름을 적어 주세요."),
    en: plain("An anonymous consultation keeps no phone number. Remove the number, or write the name."),
  },
  "phone-format": { ko: plain("전화번호를 010-0000-0000처럼 적어 주세요."), en: plain("Please write a number like 010-0000-0000.") },
  "business-number": {
    ko: plain("사업자등록번호 10자리를 확인해 주세요."),
    en: plain("Please check the 10 digits of the business number."),
  },
  "birth-year": { ko: plain("태어난 해 네 자리를 적어 주세요. 예: 1965"), en: plain("Please write four digits, for example 1965.") },
  "too-young": {
    ko: plain("15세부터 온라인으로 등록할 수 있습니다. 더 어리면 현장 접수대나 전화로 문의해 주세요."),
    en: plain("Online registration is from the age of 15. If you are younger, please come to the desk or call us."),
  },
  "mail-hours": {
    ko: plain("메일은 오전 8시에서 오후 8시 사이에 보냅니다. 그 안에서 정해 주세요."),
    en: plain("Mail goes out between 8 am and 8 pm. Please choose a time within."),
  },
  "feed-address": {
    ko: plain("인터넷에서 닿는 주소를 https://로 시작해 적어 주세요. 숫자로 된 주소와 다른 포트는 쓸 수 없습니다."),
    en: plain(
      "Please write an address that the internet can reach, beginning with https://. Addresses of digits and other ports cannot be used.",
    ),
  },
  "feed-address-or-loopback": {
    ko: plain(
      "인터넷에서 닿는 주소를 https://로 시작해 적어 주세요. 이 컴퓨터에서 시험할 때에는 http://127.0.0.1:9000처럼 적을 수 있습니다.",
    ),
    en: plain(
      "Please write an address that the internet can reach, beginning with https://. For a trial on this computer, one such as http://127.0.0.1:9000 will do.",
    ),
  },
  "works-elsewhere": {
    ko: plain("이 사람은 같은 날 다른 방문에서도 일합니다. 다른 사람으로 바꾸거나, 두 곳에서 일할 수 있는지 확인하고 표시해 주세요."),
    en: plain("They work at another visit that day. Please choose somebody else, or make sure that they can do both and tick the box."),
  },
  "outside-visit-hours": {
    ko: plain("근무 시간은 앞뒤가 맞아야 하고, 쉬는 시간은 근무 시간 안에 있어야 합니다."),
    en: plain("Work must begin before it ends, and the break must lie within it."),
  },
  "not-day-before-visit": {
    ko: plain("내일 방문을 알리는 메일입니다. 방문 전날로 정해 주세요."),
    en: plain("This mail speaks of tomorrow. Please choose the day before the visit."),
  },
  "not-on-visit-day": {
    ko: plain("오늘 방문을 알리는 메일입니다. 방문하는 날로 정해 주세요."),
    en: plain("This mail speaks of today. Please choose the day of the visit."),
  },
  district: { ko: plain("서울의 자치구를 골라 주세요."), en: plain("Please choose a district of Seoul.") },
  "id-format": { ko: plain("번호 형식이 맞지 않습니다."), en: plain("This id has the wrong form.") },
  "date-format": { ko: plain("날짜나 시각이 맞지 않습니다."), en: plain("This is not a valid date or time.") },
  "five-minutes": { ko: plain("5분 단위로 적어 주세요."), en: plain("Please use steps of five minutes.") },
  "too-many-days": { ko: plain("한 번에 31일까지 받을 수 있습니다."), en: plain("One file holds 31 days at most.") },
  "one-filter": { ko: plain("단계, 담당, 찾은 곳 가운데 하나만 고르세요."), en: plain("Choose one of stage, person and source.") },
  "end-before-start": { ko: plain("끝나는 시각이 시작보다 늦어야 합니다."), en: plain("The end must be after the start.") },
  "max-below-min": { ko: plain("최대가 최소보다 크거나 같아야 합니다."), en: plain("The highest must not be below the lowest.") },
  "day-over": { ko: plain("지난 날짜입니다. 오늘이나 그 뒤로 골라 주세요."), en: plain("This day is over. Please choose today or later.") },
  "day-to-come": {
    ko: plain("아직 오지 않은 날입니다. 오늘이나 그 전으로 골라 주세요."),
    en: plain("This day is still to come. Please choose today or earlier."),
  },
  "before-request": {
    ko: plain("검사를 신청한 날보다 앞섭니다. 신청한 날이나 그 뒤로 골라 주세요."),
    en: plain("This is before the test was asked for. Please choose that day or later."),
  },
  "day-too-far": {
    ko: plain("너무 먼 날짜입니다. 1년 안에서 골라 주세요."),
    en: plain("This is too far away. Please choose a day within a year."),
  },
  "talk-too-early": {
    ko: (limit) =>
      limit
        ? `방문 ${limit}일 전부터 한 상담만 적을 수 있습니다. 연도와 날짜를 확인해 주세요.`
        : "방문일부터 한 상담만 적을 수 있습니다. 연도와 날짜를 확인해 주세요.",
    en: (limit) =>
      limit
        ? `Only talks from ${limit} days before the visit on belong here. Please check the year and the day.`
        : "Only talks from the day of the visit on belong here. Please check the year and the day.",
  },
  "no-age": {
    ko: plain("나이를 조건으로 적을 수 없습니다(고령자고용법 제4조의4). 나이를 말하는 부분을 지워 주세요."),
    en: plain("Age must not be a condition (Act on Age Discrimination in Employment, Art. 4-4). Please remove it."),
  },
  "no-sex": {
    ko: plain("성별을 조건으로 적을 수 없습니다(남녀고용평등법 제7조). 성별을 말하는 부분을 지워 주세요."),
    en: plain("Sex must not be a condition (Equal Employment Opportunity Act, Art. 7). Please remove it."),
  },
  "no-looks": {
    ko: plain("외모, 키, 몸무게를 조건으로 적을 수 없습니다(남녀고용평등법 제7조). 그 부분을 지워 주세요."),
    en: plain("Looks, height or weight must not be conditions (Equal Employment Opportunity Act, Art. 7). Please remove them."),
  },
  "no-marriage": {
    ko: plain("결혼, 임신, 자녀 여부를 조건으로 적을 수 없습니다(남녀고용평등법 제7조). 그 부분을 지워 주세요."),
    en: plain("Marriage, pregnancy or children must not be conditions (Equal Employment Opportunity Act, Art. 7). Please remove them."),
  },
  "no-origin": {
    ko: plain("출신 지역이나 국적을 조건으로 적을 수 없습니다(채용절차법 제4조의3, 근로기준법 제6조). 그 부분을 지워 주세요."),
    en: plain(
      "Origin or nationality must not be a condition (Fair Hiring Procedure Act, Art. 4-3; Labor Standards Act, Art. 6). Please remove it.",
    ),
  },
  "below-minimum-wage": {
    ko: (limit) => `최저임금보다 적습니다(최저임금법 제6조). 적어도 ${(limit ?? 0).toLocaleString("ko-KR")}원이어야 합니다.`,
    en: (limit) => `Below the minimum wage (Minimum Wage Act, Art. 6). It must be at least ${(limit ?? 0).toLocaleString("en-US")} won.`,
  },
  "valid-too-short": {
    ko: plain("구인공고는 15일 이상 유효해야 합니다(직업안정법 시행규칙 제3조). 더 늦은 날을 골라 주세요."),
    en: plain(
      "A posting is valid for 15 days or more (Enforcement Rule of the Employment Security Act, Art. 3). Please choose a later day.",
    ),
  },
  "valid-too-long": {
    ko: plain("구인공고는 두 달까지 유효합니다(직업안정법 시행규칙 제3조). 더 이른 날을 고르고, 끝나기 전에 연장해 주세요."),
    en: plain(
      "A posting is valid for two months at most (Enforcement Rule of the Employment Security Act, Art. 3). Please choose an earlier day; it can be renewed.",
    ),
  },
  "number-needed": { ko: plain("숫자로 적어 주세요."), en: plain("Please write a number.") },
  "pay-format": {
    ko: plain("임금을 읽지 못했습니다. “월급 / 2450000원 ~ 2750000원”처럼 적어 주세요."),
    en: plain("The pay cannot be read. Please write it like “월급 / 2450000원 ~ 2750000원”."),
  },
  "unknown-code": {
    ko: plain("모르는 코드입니다. 고용24나 열린데이터광장의 코드로 적어 주세요."),
    en: plain("This code is not known. Please use the codes of Work24 or of Seoul’s open data."),
  },
  twice: { ko: plain("같은 것이 두 번 있습니다."), en: plain("The same thing is there twice.") },
  format: { ko: plain("형식이 맞지 않습니다."), en: plain("This has the wrong form.") },
};
