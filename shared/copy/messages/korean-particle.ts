import { josa } from "es-hangul";

type Particles = Parameters<typeof josa.pick>[1];

/** How a last digit is read aloud (Sino-Korean): "02-000-0000" ends in 영 and takes 으로, "…0002" in 이 and takes 로. */
const digitReadings = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/**
 * A word with the particle that its last sound asks for. A word that ends in neither Hangul nor a digit, such as a Latin
 * name, gets both forms, "Seoul Hall(으)로", as public writing does.
 */
export function withParticle(word: string, particles: Particles): string {
  const last = word.replace(/[\s)\]"'”’]+$/u, "").at(-1) ?? "";
  const sound = digitReadings[Number.parseInt(last, 10)] ?? last;
  return /[가-힣]/.test(sound) ? `${word}${josa.pick(sound, particles)}` : `${word}${bothForms(particles)}`;
}

/** "으로/로" → "(으)로", "이/가" → "이(가)". */
function bothForms(particles: Particles): string {
  const [closed = "", open = ""] = particles.split("/");
  return closed.endsWith(open) ? `(${closed.slice(0, -open.length)})${open}` : `${closed}(${open})`;
}
