import { disassemble } from "es-hangul";

const masked = "○";

/**
 * Whether a masked name ("김○늘") may be the one that is being typed ("김하", "김하늘"): what is hidden fits anything, and a syllable may be half written
 * yet. Latin letters in either case.
 */
export function mayBe(maskedName: string, typed: string): boolean {
  const [name, wanted] = [lettersOf(maskedName), lettersOf(typed)];
  if (wanted.length > name.length) return false;
  return wanted.every((letter, i) => {
    const other = name[i] ?? "";
    if (other === masked || other === letter) return true;
    return i === wanted.length - 1 && disassemble(other).startsWith(disassemble(letter));
  });
}

const lettersOf = (text: string): string[] => [...text.normalize("NFC").replace(/\s/g, "").toLowerCase()];
