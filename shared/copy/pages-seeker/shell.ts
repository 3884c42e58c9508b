import type { Locale } from "../../domain/locale.ts";

/** Frame of the seekers' pages; titles and descriptions for the browser and for search engines. */
const ko = {
  siteName: "일자리 정류장",
  visits: "방문 일정",
  mine: "내 예약",
  help: "이용 안내",
  calendar: "방문 달력",
  phoneHours: "평일 오전 9시~오후 6시",
  privacy: "개인정보 안내",
  forEmployers: "구인기업",
  forStaff: "직원",
  needsScript: "예약하려면 자바스크립트가 필요합니다. 전화로도 예약할 수 있습니다.",
  titles: {
    visits: "방문 일정",
    visit: "방문 안내와 예약",
    calendar: "방문 달력",
    mine: "내 예약",
    "my-data": "내 정보",
    ticket: "접수용 QR 코드",
    board: "부르는 번호",
    number: "내 순서",
    table: "면접 창구",
    kiosk: "오늘 방문 등록",
    "sign-in": "로그인",
    help: "이용 안내",
    privacy: "개인정보 안내",
    "not-found": "찾을 수 없는 화면",
  },
  description: "우리 동네로 찾아오는 일자리 상담 버스. 방문 날짜와 장소를 찾고 현장면접 시간을 예약하세요. 모두 무료입니다.",
};

const en: typeof ko = {
  siteName: "Jobstop",
  visits: "Visits",
  mine: "My bookings",
  help: "Help",
  calendar: "Calendar of visits",
  phoneHours: "Weekdays 9 am to 6 pm",
  privacy: "Privacy notice",
  forEmployers: "Employers",
  forStaff: "Staff",
  needsScript: "Booking needs JavaScript. You can also book by telephone.",
  titles: {
    visits: "Visits",
    visit: "Visit and booking",
    calendar: "Calendar of visits",
    mine: "My bookings",
    "my-data": "My data",
    ticket: "Check-in QR code",
    board: "Now calling",
    number: "My turn",
    table: "Interview table",
    kiosk: "Register for today",
    "sign-in": "Sign in",
    help: "How it works",
    privacy: "Privacy notice",
    "not-found": "Page not found",
  },
  description: "The job counselling bus in your neighbourhood. Find a date and place, and book an on-site interview. Everything is free.",
};

export const shellWords: Record<Locale, typeof ko> = { ko, en };
