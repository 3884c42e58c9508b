import type { PersonAnywhere } from "../../shared/contract/people-search.ts";
import { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId } from "../support/builders.ts";

const at = (date: string, placeNameKo: string) => ({
  ...{ visitId: VisitId.parse(anId("vis")), registrationId: RegistrationId.parse(anId("reg")) },
  ...{ date: LocalDate.parse(date), placeNameKo },
});
const people: PersonAnywhere[] = [
  {
    name: "김하늘",
    birthYear: 1964,
    phoneEnd: "0101",
    visits: [at("2026-11-26", "양재 aT센터 앞"), at("2026-09-03", "구로디지털단지역 앞")],
  },
  { name: "김하늘", birthYear: 1971, phoneEnd: null, visits: [at("2026-10-15", "서울역 광장")] },
];
export const foundAnywhere = { people, more: true };
