import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";

/** Whole fonts, of which a paper carries the letters that it needs: every Hangul syllable is in them, Vietnamese, Russian, and the Chinese characters of Korean names. */
const files = { regular: "400Regular/NotoSansKR_400Regular.ttf", bold: "700Bold/NotoSansKR_700Bold.ttf" } as const;

export type PaperFonts = {
  read(weight: keyof typeof files): Buffer;
  /** Whether there is a shape for every letter of a line. */
  canPrint(text: string): boolean;
};

/** @param folder where the fonts lie; read at the first paper, so that a question about one waits for none. */
export const paperFonts = (folder: string): PaperFonts => {
  const kept = new Map<string, Buffer>();
  const read: PaperFonts["read"] = (weight) => {
    const font = kept.get(weight) ?? readFileSync(join(folder, files[weight]));
    kept.set(weight, font);
    return font;
  };
  let shapes: Font | undefined;
  return {
    read,
    canPrint: (text) => {
      shapes ??= create(read("regular")) as Font;
      const known = shapes;
      return Array.from(text).every((letter) => known.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    },
  };
};
