import type { Locale } from "../domain/locale.ts";

/** Words for the key that QR codes of a visit are signed with. Korean defines the keys; English must have the same ones. */
const ko = {
  title: "QR 코드 열쇠",
  lead: "이 열쇠로 만든 QR 코드만 진짜로 받습니다. 남이 QR 코드를 지어내 접수하는 것을 막아 줍니다. 다른 사람이 열쇠를 알게 되었을 수 있으면 바꾸세요.",
  rotate: "열쇠 바꾸기",
  ask: "QR 코드 열쇠를 바꿀까요?",
  what: [
    "앞으로 만드는 QR 코드는 새 열쇠로 만듭니다.",
    "이미 드린 QR 코드는 그대로 쓸 수 있습니다. 막아야 할 QR 코드는 그분 화면에서 새로 만들어 주세요.",
    "접수 기기는 연결된 곳에서 명단을 다시 불러와야 새 QR 코드를 알아봅니다.",
  ],
  now: "바꾸기",
  done: "열쇠를 바꿉니다. 접수 기기에서 명단을 다시 불러와 주세요.",
};

export type ManagerKeysWords = typeof ko;

const en: ManagerKeysWords = {
  title: "Key for QR codes",
  lead: "Only QR codes made with it are taken as genuine: nobody can check in with one of their own making. Change it where somebody else may have come to know it.",
  rotate: "Change the key",
  ask: "Change the key for QR codes?",
  what: [
    "QR codes made from now on are made with the new key.",
    "Those given out before stay good. To stop one of them, make a new one on the page of its person.",
    "Devices at the desk know new QR codes once they have loaded the list again.",
  ],
  now: "Change it",
  done: "The key is being changed. Please load the list again on each device.",
};

export const managerKeysWords: Record<Locale, ManagerKeysWords> = { ko, en };
