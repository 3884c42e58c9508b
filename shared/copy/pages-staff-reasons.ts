import type { Locale } from "../domain/locale.ts";

type Reason = Record<Locale, string>;

/**
 * Reasons that are said most, to be chosen with one press. People are told them in mails, and the log keeps them: what is sent is the Korean text, whatever
 * language the desk reads.
 */
const byPhone = { ko: "전화로 못 오신다고 하셨습니다", en: "Said by telephone that they cannot come" };
const atTheBus = { ko: "현장에서 부탁하셔서 취소했습니다", en: "Asked for at the bus" };

/** Whether a cancellation was what the person asked for: nobody says sorry for that. */
export const isOwnWish = (reasonKo: string | undefined): boolean => [byPhone, atTheBus].some(({ ko }) => ko === reasonKo);

export const staffReasons = {
  book: [
    { ko: "현장에서 부탁하셔서 예약했습니다", en: "Asked for at the bus" },
    { ko: "전화로 부탁하셔서 예약했습니다", en: "Asked for by telephone" },
  ],
  move: [
    { ko: "현장에서 부탁하셔서 바꿨습니다", en: "Asked for at the bus" },
    { ko: "전화로 부탁하셔서 바꿨습니다", en: "Asked for by telephone" },
    { ko: "기업 사정으로 바꿨습니다", en: "The employer needs it" },
  ],
  cancel: [byPhone, atTheBus, { ko: "기업 사정으로 취소했습니다", en: "The employer cannot do it" }],
  withdraw: [
    { ko: "전화로 못 오신다고 하셨습니다", en: "Said by telephone that they cannot come" },
    { ko: "두 번 등록하셔서 하나를 취소했습니다", en: "Had registered twice" },
  ],
  correct: [
    { ko: "전화로 고쳐 달라고 하셨습니다", en: "Asked for by telephone" },
    { ko: "현장에서 본인과 확인했습니다", en: "Checked with the person at the bus" },
  ],
  address: [
    { ko: "전화로 주소를 알려 주셨습니다", en: "Told by telephone" },
    { ko: "현장에서 본인이 알려 주셨습니다", en: "Told by the person at the bus" },
    { ko: "보낸 메일이 되돌아와 다시 여쭤 봤습니다", en: "Mail came back, so we asked again" },
  ],
  ownData: [
    { ko: "현장에서 본인이 부탁하셨습니다", en: "Asked for by the person at the bus" },
    { ko: "위임장을 가진 대리인이 부탁하셨습니다", en: "Asked for by somebody with their written authority" },
  ],
  certificate: [
    { ko: "다른 사람의 이름으로 발급되었습니다", en: "It was issued in somebody else's name" },
    { ko: "오지 않은 면접으로 확인되었습니다", en: "They turned out not to have come to the interview" },
    { ko: "적힌 내용이 사실과 다릅니다", en: "What it says is not what was" },
  ],
  placement: [
    { ko: "채용되지 않았다고 본인이 알려 주셨습니다", en: "They told us that they were not hired" },
    { ko: "채용하지 않았다고 기업이 알려 주었습니다", en: "The employer told us that it did not hire them" },
    { ko: "다른 분의 결과로 잘못 확정했습니다", en: "It was confirmed for the wrong person" },
  ],
  aptitude: [
    { ko: "다른 분의 화면에서 눌렀습니다", en: "It was pressed for somebody else" },
    { ko: "다른 단추를 잘못 눌렀습니다", en: "The wrong button was pressed" },
  ],
  note: [
    { ko: "다른 분의 상담을 잘못 적었습니다", en: "It is about somebody else" },
    { ko: "같은 상담을 두 번 적었습니다", en: "The same talk was written twice" },
  ],
  notes: [
    { ko: "지금 이분과 상담하고 있습니다", en: "I am talking with them now" },
    { ko: "이분의 상담을 넘겨받았습니다", en: "I have taken over their counselling" },
  ],
  seat: [
    { ko: "현장에서 기다리고 계십니다", en: "Is waiting at the bus" },
    { ko: "전화로 부탁하셨습니다", en: "Asked for by telephone" },
  ],
  shift: [
    { ko: "면접관이 늦게 도착합니다", en: "The interviewer is late" },
    { ko: "앞 면접이 길어졌습니다", en: "Earlier interviews took longer" },
  ],
  release: [
    { ko: "기업이 오지 못하게 되었습니다", en: "The employer cannot come" },
    { ko: "채용이 끝났습니다", en: "The job is filled" },
  ],
  override: [
    { ko: "신분증과 등록한 이름을 확인했습니다", en: "Checked the identity card and the name registered" },
    { ko: "기업이나 상담사가 기다리고 있습니다", en: "The employer or counsellor is expecting them" },
    { ko: "운영 담당이 들여보내라고 했습니다", en: "The manager said to let them in" },
  ],
  undo: [
    { ko: "다른 분의 표를 잘못 접수했습니다", en: "Somebody else's ticket was checked in by mistake" },
    { ko: "표를 가진 분이 본인이 아니었습니다", en: "Whoever had the ticket was not its person" },
  ],
  renew: [
    { ko: "본인이 잃어버렸다고 하셨습니다", en: "They say that they lost it" },
    { ko: "다른 사람이 가지고 있을 수 있습니다", en: "Somebody else may have it" },
  ],
  settle: [
    { ko: "같은 분이 표를 두 번 보이셨습니다", en: "The same person showed the ticket twice" },
    { ko: "본인이 맞는지 현장에서 확인했습니다", en: "Checked at the bus that it is the right person" },
    { ko: "다른 분이 잘못 들어오셨습니다", en: "Somebody else went in by mistake" },
  ],
  count: [
    { ko: "그 시간에 현장에서 접수했습니다", en: "They were checked in at the bus at that time" },
    { ko: "본인이 현장에 계셨습니다", en: "The person was at the bus" },
  ],
  leave: [
    { ko: "누가 접수했는지 알 수 없습니다", en: "Nobody knows who checked them in" },
    { ko: "잘못 눌린 기록입니다", en: "It was pressed by mistake" },
  ],
  lost: [
    { ko: "기기를 분실함", en: "The device is lost" },
    { ko: "기기를 도난당함", en: "The device was stolen" },
  ],
  reassign: [{ ko: "창구 사정으로 자리를 옮깁니다", en: "The desk cannot be used" }],
} as const satisfies Record<string, readonly Reason[]>;

export type ReasonFor = keyof typeof staffReasons;
