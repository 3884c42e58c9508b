import { expect, test } from "vitest";
import { phoneText } from "../../shared/domain/phone-text.ts";

test.each([
  ["01000000101", "010-0000-0101"],
  ["0200000001", "02-0000-0001"],
  ["0310000000", "031-000-0000"],
  ["15881588", "15881588"],
])("%s is read out as %s", (digits, text) => expect(phoneText(digits)).toBe(text));
