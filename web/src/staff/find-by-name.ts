import { disassemble } from "es-hangul";

const masked = "○";

/**
 * Whether somebody of a masked list is found under a name: the whole of it, or its beginning up to a letter that is shown. A letter that is hidden says nothing
 * of how it goes on, so that "이랑" is nobody's beginning in "이○다". What is found so, the server finds too among the same people, if it is right.
 */
export function isNamed(maskedName: string, typed: string): boolean {
  const [name, wanted] = [lettersOf(maskedName), lettersOf(typed)];
  if (wanted.length < 2 || wanted.length > name.length) return false;
  const isSame = wanted.every((letter, i) => name[i] === masked || name[i] === letter);
  return isSame && (wanted.length === name.length || name[wanted.length - 1] !== masked);
}

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
