import type { Item } from "../../../functions/platform/db.ts";
import type { AgendaItem, RegistrationItem } from "../../../functions/registrations/registration-reads.ts";
import type { Employer } from "../../../shared/domain/employer.ts";
import { phoneText } from "../../../shared/domain/phone-text.ts";
import type { Posting } from "../../../shared/domain/posting.ts";
import { type Instant, seoulDateOf, seoulTimeOf } from "../../../shared/domain/seoul-time.ts";

type Cell = string | number | null;
/** A file for who opens it in a spreadsheet: its first row, and the rows that an item gives. Codes are those of `shared/copy/codes.ts`. */
type Sheet = { head: readonly string[]; of: Item["type"]; rows: (item: Item) => Cell[][] };

const cell = (value: unknown): Cell => (typeof value === "string" || typeof value === "number" ? value : null);
/** In Seoul. */
const when = (at: unknown): Cell => (typeof at === "string" ? `${seoulDateOf(at as Instant)} ${seoulTimeOf(at as Instant)}` : null);
const phone = (value: unknown): Cell => (typeof value === "string" ? phoneText(value) : null);

export const sheets: Readonly<Record<string, Sheet>> = {
  people: {
    head: ["사람 번호", "이름", "출생연도", "전화", "전자우편", "언어"],
    of: "person",
    rows: ({ personId, name, birthYear, phone: number, mail, locale }) => [
      [cell(personId), cell(name), cell(birthYear), phone(number), cell(mail), cell(locale)],
    ],
  },
  registrations: {
    head: ["사전등록 번호", "방문 번호", "사람 번호", "등록", "입장권 번호", "참석 확인", "취소"],
    of: "registration",
    rows: (item) => {
      const { registration, ticketCode, confirmedAt, withdrawnAt } = item as RegistrationItem;
      const { registrationId, visitId, personId, registeredAt } = registration;
      return [[registrationId, visitId, personId, when(registeredAt), cell(ticketCode), when(confirmedAt), when(withdrawnAt)]];
    },
  },
  bookings: {
    head: [
      "예약 번호",
      "사전등록 번호",
      "방문 번호",
      "종류",
      "구인기업 번호",
      "구인공고 번호",
      "창구",
      "시작",
      "끝",
      "상태",
      "예약한 때",
      "바뀐 때",
    ],
    of: "agenda",
    rows: (item) => {
      const { registrationId, visitId, bookings } = item as AgendaItem;
      return Object.values(bookings).map((booking) => [
        ...[
          booking.bookingId,
          registrationId,
          visitId,
          booking.kind,
          booking.employerId ?? null,
          booking.postingId ?? null,
          booking.deskId,
        ],
        ...[when(booking.startsAt), when(booking.endsAt), booking.state, when(booking.bookedAt), when(booking.changedAt)],
      ]);
    },
  },
  employers: {
    head: ["구인기업 번호", "이름", "사업자등록번호", "업종", "자치구 코드", "주소", "상태", "담당자", "직함", "전화", "전자우편"],
    of: "employer",
    rows: (item) => {
      const { employerId, state, profile } = item.employer as Employer;
      const { nameKo, businessNumber, industryKo, districtCode, roadAddress, contact } = profile;
      const whom = [contact.name, cell(contact.title), phone(contact.phone), contact.mail];
      return [[employerId, nameKo, businessNumber, industryKo, districtCode, roadAddress, state, ...whom]];
    },
  },
  postings: {
    head: [
      "구인공고 번호",
      "구인기업 번호",
      "제목",
      "상태",
      "직종 코드",
      "모집 인원",
      "고용형태 코드",
      "근무시간",
      "급여 종류",
      "급여 최소",
      "급여 최대",
      "하는 일",
    ],
    of: "posting",
    rows: (item) => {
      const { postingId, employerId, state, draft } = item.posting as Posting;
      const { titleKo, occupation, headcount, employmentType, workTimeKo, pay, tasksKo } = draft;
      return [
        [
          ...[postingId, employerId, titleKo, state, occupation, headcount, employmentType, cell(workTimeKo)],
          ...[pay.type, pay.min, pay.max, tasksKo],
        ],
      ];
    },
  },
};
