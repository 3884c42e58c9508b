import * as z from "zod/mini";

/**
 * Bidirectional and invisible formatting characters, Hangul fillers, tags and halves of surrogate pairs: with control characters they hide what a
 * name or a line really says. Joiners (U+200C, U+200D) stay: names in other scripts need them.
 */
const invisible = String.raw`\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}`;
const hidden = new RegExp(`[\\p{Cc}${invisible}]`, "u");
const hiddenButLines = new RegExp(`[^\\P{Cc}\\n]|[${invisible}]`, "u");

/**
 * Korean resident registration numbers (six digits of birth, then seven starting 1-8) are never collected
 * (개인정보 보호법 제24조의2): refused in every free text, however they are spaced, full-width digits included.
 * Made when it is first asked for, so that pages that ask for no text leave it out.
 */
const residentPattern = (): RegExp => {
  // Between the halves any sign, and letters that keyboards have in the place of one (ㅡ and ㆍ of the Korean one); or they say "the part behind".
  const between = String.raw`(?:[^\p{L}\p{N}]|[\u3161\u1173\u318D\u119E\u30FC\u4E00]|뒷자리|뒤){0,8}`;
  const digit = String.raw`\d`;
  // Within a half a blank or a dash, in the birth a full stop. Not a comma: sums of money have those; nor a full stop in the serial number, which would be a date.
  const [inBirth, inSerial] = [String.raw`[\s\p{Pd}.]{0,2}`, String.raw`[\s\p{Pd}]{0,2}`];
  const month = `(?:0${inBirth}[1-9]|1${inBirth}[0-2])`;
  const day = `(?:0${inBirth}[1-9]|[12]${inBirth}${digit}|3${inBirth}[01])`;
  const birth = [digit, digit, month, day].join(inBirth);
  const serial = ["[1-8]", digit, digit, digit, digit, digit, digit].join(inSerial);
  return new RegExp(`(?<!${digit})${birth}${between}${serial}(?!${inSerial}${digit})`, "u");
};
let residentNumber: RegExp | undefined;
/** Digits of every script as plain ones: each script has its ten in a row, from zero up. */
const plainDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
export const holdsResidentNumber = (text: string): boolean => {
  residentNumber ??= residentPattern();
  return residentNumber.test(plainDigits(text.normalize("NFKC")));
};

const clean = (pattern: RegExp) => [
  z.trim(),
  z.normalize("NFC"),
  z.refine<string>((text) => !pattern.test(text), { error: "hidden-characters" }),
  // Joiners alone show nothing.
  z.refine<string>((text) => text === "" || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), { error: "hidden-characters" }),
  z.refine<string>((text) => !holdsResidentNumber(text), { error: "resident-number" }),
];

/** One line of text, 1 to `max` characters. */
export const oneLine = (max: number) => z.string().check(...clean(hidden), z.minLength(1, { error: "required" }), z.maxLength(max));

/** Several lines of text, 1 to `max` characters. */
export const someLines = (max: number) =>
  z.string().check(...clean(hiddenButLines), z.minLength(1, { error: "required" }), z.maxLength(max));

/**
 * A person's name in one field, as the person writes it (`codes.json` → names): up to 60 characters, at most three combining
 * marks in a row.
 */
export const PersonName = oneLine(60).check(
  z.refine((name) => !/(?:\p{M}[\u200C\u200D]*){4,}/u.test(name.normalize("NFD")), { error: "hidden-characters" }),
);

/** A mail address: ASCII only as it was written (lower-casing makes a k of a Kelvin sign), lower-cased, at most 254 characters. */
export const MailAddress = z
  .string()
  .check(
    z.trim(),
    z.regex(/^[\x21-\x7e]+$/, { error: "mail-format" }),
    z.toLowerCase(),
    z.maxLength(254),
    z.email({ error: "mail-format" }),
    z.refine((mail) => !holdsResidentNumber(mail), { error: "resident-number" }),
  )
  .brand<"mail">();
export type MailAddress = z.infer<typeof MailAddress>;

/** A Korean telephone number, stored as digits only: mobile `010…` or a line with area code. */
export const PhoneNumber = z
  .string()
  .check(
    z.overwrite((text) =>
      text
        .normalize("NFKC")
        .replace(/[\s\p{Pd}.()]/gu, "")
        .replace(/^\+820?/, "0"),
    ),
    z.regex(/^0(1[016789]\d{7,8}|2\d{7,8}|[3-6]\d{8,9}|70\d{8})$/, { error: "phone-format" }),
  )
  .brand<"phone">();
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** Checksum of a Korean business registration number: `codes.json` → businessNumber. Nothing but zeros passes the sum and is nobody's. */
export const isBusinessNumber = (digits: string): boolean => {
  if (!/^(?!0+$)\d{10}$/.test(digits)) return false;
  const d = Array.from(digits, Number);
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = weights.reduce((total, weight, i) => total + weight * (d[i] ?? 0), 0) + Math.floor(((d[8] ?? 0) * 5) / 10);
  return (10 - (sum % 10)) % 10 === d[9];
};

/** A business registration number, stored as ten digits; hyphens and spaces are accepted. */
export const BusinessNumber = z
  .string()
  .check(
    z.overwrite((text) => text.replace(/[\s-]/g, "")),
    z.refine(isBusinessNumber, { error: "business-number" }),
  )
  .brand<"business-number">();
export type BusinessNumber = z.infer<typeof BusinessNumber>;
