/** Room to write in, which no end of a line takes away. */
const blank = (letters: number): string => "\u00A0".repeat(letters);

/**
 * Words of the papers of referral, after the forms of the Employment Security Act's rules (직업안정법 시행규칙 별지 제3호, 제4호, 제4호의2서식). Korean alone: those who
 * hand them in and take them are named in it. Of the person they say what the consent for employers names, and no more.
 */
export const referralPaperWords = {
  letter: {
    title: "취업알선장",
    name: "성명",
    occupations: "희망 직종",
    careers: "해 본 일",
    qualifications: "자격과 면허",
    employer: "구인업체",
    address: "소재지",
    job: "모집 직무",
    occupation: "직종",
    employment: "고용 형태",
    pay: "임금",
    hours: "근무 시간",
    interview: "면접",
    interviewAt: (when: string, place: string) => `${when}, ${place}`,
    noTime: (date: string, place: string) => `${date} 방문, ${place} (시간은 아직 예약하지 않음)`,
    referredOn: "알선일",
    by: "알선 상담사",
    statement: "위 사람을 귀 업체의 모집 직무에 알선하오니 면접하여 주시기 바랍니다.",
    back: "채용 여부가 정해지면 채용 결과 통보서나 구인기업 화면으로 알려 주시기 바랍니다.",
  },
  list: {
    title: "알선자 명단",
    employer: "구인업체",
    visit: "방문일",
    count: "알선 인원",
    people: (count: number) => `${count}명`,
    head: ["번호", "성명", "모집 직무", "해 본 일과 자격", "알선일", "면접"],
    none: "알선한 사람이 없습니다.",
    consented: "귀 업체에 정보를 주는 데 동의한 분만, 동의한 차례로 적었습니다. 채용이 끝나면 이 명단을 없애 주시기 바랍니다.",
    noTime: "예약 전",
  },
  notice: {
    title: "채용 결과 통보서",
    employer: "구인업체",
    number: "사업자등록번호",
    visit: "방문일",
    writer: "작성자",
    phone: "전화번호",
    head: ["번호", "성명", "모집 직무", "채용 여부", "입사일", "채용하지 않은 까닭"],
    answer: "□ 채용\n□ 미채용",
    told: { hired: "채용", not_hired: "미채용" },
    statement: "알선받은 사람의 채용 결과를 위와 같이 알려 드립니다.",
    date: `${blank(8)}년${blank(8)}월${blank(8)}일`,
    sign: `업체 대표 또는 담당자${blank(24)}(서명 또는 인)`,
    to: "일자리 정류장 귀중",
    hint: "구인기업 화면의 '면접 결과'에서 알려 주시면 이 종이를 내지 않으셔도 됩니다.",
  },
  issuer: "일자리 정류장",
  noSeal: "(직인 생략)",
  phone: (phone: string) => `전화 ${phone}`,
} as const;
