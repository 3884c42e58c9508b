import type { Locale } from "../../domain/locale.ts";

/** Who saw my data. */
const ko = {
  title: "내 정보를 누가 보았나",
  lead: "센터 직원이나 기업이 내 정보를 본 기록입니다. 2년 동안 둡니다.",
  backTo: "내 정보",
  none: "아직 본 사람이 없습니다.",
  more: "더 보기",
  who: "본 사람",
  why: "까닭",
  visit: "방문",
  onList: (people: number) => `${people}명의 명단에서`,
  between: (from: string, until: string) => `${from}~${until} 사이`,
  until: (time: string) => `${time}까지 다시 보아도 한 번으로 적습니다.`,
  centre: "센터 직원",
  centreAs: (role: string) => `센터 직원 (${role})`,
  employer: (name: string) => `기업 ${name}`,
  question: "궁금한 점이 있으면 센터에 전화해 주세요.",
};

const en: typeof ko = {
  title: "Who saw my data",
  lead: "When people of the centre or an employer saw your data. We keep this for 2 years.",
  backTo: "My data",
  none: "Nobody has yet.",
  more: "Show more",
  who: "Who",
  why: "What for",
  visit: "Visit",
  onList: (people) => `on a list of ${people}`,
  between: (from, until) => `Between ${from} and ${until}`,
  until: (time) => `Further looks until ${time} are not noted apart.`,
  centre: "The centre",
  centreAs: (role) => `The centre (${role})`,
  employer: (name) => `Employer ${name}`,
  question: "Please call the centre if you have a question.",
};

export const accessWords: Record<Locale, typeof ko> = { ko, en };
