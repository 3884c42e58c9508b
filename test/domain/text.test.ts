import { describe, expect, test } from "vitest";
import { BusinessNumber, holdsResidentNumber, MailAddress, oneLine, PersonName, PhoneNumber, someLines } from "../../shared/domain/text.ts";

const codesOf = (parsed: { success: boolean; error?: { issues: { message: string; code: string }[] } | undefined }): string[] =>
  (parsed.error?.issues ?? []).map(({ message, code }) => (/^[a-z-]+$/.test(message) ? message : code));

describe("when a text holds a resident number", () => {
  test.for([
    "900101-1234567",
    "9001011234567",
    "900101 2234567",
    "900101–3234567",
    "900101‐4234567",
    "900101−5234567",
    "900101.6234567",
    "900101_7234567",
    "９００１０１－１２３４５６７",
    "번호는 900101 - 1234567 입니다",
    "900101ㅡ1234567",
    "900101/1234567",
    "900101~1234567",
    "900101:1234567",
    "900101\u200D1234567",
    "٩٠٠١٠١-١٢٣٤٥٦٧",
    "९००१०१ १२३४५६७",
    "900101ㆍ1234567",
    "900101→1234567",
    "900101 * 1234567",
    "(900101)(1234567)",
    "900101-1 234567",
    "900101-123 4567",
    "90 01 01 1234567",
    "90.01.01-1234567",
    "9 0 0 1 0 1 1 2 3 4 5 6 7",
    "900101 뒷자리 1234567",
  ])("%s is seen", (text) => {
    expect(holdsResidentNumber(text)).toBe(true);
    expect(codesOf(oneLine(100).safeParse(text))).toContain("resident-number");
  });

  test.for([
    ["a day that does not exist", "900132-1234567"],
    ["a month that does not exist", "901301-1234567"],
    ["a seventh digit that nobody has", "900101-9234567"],
    ["a digit too many", "900101-12345678"],
    ["a digit before it", "1900101-1234567"],
    ["a telephone number", "010-0000-0101"],
    ["a business number", "000-81-10074"],
    ["an amount", "2450000"],
    ["a date and a time", "2026-11-23 01:00:00"],
    ["a day from one hour to another", "26-12-03 10:00~17:00"],
    ["a time from one day to another", "23.03.02 ~ 2025.11.3"],
    ["a date and a telephone number", "26.12.03 02-000-0001"],
    ["a date and a short number", "26.12.03 1588-0000"],
    ["pay from one sum to another", "1,200,112~1,500,000"],
  ] as const)("%s is none", ([, text]) => {
    expect(holdsResidentNumber(text)).toBe(false);
  });
});

describe("when a name is written", () => {
  test.for([
    ["Korean", "김하늘", "김하늘"],
    ["with spaces around it", "  김하늘 ", "김하늘"],
    ["in parts that belong together", "김하늘".normalize("NFD"), "김하늘"],
    ["Vietnamese", "Nguyễn Thị Ánh", "Nguyễn Thị Ánh"],
    ["with a hyphen and an apostrophe", "Anne-Marie O'Neill", "Anne-Marie O'Neill"],
    ["Persian, with a joiner", "علی‌رضا", "علی‌رضا"],
    ["Chinese", "王小明", "王小明"],
    ["of sixty letters", "가".repeat(60), "가".repeat(60)],
  ] as const)("%s, it is taken", ([, written, kept]) => {
    expect(PersonName.parse(written)).toBe(kept);
  });

  test.for([
    ["a change of direction", "김\u202E하늘"],
    ["an isolate", "김\u2066하늘\u2069"],
    ["a tab", "김\t하늘"],
    ["a line separator", "김\u2028하늘"],
    ["a byte order mark", "김\uFEFF하늘"],
    ["a soft hyphen", "김\u00AD하늘"],
    ["a filler", "\u3164"],
    ["a half-width filler", "\uFFA0"],
    ["a blank of Braille", "\u2800"],
    ["joiners alone", "\u200D\u200C"],
    ["four marks between joiners", `a${"\u0301\u200D".repeat(4)}`],
    ["half a character", "김\uDC00"],
    ["a tag", "김\u{E0041}"],
    ["four marks", `a${"\u0301".repeat(4)}`],
    ["four marks on a Korean letter", `늘${"\u0334".repeat(4)}`],
  ] as const)("with %s, it is refused", ([, written]) => {
    expect(codesOf(PersonName.safeParse(written))).toContain("hidden-characters");
  });
});

test("a line holds no line break, lines do, and neither holds other control characters", () => {
  expect(someLines(20).parse("하나\n둘")).toBe("하나\n둘");
  expect(codesOf(oneLine(20).safeParse("하나\n둘"))).toEqual(["hidden-characters"]);
  for (const text of ["하나\r둘", "하나\u0007둘", "하나\u202E둘"])
    expect(codesOf(someLines(20).safeParse(text))).toEqual(["hidden-characters"]);
});

describe("when a mail address is written", () => {
  test("it is kept in lower case, without spaces around it", () => {
    expect(MailAddress.parse(" Person.Name+visit@Example.COM ")).toBe("person.name+visit@example.com");
  });

  test.for([
    "pеrson@example.com",
    "\u212Aim@example.com",
    "person@ｅxample.com",
    "a b@example.com",
    "a@b",
    "@example.com",
    "a@example.com\r\nBcc: b@c.de",
  ])("%j is refused", (mail) => {
    expect(new Set(codesOf(MailAddress.safeParse(mail)))).toEqual(new Set(["mail-format"]));
  });

  test("254 characters are taken, 255 are not", () => {
    const of = (length: number) => `${"a".repeat(length - "@example.com".length)}@example.com`;
    expect(MailAddress.safeParse(of(254)).success).toBe(true);
    expect(MailAddress.safeParse(of(255)).success).toBe(false);
  });
});

test.for([
  ["010-0000-0101", "01000000101"],
  ["+82 10-0000-0101", "01000000101"],
  ["+82-010-0000-0101", "01000000101"],
  ["０１０－００００－０１０１", "01000000101"],
  ["02.000.0001", "020000001"],
  ["(031) 000-0001", "0310000001"],
  ["070-0000-0001", "07000000001"],
] as const)("the telephone number %s is kept as %s", ([written, kept]) => {
  expect(PhoneNumber.parse(written)).toBe(kept);
});

test.for(["010-0000", "0100000010100", "1588-0000", "010-0000-010a", ""])("the telephone number %j is refused", (written) => {
  expect(codesOf(PhoneNumber.safeParse(written))).toEqual(["phone-format"]);
});

test("a business number is taken with a right check digit, and with no other", () => {
  expect(BusinessNumber.parse("110-81-41272")).toBe("1108141272"); // the worked example of `codes.json`
  for (const digit of [0, 1, 3, 4, 5, 6, 7, 8, 9]) expect(BusinessNumber.safeParse(`110814127${digit}`).success).toBe(false);
  for (const wrong of ["", "110814127", "11081412722", "110-81-4127x", "000-00-00000"])
    expect(BusinessNumber.safeParse(wrong).success).toBe(false);
});
