let rows = 0;

/** A row of Seoul's open data, as its service answers it; a firm of its own unless said. */
export const aJobRow = (over: Record<string, string> = {}): Record<string, string> => {
  rows += 1;
  const number = `120122611${String(rows).padStart(6, "0")}`;
  return {
    ...{ JO_REQST_NO: `K${number}`, JO_REGIST_NO: `H${number}`, CMPNY_NM: `가상상회 ${number}`, BSNS_SUMRY_CN: "방문 요양" },
    ...{ RCRIT_JSSFC_CMMN_CODE_SE: "550104", JOBCODE_NM: "요양보호사", RCRIT_NMPR_CO: "1" },
    ...{ ACDMCR_CMMN_CODE_SE: "J00100", ACDMCR_NM: "관계없음", EMPLYM_STLE_CMMN_CODE_SE: "J01105", EMPLYM_STLE_CMMN_MM: "상용직(시간제)" },
    ...{ WORK_PARAR_BASS_ADRES_CN: "서울 동대문구 가상로 1", SUBWAY_NM: "청량리역", DTY_CN: "- 어르신 이동 돕기\n- 식사 준비" },
    ...{ CAREER_CND_CMMN_CODE_SE: "J01300", CAREER_CND_NM: "무관", HOPE_WAGE: "시급 / 11200원 ", RET_GRANTS_NM: "퇴직금" },
    ...{ WORK_TIME_NM: "(근무시간) (오전) 10시 30분 ~ (오후) 1시 30분", WORK_TM_NM: "", HOLIDAY_NM: "주5일근무", WEEK_WORK_HR: "15" },
    ...{ JO_FEINSR_SBSCRB_NM: "국민연금 건강보험 고용보험 산재보험", RCEPT_CLOS_NM: "마감일 (2026-12-31)" },
    ...{
      PRESENTN_PAPERS_NM: "이력서",
      BASS_ADRES_CN: "서울 동대문구 가상로 1",
      JO_SJ: "재가 요양보호사 모십니다",
      JO_REG_DT: "2026-11-10",
    },
    ...over,
  };
};
