import { convertHangulToQwerty } from "es-hangul";

/**
 * What a keyboard-wedge scanner or a hand meant to type. With the Korean input method on, the keys J S 1 arrive as "ㅓㄴ1"; tokens and codes know
 * Latin capitals only, so the keys can be told from the letters. Text without Hangul is left as it is.
 */
export function meantText(typed: string): string {
  const text = typed.trim();
  return /\p{Script=Hangul}/u.test(text) ? convertHangulToQwerty(text).toUpperCase() : text;
}
