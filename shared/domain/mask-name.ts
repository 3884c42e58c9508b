/**
 * A name as it may stand on a screen at the desk (`codes.json` → names): "김하늘" is "김○늘", "Anna Berg" is "A○○a B○○g"; a name of
 * two letters keeps the first.
 */
export const maskName = (name: string): string =>
  name
    .split(" ")
    .map((word) => {
      const letters = Array.from(word);
      if (letters.length <= 1) return word;
      const last = letters.length > 2 ? letters.at(-1) : "○";
      return `${letters[0]}${"○".repeat(Math.max(0, letters.length - 2))}${last}`;
    })
    .join(" ");
