/** Words of what somebody gives for reports alone, on their own page and at the desk. Korean defines the keys. */
const ko = {
  title: "통계에 쓰는 정보",
  cardText: "성별과 학력은 방문한 분이 몇 명인지 세는 데에만 씁니다. 적지 않으셔도 됩니다.",
  open: "통계 정보 적기",
  change: "통계 정보 고치기",
  lead: "원하실 때만 적어 주세요. 적지 않아도 방문, 면접, 상담은 모두 똑같습니다. 직원도 기업도 누구의 것인지 볼 수 없습니다.",
  sex: "성별",
  education: "학력",
  unsaid: "답하지 않음",
  either: "둘 가운데 하나만 적으셔도 됩니다.",
  agree: "위 내용에 동의합니다",
  agreeFirst: "동의하시면 이 칸을 눌러 표시해 주세요.",
  save: "저장하기",
  saved: "저장했습니다.",
  takeBack: "지우고 동의 거두기",
  takeBackText: "적으신 성별과 학력을 바로 지웁니다. 앞으로 만드는 보고서에서 세지 않습니다.",
  takenBack: "지우고 동의를 거두었습니다.",
  consent: "성별과 학력을 통계에 쓰기",
  consentEnds: "거두시면 적으신 성별과 학력을 바로 지웁니다.",
  staffText: "본인이 원하시면 안내를 읽어 드리고 적습니다. 적은 뒤에는 누구의 것인지 볼 수 없고, 다시 적으면 새로 적은 것만 남습니다.",
  staffCancel: "돌아가기",
};

const en: typeof ko = {
  title: "For statistics",
  cardText: "Your sex and education are used only to count who comes. You need not give them.",
  open: "Give them",
  change: "Change them",
  lead: "Only if you wish. Visits, interviews and counselling are the same without it. Neither staff nor employers can see whose they are.",
  sex: "Sex",
  education: "Education",
  unsaid: "No answer",
  either: "You may give one of the two alone.",
  agree: "I agree to this",
  agreeFirst: "If you agree, please tick this box.",
  save: "Save",
  saved: "Saved.",
  takeBack: "Delete and take back",
  takeBackText: "What you gave is deleted at once, and no report to come counts it.",
  takenBack: "Deleted, and taken back.",
  consent: "Sex and education are counted in reports",
  consentEnds: "Taking it back deletes what you gave at once.",
  staffText:
    "If they wish, read the notice to them and write it down. Nobody can see afterwards whose it is; written again it takes the place of what was there.",
  staffCancel: "Back",
};

export const statisticsWords = { ko, en };
