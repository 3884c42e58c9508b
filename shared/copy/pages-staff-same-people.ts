import type { Locale } from "../domain/locale.ts";

/** Words of the page about people who may be there twice. Korean defines the keys; English must have the same ones. */
const ko = {
  title: "두 번 등록된 분",
  lead: "이름과 태어난 해가 같은 기록입니다. 같은 분인지 본인에게 확인한 뒤 합쳐 주세요. 합쳐도 지워지는 것은 없습니다. 한 사람으로 세고, 본인이 내 정보를 볼 때 두 기록을 함께 보여 드립니다.",
  none: "두 번 등록된 것 같은 분이 없습니다",
  birthYear: (year: number) => `${year}년생`,
  phoneEnd: (digits: string | null) => (digits === null ? "전화번호 없음" : `전화 끝자리 ${digits}`),
  mail: (has: boolean): string => (has ? "전자우편 있음" : "전자우편 없음"),
  here: "이 방문에 등록",
  lastVisit: (date: string) => `마지막 방문 ${date}`,
  first: "첫째 기록",
  second: "둘째 기록",
  phone: { same: "전화 끝자리가 같음", missing: "한쪽에 전화번호가 없음", different: "전화 끝자리가 다름" },
  merged: "합쳐 둔 기록",
  merge: "같은 분입니다",
  separate: "다시 나누기",
  reason: "이유",
  reasonHint: "어떻게 확인했는지 적어 주세요. 본인도 기록을 볼 수 있습니다.",
  mergeNow: "합치기",
  separateNow: "나누기",
  cancel: "그만두기",
  mergedNow: "합쳤습니다. 잘못 합쳤으면 다시 나눌 수 있습니다.",
  separatedNow: "다시 나누었습니다.",
};

const en: typeof ko = {
  title: "Registered twice",
  lead: "Records with the same name and year of birth. Please ask the person, then merge. Nothing is deleted by it: they count as one person, who sees both records under My data.",
  none: "Nobody seems to be registered twice",
  birthYear: (year) => `Born ${year}`,
  phoneEnd: (digits) => (digits === null ? "No telephone number" : `Number ends in ${digits}`),
  mail: (has) => (has ? "Has a mail address" : "No mail address"),
  here: "Registered for this visit",
  lastVisit: (date) => `Last visit ${date}`,
  first: "First record",
  second: "Second record",
  phone: { same: "The numbers end alike", missing: "One has no number", different: "The numbers differ" },
  merged: "Merged",
  merge: "It is one person",
  separate: "Take apart again",
  reason: "Reason",
  reasonHint: "Please write how you made sure. The person can see that it was done.",
  mergeNow: "Merge",
  separateNow: "Take apart",
  cancel: "Leave it",
  mergedNow: "Merged. If that was wrong, you can take them apart again.",
  separatedNow: "They are apart again.",
};

export const samePeopleWords: Record<Locale, typeof ko> = { ko, en };
