import { expect, test } from "vitest";
import { printable } from "../../functions/papers/printable.ts";

/** A font with Hangul, Latin letters, digits, marks and blanks, and nothing else. */
const canPrint = (letter: string): boolean => /^[\p{Script=Hangul}a-zA-Z0-9 .,·©]$/u.test(letter);

test.each([
  ["김하늘", "김하늘"],
  ["김하늘😀", "김하늘"],
  ["👩🏽‍🍳 조리 보조 🇰🇷 경력", "조리 보조 경력"],
  // What the font has stays, little picture or not.
  ["©2026 ❤️", "©2026"],
  ["1️⃣ 이력서\n2️⃣ 면접", "1 이력서\n2 면접"],
  // A letter that is missing is a box, so that somebody sees that one is.
  ["𠮷씨", "□씨"],
  // Without a picture nothing is tidied.
  ["두  칸", "두  칸"],
  ["😀", ""],
])("%o is printed as %o", (text, shown) => expect(printable(text, canPrint)).toBe(shown));
