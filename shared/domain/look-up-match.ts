/** Who is meant by what somebody says of themselves: a name, or the last digits of a number. */

const fewestDigits = 3;

/** Last digits that were typed, if that is what was typed: three or four of them, or the end of a whole number. */
const digitsIn = (text: string): string | undefined => {
  const digits = text.replace(/[\s\-.]/g, "");
  return /^\d+$/.test(digits) && digits.length >= fewestDigits ? digits.slice(-4) : undefined;
};

/** Whether a number that ends in these four digits may be meant. */
export const isPhoneMeant = (phoneEnd: string | null, typed: string): boolean => {
  const digits = digitsIn(typed);
  return digits !== undefined && (phoneEnd?.endsWith(digits) ?? false);
};

/** A name without what differs between two ways of typing it. */
export const nameLetters = (name: string): string => name.normalize("NFC").replace(/\s/g, "").toLowerCase();

/** The same of a whole name, or the beginning of one: two letters at least, whatever their case and spaces. */
export const isMeant = ({ name, phoneEnd }: { name: string; phoneEnd: string | null }, typed: string): boolean => {
  const wanted = nameLetters(typed);
  return ([...wanted].length > 1 && nameLetters(name).startsWith(wanted)) || isPhoneMeant(phoneEnd, typed);
};

/** What somebody says of themselves to be found over all visits: a whole name, or the last four digits of their number. */
export type SaidOfSelf = { name: string } | { phoneEnd: string };

/** The same in what was typed; undefined where it is too short to mean anybody. */
export const saidIn = (typed: string): SaidOfSelf | undefined => {
  const digits = digitsIn(typed);
  if (digits !== undefined) return digits.length === 4 ? { phoneEnd: digits } : undefined;
  const name = nameLetters(typed);
  return [...name].length > 1 && !/^\d+$/.test(name) ? { name } : undefined;
};
