import type { Locale } from "../../domain/locale.ts";

/** How it works, and the questions of seekers (`data/faqs.json`), trimmed to what is true today. */
const ko = {
  title: "이용 안내",
  lead: "일자리 상담 버스를 이용하는 방법입니다. 누구나 무료로 이용할 수 있습니다.",
  stepsTitle: "이렇게 이용합니다",
  steps: [
    ["가까운 방문 찾기", "날짜나 구를 골라 가까운 방문을 찾습니다."],
    ["면접 시간 예약", "기업과 일자리를 보고 비어 있는 시간을 고릅니다."],
    ["메일 확인", "예약 확인과 하루 전 안내, 당일 QR 코드를 메일로 보냅니다."],
    ["버스에서 접수", "QR 코드를 보여 주고 창구로 안내받습니다."],
  ],
  faqTitle: "자주 묻는 질문",
  faqs: [
    [
      "누가 이용할 수 있나요?",
      "일자리나 창업 상담을 원하는 시민은 누구나 무료로 이용할 수 있습니다. 나이, 경력, 학력을 가리지 않습니다. 온라인 등록은 15세부터입니다.",
    ],
    ["예약하지 않아도 되나요?", "네, 예약 없이 오셔도 상담을 받을 수 있습니다. 다만 예약한 분을 먼저 안내하므로 기다리실 수 있습니다."],
    [
      "현장면접은 어떻게 예약하나요?",
      "방문 일정에서 방문을 고르고, 원하는 일자리의 빈 시간을 누릅니다. 전자우편으로 본인 확인을 하고 이름을 적으면 됩니다. 동의하시면 그 기업에만 정보를 드립니다.",
    ],
    [
      "무엇을 가져가야 하나요?",
      "신분증을 가져오세요. 이력서가 있으면 좋지만 없어도 됩니다. 현장에서 함께 쓸 수 있습니다. 신분증은 본인 확인에만 씁니다.",
    ],
    ["비용이 드나요?", "아닙니다. 상담, 알선, 현장면접 모두 무료입니다. 누가 돈을 요구하면 바로 센터에 알려 주세요."],
    ["휴대전화가 없거나 인터넷이 어려우면 어떻게 하나요?", "전화하시거나 버스로 바로 오세요. 상담사가 도와 드립니다."],
    [
      "기업이 제 나이나 장애, 고향을 알 수 있나요?",
      "아니요. 나이, 성별, 사진, 가족, 출신 지역, 지원이 필요한 사항은 기업 화면에 나오지 않습니다.",
    ],
    [
      "예약을 바꾸거나 취소하려면 어떻게 하나요?",
      "내 예약에서 시간 바꾸기나 예약 취소를 누르면 됩니다. 시작하기 전까지 할 수 있습니다. 방문에 아예 못 오시면 ‘이 방문에 못 갑니다’를 누르세요.",
    ],
    [
      "원하는 시간이 다 찼으면요?",
      "대기를 신청해 주세요. 자리가 나면 신청한 순서대로 메일로 알려 드리고, 정한 시각까지 그 자리를 맡아 둡니다. 밤에는 알리지 않습니다.",
    ],
    [
      "면접에 늦거나 못 가게 되면요?",
      "전화로 알려 주세요. 10분이 지나면 다음 분을 먼저 안내할 수 있습니다. 오시지 못해도 불이익은 없지만, 미리 취소해 주시면 기다리는 분께 도움이 됩니다.",
    ],
    ["면접 결과는 언제 알 수 있나요?", "보통 1~3주가 걸립니다. 늦어지면 센터에 전화해 주세요."],
    [
      "적성검사는 어떻게 하나요?",
      "현장에서 신청하면 상담사가 필요한 검사를 함께 고릅니다. 결과는 상담으로 풀어 드립니다. 지문 같은 신체 정보는 저장하지 않습니다.",
    ],
    [
      "센터가 제 정보를 무엇을 가지고 있는지 어떻게 보나요?",
      "로그인한 뒤 ‘내 정보’를 여세요. 보관 중인 것을 모두 보고, 인쇄하거나 파일로 받을 수 있습니다. 이름, 태어난 해, 전화번호, 주소도 거기에서 고칩니다.",
    ],
    [
      "누가 제 정보를 보았는지 알 수 있나요?",
      "네. 센터 직원과 기업이 볼 때마다 기록합니다. ‘내 정보’의 ‘누가 보았는지 보기’에서 언제, 누가, 무엇 때문에 보았는지 나옵니다.",
    ],
    [
      "기업에 정보를 주기로 한 동의를 거둘 수 있나요?",
      "언제든지 거둘 수 있습니다. ‘내 정보’에서 그 기업의 ‘동의 거두기’를 누르세요. 바로 보이지 않게 되고, 그 기업과 남은 면접은 취소됩니다.",
    ],
    [
      "제 정보를 모두 지우려면 어떻게 하나요?",
      "‘내 정보’ 맨 아래 ‘모두 지우기’를 누르세요. 바로 지워지고 되돌릴 수 없습니다. 전자우편이 없으면 신분증을 가지고 창구로 오시면 도와 드립니다.",
    ],
    ["휠체어로 이용할 수 있나요?", "방문마다 계단이 있는지 적어 두었습니다. 도움이 필요하면 미리 전화해 주세요."],
  ],
  callTitle: "더 궁금한 것이 있으면",
};

