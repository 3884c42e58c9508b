import type { ConcernCategory, ConcernCounts } from "../domain/concern.ts";
import type { Labels } from "./codes.ts";

export const concernCategoryLabels: Labels<ConcernCategory> = {
  hiring: { ko: "인력(구인난)", en: "Finding people" },
  funding: { ko: "자금", en: "Funding" },
  sales: { ko: "판로와 수출", en: "Sales and export" },
  technology: { ko: "기술 개발", en: "Technology" },
  regulation: { ko: "규제와 인허가", en: "Regulation and permits" },
  labour: { ko: "노무와 세무", en: "Labour law and tax" },
  site: { ko: "입지와 환경", en: "Site and surroundings" },
  other: { ko: "그 밖", en: "Other" },
};

/** Where concerns stand. */
export const concernPlaceLabels: Labels<keyof ConcernCounts> = {
  brought: { ko: "접수", en: "Brought" },
  new: { ko: "담당 없음", en: "No owner" },
  assigned: { ko: "처리 중", en: "In hand" },
  overdue: { ko: "기한 지남", en: "Overdue" },
  answered: { ko: "답함", en: "Answered" },
  withdrawn: { ko: "신청 취소", en: "Taken back" },
};
