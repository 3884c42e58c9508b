import type { Locale } from "../domain/locale.ts";
import type { ProblemCode } from "../problem/catalogue.ts";

type Words = { title: string; detail: string };

/** What a refusal says to the person, and what to do next. */
export const problemWords: Record<ProblemCode, Record<Locale, Words>> = {
  "malformed-json": {
    ko: { title: "보낸 내용을 읽을 수 없습니다", detail: "화면을 새로 열고 다시 보내 주세요." },
    en: { title: "We could not read what was sent", detail: "Please reload the page and send it again." },
  },
  "invalid-fields": {
    ko: { title: "고칠 곳이 있습니다", detail: "표시한 칸을 고친 뒤 다시 보내 주세요." },
    en: { title: "Some fields need a change", detail: "Please correct the marked fields and send again." },
  },
  "body-too-large": {
    ko: { title: "내용이 너무 깁니다", detail: "글을 줄여서 다시 보내 주세요." },
    en: { title: "This is too long", detail: "Please shorten your text and send it again." },
  },
  "json-needed": {
    ko: { title: "이 형식으로는 받을 수 없습니다", detail: "application/json으로 보내 주세요." },
    en: { title: "This format is not accepted", detail: "Please send application/json." },
  },
  "sign-in-needed": {
    ko: { title: "로그인이 필요합니다", detail: "전자우편으로 받은 번호로 로그인해 주세요." },
    en: { title: "Please sign in", detail: "Sign in with the code that we send to your mail address." },
  },
  "fresh-sign-in-needed": {
    ko: {
      title: "한 번 더 로그인해 주세요",
      detail: "중요한 일이라 10분 안에 로그인한 분만 할 수 있습니다. 번호를 다시 받아 주세요.",
    },
    en: {
      title: "Please sign in once more",
      detail: "This takes a sign-in of the last 10 minutes. Please ask for a new code.",
    },
  },
  "can-do-it-themselves": {
    ko: { title: "본인이 직접 할 수 있습니다", detail: "이 분은 전자우편으로 로그인해 내 정보 페이지에서 할 수 있습니다." },
    en: { title: "They can do it themselves", detail: "This person can sign in by mail and do it on the page My data." },
  },
  "lead-known": {
    ko: {
      title: "이미 발굴한 기업입니다",
      detail: "사업자등록번호가 같은 기업이 있습니다. 사업자등록번호로 찾아 그 기업에 이어서 적어 주세요.",
    },
    en: { title: "This firm was found before", detail: "Another firm has this business number. Look it up and go on with that one." },
  },
  "lead-changed": {
    ko: { title: "그사이 내용이 바뀌었습니다", detail: "화면을 새로 열어 바뀐 내용을 본 뒤 다시 해 주세요." },
    en: { title: "Somebody changed it meanwhile", detail: "Please reload, look at the change and do it again." },
  },
  "lead-agreed": {
    ko: { title: "이미 구인기업이 된 곳입니다", detail: "화면을 새로 열어 주세요." },
    en: { title: "This firm is an employer already", detail: "Please reload the page." },
  },
  "concern-changed": {
    ko: { title: "그사이 내용이 바뀌었습니다", detail: "화면을 새로 열어 바뀐 내용을 본 뒤 다시 해 주세요." },
    en: { title: "Somebody changed it meanwhile", detail: "Please reload, look at the change and do it again." },
  },
  "talk-changed": {
    ko: { title: "그사이 다른 직원이 고쳤습니다", detail: "지금 저장되어 있는 내용과 견주어 보고 다시 저장해 주세요." },
    en: { title: "A colleague changed it meanwhile", detail: "Please compare it with what is saved now, then save again." },
  },
  "inquiry-answered": {
    ko: { title: "이미 답한 문의입니다", detail: "화면을 새로 열어 답을 확인해 주세요." },
    en: { title: "This inquiry was answered already", detail: "Please reload and look at the answer." },
  },
  "employer-refused": {
    ko: { title: "등록을 받지 않은 기업입니다", detail: "운영 담당자에게 물어봐 주세요." },
    en: { title: "The centre did not accept this employer", detail: "Please ask the manager." },
  },
  "wrong-code": {
    ko: { title: "번호가 맞지 않습니다", detail: "전자우편에서 번호 6자리를 다시 확인해 주세요." },
    en: { title: "The code is not right", detail: "Please check the six digits in our mail." },
  },
  "code-expired": {
    ko: { title: "번호를 쓸 수 없게 되었습니다", detail: "새 번호를 받아 다시 입력해 주세요." },
    en: { title: "This code can no longer be used", detail: "Please ask for a new code." },
  },
  "second-step-needed": {
    ko: {
      title: "한 번 더 본인 확인이 필요합니다",
      detail: "다른 분의 개인정보를 다루는 화면입니다. 패스키나 인증 앱으로 확인해 주세요.",
    },
    en: {
      title: "One more step to prove it is you",
      detail: "This page is about other people's data. Please use your passkey or your authenticator app.",
    },
  },
  "fresh-step-needed": {
    ko: { title: "방금 다시 확인해 주셔야 합니다", detail: "로그인 방법을 바꾸기 전에 패스키나 인증 앱으로 한 번 더 확인해 주세요." },
    en: {
      title: "Please prove once more that it is you",
      detail: "Before you change how you sign in, use your passkey or your authenticator app again.",
    },
  },
  "enrolment-closed": {
    ko: {
      title: "등록할 수 있는 기간이 지났습니다",
      detail: "운영 담당자에게 다시 초대해 달라고 해 주세요. 초대받은 날부터 14일 안에 등록할 수 있습니다.",
    },
    en: {
      title: "The time for setting this up is over",
      detail: "Please ask your manager to invite you again. You then have 14 days.",
    },
  },
  "proof-refused": {
    ko: { title: "확인되지 않았습니다", detail: "다시 해 보시거나 다른 방법으로 확인해 주세요." },
    en: { title: "That did not prove it", detail: "Please try again, or use another way." },
  },
  "step-expired": {
    ko: { title: "시간이 지났습니다", detail: "처음부터 다시 해 주세요." },
    en: { title: "This took too long", detail: "Please start this step again." },
  },
  "last-factor": {
    ko: { title: "마지막 확인 방법은 지울 수 없습니다", detail: "다른 방법을 먼저 등록해 주세요." },
    en: { title: "This is your only way to prove it is you", detail: "Please set up another one first." },
  },
  "too-many-factors": {
    ko: { title: "더 등록할 수 없습니다", detail: "쓰지 않는 것을 먼저 지워 주세요." },
    en: { title: "No more can be added", detail: "Please remove one that you do not use." },
  },
  "pairing-code-unusable": {
    ko: {
      title: "쓸 수 없는 연결 번호입니다",
      detail: "번호가 틀렸거나, 이미 썼거나, 10분이 지났습니다. 접수 직원에게 새 번호를 받아 주세요.",
    },
    en: {
      title: "This code cannot be used",
      detail: "It is wrong, has been used, or is older than 10 minutes. Please ask desk staff for a new one.",
    },
  },
  "pairing-needed": {
    ko: { title: "연결이 끝났습니다", detail: "다시 쓰시려면 접수 직원에게 새 연결 번호를 받아 주세요." },
    en: { title: "This device is not connected any more", detail: "To use it again, please ask desk staff for a new code." },
  },
  "too-many-requests": {
    ko: { title: "요청이 너무 많습니다", detail: "잠시 뒤에 다시 해 주세요." },
    en: { title: "Too many requests", detail: "Please wait a little and try again." },
  },
  "not-allowed": {
    ko: { title: "이 일을 할 권한이 없습니다", detail: "필요하면 운영 담당자에게 문의해 주세요." },
    en: { title: "You are not allowed to do this", detail: "If you need it, please ask the manager." },
  },
  "other-site": {
    ko: { title: "다른 누리집에서 온 요청은 받지 않습니다", detail: "이 누리집에서 다시 해 주세요." },
    en: { title: "Requests from another site are refused", detail: "Please do this on our own pages." },
  },
  "not-found": {
    ko: { title: "찾을 수 없습니다", detail: "주소를 확인하거나 첫 화면에서 다시 찾아 주세요." },
    en: { title: "Not found", detail: "Please check the address or start from the first page." },
  },
  "id-taken": {
    ko: { title: "이미 쓰인 번호입니다", detail: "화면을 새로 열고 다시 해 주세요." },
    en: { title: "This id is in use already", detail: "Please reload the page and try again." },
  },
  "address-taken": {
    ko: {
      title: "이미 다른 등록에 쓰는 전자우편 주소입니다",
      detail: "그 주소로 따로 등록하신 적이 있습니다. 같은 분의 기록이면 센터에서 하나로 합칠 수 있습니다.",
    },
    en: {
      title: "This mail address already belongs to another registration",
      detail: "Somebody registered with it before. If both are the same person, the centre can bring the records together.",
    },
  },
  "address-fixed": {
    ko: {
      title: "일할 때 쓰는 주소라 여기서 바꿀 수 없습니다",
      detail: "기업이나 센터 일에 쓰는 계정입니다. 운영 담당자에게 전화해 주세요.",
    },
    en: {
      title: "An address used for work cannot be changed here",
      detail: "This account works for an employer or the centre. Please call the manager.",
    },
  },
  "address-returned": {
    ko: {
      title: "이 주소로 보낸 전자우편이 되돌아온 적이 있습니다",
      detail: "철자를 한 글자씩 다시 확인해 주세요. 맞는 주소라면 전자우편 화면의 ‘이 주소로 다시 보내기’를 먼저 해 주세요.",
    },
    en: {
      title: "Mail to this address has come back before",
      detail: "Please check it letter by letter. If it is right, first use “Send mail to an address again” on the page of mails.",
    },
  },
  "address-same": {
    ko: { title: "지금 쓰는 주소와 같습니다", detail: "바꾸려는 새 주소를 적어 주세요." },
    en: { title: "This is the address you have now", detail: "Please type the new one." },
  },
  "address-unproven": {
    ko: { title: "먼저 본인 확인이 필요합니다", detail: "‘내 예약’을 열어 태어난 해를 적어 주세요. 한 번만 하시면 됩니다." },
    en: { title: "First we have to know that it is you", detail: "Please open “My bookings” and say your year of birth. Once is enough." },
  },
  "wrong-birth-year": {
    ko: { title: "적혀 있는 해와 다릅니다", detail: "태어난 해 네 자리를 다시 확인해 주세요. 세 번 다르면 센터에서 확인해 드려야 합니다." },
    en: {
      title: "This is not the year that we have",
      detail: "Please check the four digits of your year of birth. After three wrong ones the centre has to help.",
    },
  },
  "address-refused": {
    ko: {
      title: "여기서는 더 확인할 수 없습니다",
      detail: "이 주소로는 예약을 볼 수 없습니다. 아래 대표 번호로 전화하시거나 접수 창구에 말씀해 주세요.",
    },
    en: {
      title: "We cannot check this here any more",
      detail: "This address does not open the bookings. Please call us (the number is below), or ask at the desk.",
    },
  },
  "address-in-use": {
    ko: {
      title: "다른 이름으로 쓰고 있는 전자우편 주소입니다",
      detail: "이름과 태어난 해를 다시 확인해 주세요. 다른 분과 같이 쓰는 주소라면 비워 두고 전화번호를 적어 주세요.",
    },
    en: {
      title: "This mail address belongs to another name",
      detail:
        "Please check the name and the year of birth. If the address is shared with somebody, leave it empty and give a telephone number.",
    },
  },
  "visit-not-open": {
    ko: { title: "아직 예약을 받지 않는 방문입니다", detail: "예약 접수 중인 다른 방문을 골라 주세요." },
    en: { title: "This visit is not open for booking", detail: "Please choose another visit that is open." },
  },
  "visit-already-open": {
    ko: { title: "이미 예약을 받고 있는 방문입니다", detail: "예약이 시작된 뒤에는 날짜와 장소를 여기서 바꿀 수 없습니다." },
    en: { title: "This visit is open already", detail: "Once booking has started, date and place cannot be changed here." },
  },
  "bus-elsewhere": {
    ko: {
      title: "그날 버스는 다른 방문에 나갑니다",
      detail: "같은 버스는 하루에 한 곳만 방문합니다. 다른 날짜나 다른 버스를 골라 주세요.",
    },
    en: { title: "The bus is elsewhere that day", detail: "One bus makes one visit a day. Please choose another date or another bus." },
  },
  "team-changed": {
    ko: { title: "그사이 다른 사람이 근무표를 고쳤습니다", detail: "화면을 새로 열어 바뀐 내용을 보고 다시 고쳐 주세요." },
    en: {
      title: "Somebody else has changed the team meanwhile",
      detail: "Please open the page again, look at the change, and make yours again.",
    },
  },
  "remark-changed": {
    ko: { title: "그사이 다른 사람이 특이 사항을 고쳤습니다", detail: "쓰신 글을 따로 옮겨 두고 화면을 새로 열어 합쳐 주세요." },
    en: {
      title: "Somebody else has changed the remarks meanwhile",
      detail: "Please keep a copy of what you wrote, open the page again, and bring the two together.",
    },
  },
  "season-too-long": {
    ko: { title: "기간이 너무 깁니다", detail: "3년까지 볼 수 있습니다. 기간을 나누어 주세요." },
    en: { title: "The period is too long", detail: "At most three years can be shown. Please ask for less." },
  },
  "visit-over": {
    ko: { title: "지난 방문입니다", detail: "앞으로 있을 날짜를 골라 주세요." },
    en: { title: "This visit is over", detail: "Please choose a date to come." },
  },
  "not-visit-day": {
    ko: { title: "방문하는 날이 아닙니다", detail: "기업 기기는 방문 당일에 연결할 수 있습니다." },
    en: { title: "This is not the day of the visit", detail: "An employer's device is connected on the day itself." },
  },
  "employer-not-verified": {
    ko: { title: "기업 확인이 아직 끝나지 않았습니다", detail: "센터가 사업자 정보를 확인하면 면접 시간을 신청할 수 있습니다." },
    en: {
      title: "The employer has not been verified yet",
      detail: "Interview times can be asked for once the centre has checked the business.",
    },
  },
  "posting-unlawful": {
    ko: {
      title: "구인공고를 먼저 고쳐야 합니다",
      detail: "그해 최저임금보다 임금이 적거나, 나이·성별·외모·결혼·출신을 조건으로 적었습니다. 구인공고를 고쳐 저장한 뒤 다시 해 주세요.",
    },
    en: {
      title: "The posting must be corrected first",
      detail:
        "It pays less than that year’s minimum wage, or makes age, sex, looks, marriage or origin a condition. Change and save the posting, then try again.",
    },
  },
  "posting-expired": {
    ko: {
      title: "구인공고의 유효기간이 끝났거나 방문 전에 끝납니다",
      detail: "구인공고를 연장한 뒤 다시 해 주세요. 한 번에 두 달까지 연장할 수 있으므로, 두 달 안에 있는 방문을 고를 수 있습니다.",
    },
    en: {
      title: "The posting is no longer valid, or ends before the visit",
      detail: "Renew the posting, then try again. It can be renewed for two months at a time, so choose a visit within two months.",
    },
  },
  "already-decided": {
    ko: { title: "이미 처리한 신청입니다", detail: "화면을 새로 열어 결과를 확인해 주세요." },
    en: { title: "This has been decided already", detail: "Please reload the page to see the decision." },
  },
  "no-slots": {
    ko: { title: "이 시간으로는 면접 시간이 하나도 나오지 않습니다", detail: "시작과 끝을 늘리거나 한 사람 면접 시간을 줄여 주세요." },
    en: { title: "These hours make no interview time", detail: "Please widen the hours or shorten the interview." },
  },
  "too-many-slots": {
    ko: { title: "한 번에 신청할 수 있는 면접은 90개, 모두 12시간까지입니다", detail: "둘로 나누어 신청해 주세요." },
    en: { title: "One request can hold 90 interview times, 12 hours in all", detail: "Please split it in two." },
  },
  "outside-visit": {
    ko: { title: "방문 운영 시간을 벗어났습니다", detail: "운영 시간 안에서 골라 주세요." },
    en: { title: "This is outside the opening hours of the visit", detail: "Please choose times within the opening hours." },
  },
  "desk-unknown": {
    ko: { title: "이 방문에 없는 창구입니다", detail: "방문에 있는 창구를 골라 주세요." },
    en: { title: "This visit has no such desk", detail: "Please choose one of the visit's desks." },
  },
  "desk-busy": {
    ko: { title: "그 시간에 이미 쓰이는 창구입니다", detail: "다른 창구나 다른 시간을 골라 주세요." },
    en: { title: "The desk is taken at that time", detail: "Please choose another desk or time." },
  },
  "interviewer-busy": {
    ko: { title: "면접관이 그 시간에 다른 면접이 있습니다", detail: "다른 시간이나 다른 면접관을 적어 주세요." },
    en: { title: "The interviewer has another interview then", detail: "Please choose another time or interviewer." },
  },
  "too-young": {
    ko: { title: "15세부터 온라인으로 등록할 수 있습니다", detail: "15세 미만이면 현장 접수대나 전화로 문의해 주세요." },
    en: { title: "Online registration is from the age of 15", detail: "If you are younger, please come to the desk or call us." },
  },
  "not-registered": {
    ko: { title: "먼저 이 방문에 등록해 주세요", detail: "이름을 적고 등록하면 예약할 수 있습니다." },
    en: { title: "Please register for this visit first", detail: "Give your name and register, then you can book." },
  },
  "registration-withdrawn": {
    ko: { title: "사전등록을 취소한 방문입니다", detail: "다시 오시려면 방문 페이지에서 새로 등록해 주세요." },
    en: {
      title: "The registration for this visit was cancelled",
      detail: "To come after all, please register again on the page of the visit.",
    },
  },
  "people-differ": {
    ko: { title: "이름이나 태어난 해가 다릅니다", detail: "같은 분이면 먼저 틀린 쪽을 고친 뒤 합쳐 주세요." },
    en: { title: "Name or year of birth differ", detail: "If it is one person, please correct the wrong one first, then merge." },
  },
  "already-merged": {
    ko: { title: "다른 기록과 이미 합쳐졌습니다", detail: "목록을 새로 불러와 확인해 주세요." },
    en: { title: "It is merged with another record already", detail: "Please load the list anew and look again." },
  },
  "said-different": {
    ko: { title: "다른 분이라고 적어 둔 기록입니다", detail: "같은 분이 맞으면 먼저 그것을 거둔 뒤 합쳐 주세요." },
    en: {
      title: "Somebody said that they are two people",
      detail: "If it is one person after all, please take that back first, then merge.",
    },
  },
  "already-checked-in": {
    ko: {
      title: "이미 버스에서 접수를 마쳤습니다",
      detail: "접수한 뒤에는 사전등록을 취소할 수 없습니다. 남은 예약은 하나씩 취소할 수 있습니다.",
    },
    en: {
      title: "Already checked in at the bus",
      detail: "After that the registration cannot be cancelled. Bookings that are left can be cancelled one by one.",
    },
  },
  "consent-outdated": {
    ko: { title: "안내문이 바뀌었습니다", detail: "화면을 새로 열어 바뀐 내용을 읽고 다시 동의해 주세요." },
    en: { title: "The consent text has changed", detail: "Please reload the page, read the new text and agree again." },
  },
  "slot-full": {
    ko: { title: "방금 다른 분이 예약한 시간입니다", detail: "남은 다른 시간을 골라 주세요." },
    en: { title: "Somebody has just taken this time", detail: "Please choose another free time." },
  },
  "slot-withdrawn": {
    ko: { title: "없어진 면접 시간입니다", detail: "다른 시간을 골라 주세요." },
    en: { title: "This interview time no longer exists", detail: "Please choose another time." },
  },
  "booking-closed": {
    ko: { title: "온라인 예약이 끝났습니다", detail: "현장에 오시면 빈 시간을 안내해 드립니다. 전화로도 물어보실 수 있습니다." },
    en: { title: "Online booking has closed", detail: "Please come to the bus or call us: there may be free times." },
  },
  "times-overlap": {
    ko: { title: "다른 예약과 시간이 겹칩니다", detail: "앞뒤로 여유가 있는 다른 시간을 골라 주세요." },
    en: { title: "This is too close to another booking of yours", detail: "Please choose a time with a pause before and after." },
  },
  "interview-limit": {
    ko: { title: "한 번의 방문에서 볼 수 있는 면접 수를 채웠습니다", detail: "다른 면접을 취소하면 예약할 수 있습니다." },
    en: { title: "You have the most interviews allowed at one visit", detail: "If you cancel another one, you can book this." },
  },
  "booking-cancelled": {
    ko: { title: "취소한 예약입니다", detail: "다시 오시려면 새로 예약해 주세요." },
    en: { title: "This booking was cancelled", detail: "To come after all, please make a new booking." },
  },
  "already-started": {
    ko: { title: "이미 시작한 면접입니다", detail: "못 오시면 현장 전화로 알려 주세요." },
    en: { title: "This interview has started", detail: "If you cannot come, please call the bus." },
  },
  "booking-changed": {
    ko: { title: "그사이 예약이 바뀌었습니다", detail: "지금 예약을 다시 보고 골라 주세요." },
    en: { title: "The booking has changed meanwhile", detail: "Please look at it again, then choose." },
  },
  "apply-first": {
    ko: { title: "먼저 지원해야 하는 면접입니다", detail: "지원하시면 기업이 보고 면접 시각을 정합니다." },
    en: { title: "You need to apply for this interview first", detail: "Apply, and the employer will choose a time for you." },
  },
  "walk-in-only": {
    ko: { title: "당일 현장에서 받는 시각입니다", detail: "방문하시는 날 접수대에 말씀해 주세요." },
    en: { title: "This time is kept for the day itself", detail: "Please ask at the desk on the day of the visit." },
  },
  "seat-free": {
    ko: { title: "지금 예약할 수 있는 자리가 있습니다", detail: "기다리지 말고 바로 예약해 주세요." },
    en: { title: "There is a free seat now", detail: "No need to wait: please book it." },
  },
  "already-waiting": {
    ko: { title: "이미 대기 중입니다", detail: "내 예약에서 대기 순서를 볼 수 있습니다." },
    en: { title: "You are on this list already", detail: "Your place is shown on your page." },
  },
  "offer-over": {
    ko: { title: "자리를 확정할 시간이 지났습니다", detail: "대기 순서는 그대로입니다. 자리가 나면 다시 알려 드립니다." },
    en: { title: "The time to take this seat has passed", detail: "You keep your place. We will write again when another seat is free." },
  },
  "no-screened-times": {
    ko: { title: "지원을 받지 않는 공고입니다", detail: "빈 면접 시각을 바로 예약해 주세요." },
    en: { title: "This job takes no applications", detail: "Please book one of its free times." },
  },
  "already-applied": {
    ko: { title: "이미 지원하신 공고입니다", detail: "내 예약에서 지원 상태를 볼 수 있습니다." },
    en: { title: "You have applied for this job already", detail: "Your page shows how it stands." },
  },
  "application-withdrawn": {
    ko: { title: "거둔 지원입니다", detail: "다시 지원하려면 공고에서 새로 지원해 주세요." },
    en: { title: "This application was withdrawn", detail: "To apply again, please start from the job." },
  },
  "people-booked": {
    ko: { title: "이미 예약한 분이 있습니다", detail: "센터에 전화해 주세요. 센터가 예약하신 분들께 알리고 바꿉니다." },
    en: { title: "People have booked these times", detail: "Please call the centre, which will tell them and make the change." },
  },
  "nothing-to-change": {
    ko: { title: "바뀌는 것이 없습니다", detail: "날짜, 시간, 장소, 창구 가운데 바꿀 것을 골라 주세요." },
    en: { title: "Nothing would change", detail: "Please choose what to change: day, hours, place or desk." },
  },
  "plan-changed": {
    ko: { title: "그사이 계획이 바뀌었습니다", detail: "영향을 받는 분들을 다시 확인한 뒤 실행해 주세요." },
    en: { title: "The plan has changed meanwhile", detail: "Please look again at who is affected, then run it." },
  },
  "already-running": {
    ko: { title: "이미 실행한 계획입니다", detail: "결과를 확인해 주세요." },
    en: { title: "This plan runs already", detail: "Please look at its results." },
  },
  "desk-changed": {
    ko: {
      title: "이 창구의 시간이 그사이 바뀌었습니다",
      detail: "다른 직원이 먼저 바꾸었을 수 있습니다. 새 시간을 확인하고, 더 바꿔야 하면 다시 해 주세요.",
    },
    en: {
      title: "The times of this desk have changed meanwhile",
      detail: "A colleague may have changed them first. Please look at the new times, and change them again only if need be.",
    },
  },
  "not-a-desk-change": {
    ko: { title: "이 화면에서 할 수 없는 일입니다", detail: "방문을 옮기거나 취소하는 일은 운영 담당자가 계획으로 합니다." },
    en: { title: "This cannot be done here", detail: "Moving or cancelling a visit is planned by the manager." },
  },
  "not-late-yet": {
    ko: { title: "아직 10분이 지나지 않았습니다", detail: "시작하고 10분이 지난 뒤에 자리를 넘길 수 있습니다." },
    en: { title: "Ten minutes have not passed yet", detail: "The seat can be given away ten minutes after the start." },
  },
  "has-arrived": {
    ko: { title: "이미 접수하신 분입니다", detail: "창구에서 불러 주세요." },
    en: { title: "This person is here", detail: "Please call them at the desk." },
  },
  "not-arrived": {
    ko: { title: "아직 접수하지 않은 분입니다", detail: "접수한 뒤에 다시 해 주세요." },
    en: { title: "This person has not checked in", detail: "Please do it again once they have." },
  },
  "not-their-turn": {
    ko: { title: "아직 이분의 차례가 아닙니다", detail: "부른 뒤에, 또는 면접 시간이 되면 결과를 적을 수 있습니다." },
    en: { title: "It is not this person's turn yet", detail: "The result can be noted once they are called, or once their time has come." },
  },
  "consent-ended": {
    ko: { title: "이제 볼 수 없는 분입니다", detail: "예약이 취소되었거나 정보 제공 동의를 거두셨습니다. 시각만 남습니다." },
    en: {
      title: "This person can no longer be shown",
      detail: "The booking was cancelled or the consent withdrawn. Only the time is left.",
    },
  },
  "outcome-changed": {
    ko: { title: "그사이 결과가 바뀌었습니다", detail: "지금 적힌 결과를 보여 드립니다. 고치려면 다시 눌러 주세요." },
    en: { title: "The result has changed meanwhile", detail: "This is how it stands now. To correct it, please press again." },
  },
  "interview-ahead": {
    ko: { title: "아직 면접 전입니다", detail: "면접이 끝난 뒤에 결과를 알려 주세요." },
    en: { title: "The interview is still to come", detail: "Please tell us the result once it is over." },
  },
  "not-hired": {
    ko: {
      title: "취업으로 확인할 수 없습니다",
      detail: "구직자나 기업이 채용되었다고 한 면접만 확인할 수 있습니다. 먼저 결과를 적어 주세요.",
    },
    en: {
      title: "This cannot be confirmed as a placement",
      detail: "Only an interview that the person or the employer calls hired can be. Please write down the result first.",
    },
  },
  "already-placed": {
    ko: {
      title: "이미 취업으로 확인한 일자리입니다",
      detail: "같은 취업을 두 번 세지 않도록 한 번만 확인합니다. 결과 목록과 알선 목록을 보아 주세요.",
    },
    en: {
      title: "This hire is confirmed already",
      detail: "It counts once. Please look at the list of results and at the referrals.",
    },
  },
  "consultation-changed": {
    ko: { title: "그사이 상담일지가 바뀌었습니다", detail: "지금 적힌 글을 다시 보고 고쳐 주세요. 적은 사람만 고칠 수 있습니다." },
    en: {
      title: "The note has changed meanwhile",
      detail: "Please look at how it stands now, then correct it. Only who wrote it can correct it.",
    },
  },
  "follow-up-changed": {
    ko: { title: "그사이 바뀐 할 일입니다", detail: "다른 직원이 먼저 처리했거나 날짜를 바꿨습니다. 목록을 새로 열어 주세요." },
    en: { title: "This has changed meanwhile", detail: "A colleague was first, or put it off. Please reload the list." },
  },
  "aptitude-test-changed": {
    ko: {
      title: "그사이 검사 기록이 바뀌었습니다",
      detail: "다른 직원이 먼저 적었습니다. 지금 어디까지 되었는지 보고 이어서 적어 주세요.",
    },
    en: { title: "The record of the test has changed meanwhile", detail: "A colleague was first. Please see how far it is, then go on." },
  },
  "cannot-follow-up": {
    ko: { title: "이분께는 넘길 수 없습니다", detail: "상담사나 운영 담당을 골라 주세요." },
    en: { title: "They cannot take this over", detail: "Please choose a counsellor or a manager." },
  },
  "enrolment-changed": {
    ko: { title: "그사이 구직등록이 바뀌었습니다", detail: "지금 적힌 내용을 새로 열어 본 뒤 고쳐 주세요." },
    en: { title: "The job-seeker registration has changed meanwhile", detail: "Please reload it, then change it." },
  },
  "not-enrolled": {
    ko: { title: "쓸 수 있는 구직등록이 없습니다", detail: "먼저 구직등록을 적어 주세요. 기간이 끝났으면 이어 가기를 눌러 주세요." },
    en: {
      title: "There is no job-seeker registration to go by",
      detail: "Please write one first. If its time is over, renew it.",
    },
  },
  "already-referred": {
    ko: { title: "이미 추천한 일자리입니다", detail: "아래 추천 목록에서 답을 확인해 주세요." },
    en: { title: "This job was proposed already", detail: "Please look in the list for what was answered." },
  },
  "already-theirs": {
    ko: {
      title: "이미 면접을 예약했거나 지원한 일자리입니다",
      detail: "추천하지 않아도 기업을 만납니다. 예약과 지원은 이분의 예약에서 볼 수 있습니다.",
    },
    en: {
      title: "They have booked or applied for this job already",
      detail: "They meet the employer without a proposal. Please look at their bookings.",
    },
  },
  "referral-changed": {
    ko: { title: "그사이 바뀐 추천입니다", detail: "이미 답했거나 거둔 추천입니다. 화면을 새로 열어 주세요." },
    en: { title: "This proposal has changed meanwhile", detail: "It was answered or taken back already. Please reload the page." },
  },
  "nothing-to-certify": {
    ko: {
      title: "확인서를 만들 수 없습니다",
      detail: "면접은 접수하고 온 분만, 면접 시간이 끝난 뒤에 만들 수 있습니다. 다녀왔는데 이 안내가 보이면 전화해 주세요.",
    },
    en: {
      title: "A certificate cannot be made",
      detail: "For an interview it can be made once its time is over, for people who checked in and came. If you did, please call us.",
    },
  },
  "name-unprintable": {
    ko: { title: "이름에 인쇄할 수 없는 글자가 있습니다", detail: "내 정보에서 이름을 한글로 고친 뒤 다시 눌러 주세요." },
    en: {
      title: "The name has letters that we cannot print",
      detail: "Please write the name in Korean or plain Latin letters under your details, then try again.",
    },
  },
  "job-ended": {
    ko: {
      title: "이 일자리는 더는 구하지 않습니다",
      detail: "추천해 드린 뒤에 공고가 끝났습니다. '원하지 않습니다'를 눌러 주시면 상담사가 다른 일자리를 찾아 드립니다.",
    },
    en: {
      title: "This job is no longer offered",
      detail: "The posting ended after it was proposed. Please say no to it, and your counsellor will look for another one.",
    },
  },
  "firm-signed-up": {
    ko: {
      title: "이 방문의 CEO 현장대화에 이미 신청한 기업입니다",
      detail: "같은 사업자등록번호로 신청한 것이 있습니다. 기업 애로 목록에서 찾아 이어서 쓰시거나, 다른 방문을 골라 주세요.",
    },
    en: {
      title: "This firm is signed up for the talk of this visit already",
      detail:
        "There is a sign-up with the same business number. Please find it in the list of concerns and go on there, or choose another visit.",
    },
  },
  "invitation-answered": {
    ko: { title: "이미 초대를 받아들였습니다", detail: "이 기업의 담당자가 로그인했습니다. 다시 초대하지 않아도 됩니다." },
    en: {
      title: "The invitation was accepted already",
      detail: "Somebody acts for this firm by now. There is no need to invite them again.",
    },
  },
  "lead-not-agreed": {
    ko: {
      title: "아직 구인기업이 아닙니다",
      detail: "구인기업이 된 곳만 다시 초대할 수 있습니다. 먼저 '구인기업으로 만들기'를 해 주세요.",
    },
    en: {
      title: "This firm is no employer yet",
      detail: "Only a firm that agreed can be invited again. Please make it an employer first.",
    },
  },
  "certificate-up-to-date": {
    ko: { title: "새로 만들 것이 없습니다", detail: "지금 있는 확인서에 적힌 내용이 모두 맞습니다. 그대로 내려받아 쓰세요." },
    en: {
      title: "There is nothing to make anew",
      detail: "What the certificate says is what stands now. Please use the one that is there.",
    },
  },
  "certificate-revoked": {
    ko: {
      title: "이 확인서는 더는 쓸 수 없습니다",
      detail: "센터에서 무효로 했습니다. 까닭은 확인서 아래에 있습니다. 궁금하시면 전화해 주세요.",
    },
    en: {
      title: "This certificate is no longer valid",
      detail: "The centre made it invalid; the reason stands below it. If you have questions, please call us.",
    },
  },
  "certificate-not-theirs": {
    ko: {
      title: "이분에게 발급한 확인번호가 아닙니다",
      detail: "종이에 적힌 열여섯 글자를 다시 확인해 주세요. 이미 새 확인서로 바뀐 번호이면 새 확인서의 번호를 넣어야 합니다.",
    },
    en: {
      title: "This is not the code of a certificate of this person",
      detail: "Please compare the sixteen letters with the paper. Where a newer one took its place, type the code of the newer one.",
    },
  },
  "certificate-unknown": {
    ko: {
      title: "이 확인번호로 발급한 확인서가 없습니다",
      detail:
        "종이에 적힌 열여섯 글자를 다시 확인해 주세요. 글자가 맞다면 발급한 적이 없거나, 보관 기간이 지났거나, 본인이 정보를 지운 확인서입니다.",
    },
    en: {
      title: "There is no certificate with this code",
      detail:
        "Please compare the sixteen letters with the paper. If they are right, it was never issued, its time is over, or the person had their data deleted.",
    },
  },
  "ticket-not-ready": {
    ko: { title: "접수용 QR 코드를 만들고 있습니다", detail: "잠시 뒤에 다시 열어 주세요." },
    en: { title: "Your QR code is being made", detail: "Please open it again in a moment." },
  },
  "invitation-unusable": {
    ko: { title: "쓸 수 없는 초대입니다", detail: "초대한 분께 새로 부탁해 주세요." },
    en: { title: "This invitation cannot be used", detail: "Please ask whoever invited you for a new one." },
  },
  "mail-settled": {
    ko: { title: "이미 확인된 전자우편입니다", detail: "다른 직원이 먼저 처리했거나 그사이 도착했습니다. 목록을 새로 열어 주세요." },
    en: { title: "This mail has been seen to", detail: "A colleague was first, or it has arrived meanwhile. Please reload the list." },
  },
  "mail-outdated": {
    ko: {
      title: "이 전자우편은 다시 보낼 수 없습니다",
      detail: "그 뒤에 내용이 바뀌어 새로 안내했거나, 보낼 때가 지났습니다. 걱정되면 전화로 알려 주세요.",
    },
    en: {
      title: "This mail cannot be sent again",
      detail: "What it said has changed and a later mail told it, or it would come too late. If in doubt, please call.",
    },
  },
  "address-unusable": {
    ko: { title: "이 주소로는 전자우편이 가지 않습니다", detail: "전화로 알린 뒤 ‘전화로 알렸음’을 눌러 주세요." },
    en: { title: "Mail does not reach this address", detail: "Please call, then press “Told by telephone”." },
  },
  "device-revoked": {
    ko: { title: "이 기기는 사용이 중지되었습니다", detail: "분실로 신고된 기기입니다. 현장 책임자에게 알려 주세요." },
    en: { title: "This device may not be used any more", detail: "It was reported lost. Please tell the desk lead." },
  },
  "event-unreadable": {
    ko: { title: "읽을 수 없는 기록입니다", detail: "이 기록은 반영할 수 없습니다. 직접 확인하고 메모를 남겨 주세요." },
    en: { title: "This record cannot be read", detail: "It cannot be counted. Please check with the people concerned and leave a note." },
  },
  "event-uncountable": {
    ko: {
      title: "셀 수 없는 기록입니다",
      detail: "다른 방문의 기록이거나, 이 방문에 없는 창구나 표에 대한 기록입니다. 까닭을 적고 세지 않기로 정리해 주세요.",
    },
    en: {
      title: "This record cannot count",
      detail: "It is about another visit, or about a desk or ticket that this visit does not have. Please note why, and leave it.",
    },
  },
  "event-counted": {
    ko: { title: "이미 센 기록입니다", detail: "이 접수는 다른 길로 먼저 들어와 있습니다. ‘세기’로 정리해 주세요." },
    en: { title: "This record counts already", detail: "The same check-in has come by another way. Please settle it with “Count it”." },
  },
  "conflict-settled": {
    ko: {
      title: "이미 정리한 것입니다",
      detail: "먼저 적은 메모가 남아 있고, 지금 쓰신 메모는 저장되지 않았습니다. 화면을 새로 열어 확인해 주세요.",
    },
    en: {
      title: "This is settled already",
      detail: "The first note stays, and yours was not saved. Please reload the page and read it.",
    },
  },
  "conflict-changed": {
    ko: {
      title: "그사이 내용이 바뀌었습니다",
      detail: "새로 들어온 접수가 있거나 이제 맞지 않는 것이 없습니다. 화면을 새로 열어 보고 정리해 주세요.",
    },
    en: {
      title: "This has changed meanwhile",
      detail: "Another check-in has come, or nothing disagrees any more. Please reload the page, look, and settle what you see.",
    },
  },
  "scan-again": {
    ko: { title: "한 번 더 찍어 주세요", detail: "이 스캔은 이미 처리했거나 되돌린 것입니다. 표를 새로 찍으면 됩니다." },
    en: { title: "Please scan once more", detail: "This scan was judged before, or taken back. Scan the ticket anew." },
  },
  "key-needed": {
    ko: { title: "연계 열쇠가 필요합니다", detail: "열쇠가 없거나 끝났거나 거두어졌습니다. 운영 담당자에게 새 열쇠를 부탁해 주세요." },
    en: {
      title: "A key is needed",
      detail: "There was no key, or it has ended or was revoked. Please ask the centre's manager for a new one.",
    },
  },
  "scope-missing": {
    ko: { title: "이 열쇠로는 볼 수 없는 내용입니다", detail: "이 내용까지 볼 수 있는 열쇠를 운영 담당자에게 부탁해 주세요." },
    en: { title: "This key does not open this", detail: "Please ask the centre's manager for a key that opens it." },
  },
  "too-many-connections": {
    ko: { title: "더는 더할 수 없습니다", detail: "쓰지 않는 것을 지운 뒤 다시 더해 주세요." },
    en: { title: "No more can be added", detail: "Please remove one that is not used, then add this one." },
  },
  "too-many-secrets": {
    ko: {
      title: "아직 새 서명 열쇠를 만들 수 없습니다",
      detail: "앞의 열쇠 두 개가 아직 함께 쓰이고 있습니다. 이 페이지에 적힌 때까지 함께 쓰니, 그 뒤에 다시 만들어 주세요.",
    },
    en: {
      title: "No new secret can be made yet",
      detail: "Two former secrets still sign. This page says until when they do: please make a new one after that.",
    },
  },
  "webhook-paused": {
    ko: { title: "멈춰 있는 알림입니다", detail: "다시 보내기를 누른 뒤 시험해 주세요." },
    en: { title: "This subscription is paused", detail: "Please let it go on, then try it." },
  },
  "month-not-over": {
    ko: { title: "아직 끝나지 않은 달입니다", detail: "서울의 달력으로 달이 끝나야 합계가 나옵니다. 끝난 달을 물어보세요." },
    en: {
      title: "This month is not over",
      detail: "Totals are given once a month has ended in Seoul. Please ask for a month that is over.",
    },
  },
  "review-too-early": {
    ko: { title: "아직 끝나지 않은 달입니다", detail: "달이 끝난 뒤에 점검을 마쳐 주세요." },
    en: { title: "This month is not over", detail: "Please sign it off once it is." },
  },
  "export-too-large": {
    ko: { title: "한 파일에 담기에 기록이 너무 많습니다", detail: "기간을 줄여서 다시 받아 주세요." },
    en: { title: "There are too many entries for one file", detail: "Please choose fewer days." },
  },
  "incident-closed": {
    ko: { title: "처리를 마친 사고입니다", detail: "마친 사고에는 더 적을 수 없습니다. 새로 알게 된 것이 있으면 새 사고로 적어 주세요." },
    en: { title: "This incident is closed", detail: "Nothing can be added to it. Please open another one for what is new." },
  },
  "not-a-counsellor": {
    ko: {
      title: "이 방문의 상담사가 아닙니다",
      detail: "쓰신 분이 지금은 이 방문의 상담사로 되어 있지 않습니다. 관리자에게 말씀하신 뒤 다시 보내 주세요.",
    },
    en: {
      title: "Not a counsellor of this visit",
      detail: "Whoever wrote it is no counsellor of this visit now. Please ask the manager, then send it again.",
    },
  },
  "note-of-nobody": {
    ko: {
      title: "이분의 방문 등록이 없습니다",
      detail: "등록을 거두셨거나 정보를 지우셨습니다. 상담일지를 적을 곳이 없으니 이것은 지워 주세요.",
    },
    en: {
      title: "They are not registered for this visit",
      detail: "They took their registration back, or had their data erased. There is nowhere to write the note: please drop it.",
    },
  },
  "partner-link-changed": {
    ko: { title: "그 사이에 이 연계가 바뀌었습니다", detail: "화면을 새로 열고 확인해 주세요." },
    en: { title: "This link to a partner has changed since", detail: "Please reload the page and look again." },
  },
  "note-too-late": {
    ko: {
      title: "이 상담일지를 열 수 있는 기간이 끝났습니다",
      detail: "방문 후 14일이 지나 봉인된 글을 열 수 없습니다. 새로 써 주시고 이것은 지워 주세요.",
    },
    en: {
      title: "This note can be opened no longer",
      detail: "What was sealed can be opened for 14 days after the visit. Please write it again, and drop this one.",
    },
  },
  "in-future": {
    ko: { title: "아직 오지 않은 때입니다", detail: "알게 된 날짜와 시각을 다시 확인해 주세요." },
    en: { title: "This is still to come", detail: "Please check the date and time." },
  },
  busy: {
    ko: { title: "지금 이용하는 분이 많습니다", detail: "잠시 뒤에 다시 눌러 주세요. 두 번 예약되지 않습니다." },
    en: { title: "Many people are using this right now", detail: "Please press again in a moment. You will not be booked twice." },
  },
  unexpected: {
    ko: { title: "저희 쪽에 문제가 생겼습니다", detail: "잠시 뒤에 다시 해 주세요. 계속되면 전화해 주세요." },
    en: { title: "Something went wrong on our side", detail: "Please try again in a moment. If it goes on, please call us." },
  },
};
