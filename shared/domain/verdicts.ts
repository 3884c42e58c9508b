/** What a scan can come to, and what came in. Without schemas: the scanner shows verdicts long before it judges by itself. */

/** Every verdict, with the colour it is shown in and whether the person goes in. Never shown by colour alone. */
export const verdicts = {
  "not-a-ticket": { tone: "grey", admits: false },
  "unknown-version": { tone: "amber", admits: false },
  "other-visit": { tone: "amber", admits: false },
  "refresh-pack": { tone: "amber", admits: false },
  forged: { tone: "red", admits: false },
  "not-issued": { tone: "red", admits: false },
  cancelled: { tone: "red", admits: false },
  superseded: { tone: "red", admits: false },
  "visit-cancelled": { tone: "amber", admits: false },
  "not-today": { tone: "amber", admits: false },
  "already-arrived": { tone: "amber", admits: false },
  "issued-since": { tone: "green", admits: true },
  admitted: { tone: "green", admits: true },
  "unknown-code": { tone: "amber", admits: false },
  "admitted-by-code": { tone: "green", admits: true },
} as const satisfies Record<string, { tone: "grey" | "amber" | "red" | "green"; admits: boolean }>;

/** Whether this version knows a verdict. A newer one, on the server or on a phone that went back to this one, may have others. */
export const isVerdict = (code: string): code is keyof typeof verdicts => Object.hasOwn(verdicts, code);
/** Whether the person goes in; by a verdict that this version does not know, nobody does. */
export const letsIn = (code: string): boolean => isVerdict(code) && verdicts[code].admits;

export type VerdictTone = (typeof verdicts)[keyof typeof verdicts]["tone"];

/** What came in: the text of a QR code, or a code that somebody typed. */
export type Scan = { readonly by: "qr"; readonly text: string } | { readonly by: "code"; readonly text: string };

/**
 * Which of the two a text is that came through the field for typing and keyboard-wedge scanners alike: a code has eight
 * characters, a few more with hyphens and spaces; a token has 148.
 */
export function scanOf(text: string): Scan {
  return { by: text.trim().length <= 12 ? "code" : "qr", text };
}
