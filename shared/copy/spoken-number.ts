/** How numbers of the queue are said aloud in Korean, for the call at the bus and for the slip. */

const digits = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const places = ["", "십", "백"];
const letters: Readonly<Record<string, string>> = {
  ...{ A: "에이", B: "비", C: "씨", D: "디", E: "이", F: "에프", G: "지", H: "에이치", I: "아이", J: "제이", K: "케이", L: "엘", M: "엠" },
  ...{ N: "엔", O: "오", P: "피", Q: "큐", R: "알", S: "에스", T: "티", U: "유", V: "브이", W: "더블유", X: "엑스", Y: "와이", Z: "제트" },
};

/** A number from 1 to 999 as it is counted in Korean: 12 → "십이", 110 → "백십", 305 → "삼백오". */
export const countedKo = (number: number): string =>
  [...String(number)]
    .map((digit, i, all) => {
      const place = places[all.length - 1 - i] ?? "";
      if (digit === "0") return "";
      return digit === "1" && place !== "" ? place : `${digits[Number(digit)]}${place}`;
    })
    .join("");

/** Letter by letter: "7K3M" → "칠 케이 삼 엠". */
const spelledKo = (text: string): string => [...text].map((sign) => letters[sign] ?? digits[Number(sign)] ?? sign).join(" ");

/** What somebody is called by, in words: "A-012" → "에이 십이번"; half a ticket's code, "7K3M", letter by letter. */
export function spokenLabel(label: string): string {
  const [, letter, count] = /^([A-Z]{1,3})-(\d{3})$/.exec(label) ?? [];
  return letter && count ? `${spelledKo(letter)} ${countedKo(Number(count))}번` : spelledKo(label);
}

/** The call itself. Desks are named in Korean, as on their signs. */
export const spokenCall = (label: string, deskLabel: string): string => `${spokenLabel(label)}, ${deskLabel} 쪽으로 오세요.`;
