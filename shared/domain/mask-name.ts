/**
 * A name as it may stand on a screen at the desk (`codes.json` → names): "김하늘" is "김○늘", "Anna Berg" is "A○○a B○○g"; a word of
 * two letters keeps the first. Of a name written in words of one letter only the first word is shown: "김 하 늘" is "김 ○ ○".
 */
export const maskName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word, i) => {
      const letters = Array.from(word);
      if (letters.length <= 1) return i === 0 ? word : "○";
      const last = letters.length > 2 ? letters.at(-1) : "○";
      return `${letters[0]}${"○".repeat(Math.max(0, letters.length - 2))}${last}`;
    })
    .join(" ");
