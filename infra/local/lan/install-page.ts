import { type Markup, markup } from "../markup.ts";

export type InstallFacts = { readonly site: string; readonly fingerprint: string; readonly qr: Markup };

/** Where the phone fetches what it installs. */
export const authorityPath = "/jobstop-authority.crt";
export const stylePath = "/style.css";

const steps = [
  {
    titleKo: "안드로이드 (삼성 등)",
    titleEn: "Android",
    stepsKo: [
      "화면 잠금(비밀번호나 패턴)이 있어야 설치할 수 있습니다. 없으면 설정 앱에서 먼저 정합니다.",
      "위의 “인증서 받기”를 누릅니다.",
      "설정 앱을 엽니다. 위의 돋보기를 눌러 “CA 인증서”를 찾습니다.",
      "“CA 인증서”를 누르고 “무시하고 설치”를 누릅니다.",
      "받은 파일 jobstop-authority.crt 를 고릅니다.",
    ],
    stepsEn: [
      "The phone needs a screen lock (PIN or pattern). If it has none, set one in Settings first.",
      "Press “Get the certificate” above.",
      "Open Settings. Press the magnifying glass and look for “CA certificate”.",
      "Press “CA certificate”, then “Install anyway”.",
      "Choose the file jobstop-authority.crt.",
    ],
  },
  {
    titleKo: "아이폰",
    titleEn: "iPhone",
    stepsKo: [
      "이 화면을 사파리(Safari)로 엽니다. 위의 “인증서 받기”를 누르고 “허용”을 누릅니다.",
      "설정 앱을 엽니다. 위쪽의 “프로파일이 다운로드됨”을 누르고 “설치”를 누릅니다. 휴대전화 암호를 물으면 넣습니다.",
      "설정 → 일반 → 정보 → 맨 아래 “인증서 신뢰 설정”을 누릅니다.",
      "“Jobstop”을 켭니다.",
    ],
    stepsEn: [
      "Open this page in Safari. Press “Get the certificate” above, then “Allow”.",
      "Open Settings. Press “Profile Downloaded” at the top, then “Install”. If it asks for the passcode of the phone, type it.",
      "Go to Settings → General → About → “Certificate Trust Settings”, at the very bottom.",
      "Turn “Jobstop” on.",
    ],
  },
] as const;

const list = (words: readonly string[]): Markup => markup`<ol>${words.map((word) => markup`<li>${word}</li>`)}</ol>`;

/** What a phone does once, so that it trusts this computer: get the certificate, install it, compare, open the app. Korean first. */
export const installPage = ({ site, fingerprint, qr }: InstallFacts): string =>
  markup`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>휴대전화 준비 · Set up a phone</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main>
<h1>휴대전화 준비 <span lang="en">Set up a phone</span></h1>
<p>버스에서 쓸 휴대전화마다 한 번만 합니다. 센터의 휴대전화에만 하세요.
<span lang="en">Once for each phone that is used at the bus. Only on the centre's own phones.</span></p>
<p><a class="press" href="${authorityPath}">인증서 받기 <span lang="en">Get the certificate</span></a></p>
${steps.map(
  ({ titleKo, titleEn, stepsKo, stepsEn }) => markup`<section>
<h2>${titleKo} <span lang="en">${titleEn}</span></h2>
${list(stepsKo)}
<div lang="en">${list(stepsEn)}</div>
</section>`,
)}
<section>
<h2>맞는지 보기 <span lang="en">Compare</span></h2>
<p>휴대전화가 보여 주는 인증서의 SHA-256 지문이 컴퓨터 화면의 지문과 같아야 합니다. 다르면 지우고 담당자에게 알려 주세요.
<span lang="en">The SHA-256 fingerprint that the phone shows has to be the one on the computer's screen. If it is not, remove it and tell the person in charge.</span></p>
<p class="fingerprint">${fingerprint}</p>
<p>지문이 보이는 곳: 안드로이드는 설정에서 “사용자 인증서”를 찾아 “Jobstop”을 누르면 “SHA-256 지문”에 있습니다. 아이폰은 설정 → 일반 → VPN 및 기기 관리 → “Jobstop” → “세부사항 더 보기” → 인증서를 누르면 맨 아래에 있습니다.
<span lang="en">Where it is shown: on Android look for “User certificates” in Settings and press “Jobstop”: “SHA-256 fingerprint”. On iPhone Settings → General → VPN &amp; Device Management → “Jobstop” → “More Details” → the certificate, at the very bottom.</span></p>
</section>
<section>
<h2>열기 <span lang="en">Open</span></h2>
<p><a class="press" href="${site}/staff">접수 창구 열기 <span lang="en">Open the desk app</span></a></p>
<p>${site}</p>
<div class="qr" role="img" aria-label="이 화면의 주소 Address of this page">${qr}</div>
</section>
<section>
<h2>다 쓴 뒤 <span lang="en">When you no longer need it</span></h2>
<p>안드로이드: 설정에서 “사용자 인증서”를 찾아 지웁니다. 아이폰: 설정 → 일반 → VPN 및 기기 관리에서 지웁니다.
<span lang="en">Android: look for “User certificates” in Settings and remove it. iPhone: Settings → General → VPN &amp; Device Management.</span></p>
</section>
</main>
</body>
</html>
`.text;

export const installStyle = `
body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
h1, h2 { line-height: 1.3; }
[lang="en"] { display: block; color: #444; font-size: 0.9em; }
.press { display: block; padding: 1rem; border-radius: 0.5rem; background: #0b4f8a; color: #fff; text-align: center; font-weight: bold; }
.press [lang="en"] { color: #fff; }
.fingerprint { font-family: monospace; overflow-wrap: anywhere; }
.qr { width: 12rem; }
li { margin-block: 0.25rem; }
`;
