/** Little pictures, flags, and what joins and colours them. */
const picture = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3)$/u;

/**
 * A text as a paper can show it. A letter without a shape would come as nothing, and nobody would know: a box says that one is missing. A little picture is no
 * letter, and is left out with the blank beside it.
 *
 * @param canPrint whether there is a shape for a letter
 */
export const printable = (text: string, canPrint: (letter: string) => boolean): string => {
  const letters = Array.from(text);
  const kept = letters.filter((letter) => canPrint(letter) || !picture.test(letter));
  const shown = kept.map((letter) => (letter === "\n" || canPrint(letter) ? letter : "□")).join("");
  return kept.length === letters.length ? shown : shown.replace(/ {2,}/g, " ").replace(/^ +| +$/gm, "");
};
