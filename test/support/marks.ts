/**
 * Whether a text holds a mark of somebody planted for a test. A mark of digits alone (the end of a number, a year of birth, a code) counts where it stands by itself
 * or ends a telephone number: random ids hold any four digits sooner or later.
 */
export const holdsMark = (text: string, mark: string): boolean =>
  /^\d+$/.test(mark) ? new RegExp(`(?<![0-9A-Za-z._-])${mark}(?![0-9A-Za-z._-])|0000-?${mark}(?!\\d)`).test(text) : text.includes(mark);
