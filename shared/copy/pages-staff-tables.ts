import type { Locale } from "../domain/locale.ts";

/** Words of the page where staff pair an employer's device with its desk. Korean defines the keys. */
const ko = {
  title: "기업 기기 연결",
  lead: "기업 담당자의 태블릿이나 휴대전화를 오늘 하루 이 창구에 연결합니다.",
  toPair: (desk: string) => `${desk} 기업 기기 연결`,
  noEmployer: "이 창구에는 오늘 면접하는 기업이 없습니다.",
  give: "연결 번호 만들기",
  giveAgain: "새 번호 만들기",
  show: "기업 기기로 QR 코드를 찍거나, 아래 주소를 열어 번호를 넣게 해 주세요.",
  qr: (code: string) => `연결용 QR 코드, 번호 ${code}`,
  address: "주소",
  code: "연결 번호",
  until: (time: string) => `${time}까지 한 번만 쓸 수 있습니다.`,
  over: "시간이 지난 번호입니다. 새 번호를 만들어 주세요.",
  paired: "기기가 연결되었습니다.",
  devices: "오늘 연결한 기기",
  noDevices: "아직 연결한 기기가 없습니다.",
  pairedAt: (time: string) => `${time} 연결`,
  live: "연결됨",
  endedAt: (time: string) => `${time} 끊음`,
  ended: "끝남",
  end: "연결 끊기",
  kiosk: {
    title: "스스로 등록하는 기기",
    lead: "오신 분이 직접 이름을 적는 태블릿을 연결합니다. 그 기기는 등록만 할 수 있고, 아무것도 볼 수 없습니다.",
    toPair: "스스로 등록하는 기기 연결",
    signsOut: "연결할 기기에 누가 로그인해 있으면 로그아웃됩니다.",
    show: "등록 기기로 QR 코드를 찍거나, 그 기기에서 아래 주소를 열어 번호를 넣어 주세요.",
    paired: "등록 기기가 연결되었습니다. 등록한 분이 이름을 말하면 ‘이름으로 찾기’에서 찾을 수 있습니다.",
    endAll: "모두 끊기",
    endAllHint: "기기를 잃어버렸거나 더 쓰지 않을 때 누르세요. 방문이 끝나면 저절로 끊깁니다.",
  },
  outcome: (outcome: string) => `기업이 적은 결과: ${outcome}`,
};

export type StaffTablesWords = typeof ko;

const en: StaffTablesWords = {
  title: "Connect the employer's device",
  lead: "Connects the employer's tablet or phone with this desk, for today only.",
  toPair: (desk) => `Connect the employer's device: ${desk}`,
  noEmployer: "No employer interviews at this desk today.",
  give: "Make a connection code",
  giveAgain: "Make a new code",
  show: "The employer scans the QR code with the device, or opens the address below and types the code.",
  qr: (code) => `QR code for connecting, code ${code}`,
  address: "Address",
  code: "Connection code",
  until: (time) => `Good for one device, until ${time}.`,
  over: "This code is too old. Please make a new one.",
  paired: "The device is connected.",
  devices: "Devices connected today",
  noDevices: "No device has been connected yet.",
  pairedAt: (time) => `Connected ${time}`,
  live: "Connected",
  endedAt: (time) => `Ended ${time}`,
  ended: "Over",
  end: "Disconnect",
  kiosk: {
    title: "Self-registration device",
    lead: "Connects a tablet on which people write their own name. It can register, and shows nothing of anybody.",
    toPair: "Connect a self-registration device",
    signsOut: "Whoever is signed in on that device is signed out.",
    show: "Scan the QR code with the tablet, or open the address below on it and type the code.",
    paired: "The device is connected. People who registered are found by name under “Find by name”.",
    endAll: "Disconnect all",
    endAllHint: "For a lost device, or when it is not needed any more. It ends by itself with the visit.",
  },
  outcome: (outcome) => `Result by the employer: ${outcome}`,
};

export const staffTablesWords: Record<Locale, StaffTablesWords> = { ko, en };