const en: typeof ko = {
  title: "How it works",
  lead: "How to use the job counselling bus. It is free for everybody.",
  stepsTitle: "In four steps",
  steps: [
    ["Find a visit", "Choose a date or a district to find a visit near you."],
    ["Book an interview", "Look at the employers and jobs and choose a free time."],
    ["Read our mails", "We mail you a confirmation, a reminder the day before, and a QR code on the day."],
    ["Check in at the bus", "Show the QR code, and we take you to your desk."],
  ],
  faqTitle: "Questions and answers",
  faqs: [
    [
      "Who can use the service?",
      "Anybody who wants advice on work or starting a business, free of charge, whatever their age, experience or education. Online registration is from the age of 15.",
    ],
    ["Do I need a booking?", "No. You may simply come for counselling, but people with a booking go first, so you may have to wait."],
    [
      "How do I book an on-site interview?",
      "Choose a visit and press a free time of the job you like. Confirm your mail address and give your name. With your consent, only that employer receives your details.",
    ],
    [
      "What should I bring?",
      "Your ID. A CV helps but is not necessary: we can write one together. Your ID is used only to confirm who you are.",
    ],
    ["Does it cost anything?", "No. Counselling, referral and interviews are all free. If anybody asks for money, please tell the centre."],
    ["What if I have no mobile phone or internet?", "Call us, or simply come to the bus. A counsellor will help you."],
    [
      "Will the employer see my age, disability or home region?",
      "No. Age, gender, photo, family, home region and support needs are never shown to employers.",
    ],
    [
      "How do I change or cancel a booking?",
      "Open My bookings and press Change time or Cancel. You can do so until it starts. If you cannot come to the visit at all, press I cannot come to this visit.",
    ],
    [
      "What if the time I want is full?",
      "Join the waiting list. When a seat becomes free we mail people in the order in which they asked, and keep the seat until the time we say. Never at night.",
    ],
    [
      "What if I am late or cannot come?",
      "Please call us. After 10 minutes we may call the next person. There is no penalty, but cancelling helps somebody who is waiting.",
    ],
    ["When do I hear the result?", "Usually within one to three weeks. If it takes longer, please call the centre."],
    [
      "How does the aptitude test work?",
      "Ask on the spot; the counsellor helps choose a test and explains the result. We store no fingerprints or other body data.",
    ],
    [
      "How do I see what you keep about me?",
      "Sign in and open My data. You can read everything there, print it or save it, and correct your name, year of birth, telephone and address.",
    ],
    [
      "Can I know who looked at my data?",
      "Yes. Each look of our staff or an employer is recorded. Under My data, See who saw it shows when, who and what for.",
    ],
    [
      "Can I take back my consent for an employer?",
      "At any time. Under My data, press Withdraw at that employer. It sees nothing more at once, and interviews with it that have not begun are cancelled.",
    ],
    [
      "How do I have everything deleted?",
      "Press Delete everything at the end of My data. It is deleted at once and cannot be undone. Without a mail address, come to the desk with your ID and we help you.",
    ],
    ["Can I come in a wheelchair?", "Each visit says whether there are steps. If you need help, please call us before."],
  ],
  callTitle: "Anything else?",
};

export const helpWords: Record<Locale, typeof ko> = { ko, en };
