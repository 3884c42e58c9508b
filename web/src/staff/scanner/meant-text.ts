/**
 * What a keyboard-wedge scanner or a hand meant to type. With the Korean input method on, the keys J S 1 arrive as "ㅓㄴ1"; tokens and codes know
 * Latin capitals only, so the keys can be told from the letters. Text without Hangul is left as it is, and is there at once: what tells keys from letters is
 * fetched when it is needed (the worker keeps it).
 */
export function meantText(typed: string): string | Promise<string> {
  const text = typed.trim();
  if (!/\p{Script=Hangul}/u.test(text)) return text;
  return import("es-hangul").then(({ convertHangulToQwerty }) => convertHangulToQwerty(text).toUpperCase());
}
