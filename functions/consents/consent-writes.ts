import { createHash } from "node:crypto";
import type { EmployerConsent } from "../../shared/domain/booking.ts";
import {
  type ConsentCode,
  type ConsentText,
  canonicalConsentText,
  consentText,
  currentConsentVersion,
} from "../../shared/domain/consents.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { coreNoticeKey, type Key } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

type Given = { version: string; locale: Locale; at: Instant; channel: EmployerConsent["channel"] };

/** What is stored of a text that was read. */
export const hashOfText = (text: ConsentText): string => createHash("sha256").update(canonicalConsentText(text)).digest("base64url");

const textHashOf = (code: ConsentCode, version: string, locale: Locale): string => {
  const text = consentText(code, version, locale);
  if (!text) throw new Error(`There is no text ${version} of ${code}.`);
  return hashOfText(text);
};

/** Stored with version, hash of the text that was read, time and channel (`PRIVACY-SECURITY.md` 1). */
const record = (key: Key, code: ConsentCode, { version, locale, at, channel }: Given, about: Record<string, unknown>): Write => {
  const textHash = textHashOf(code, version, locale);
  return upsert(key, "consent", { code, textVersion: version, textHash, locale, givenAt: at, channel, ...about });
};

/**
 * What somebody agreed to for something that is kept with the consent for it, and gone with it: undefined for a text that is not the current one.
 */
export const consentFor = (
  code: "sensitive_support" | "support_groups" | "share_accommodation" | "enrolment" | "statistics" | "partner_link",
  version: string,
  { locale, at, channel }: Omit<Given, "version">,
): ItemConsent | undefined =>
  version === currentConsentVersion[code]
    ? { textVersion: version, textHash: textHashOf(code, version, locale), locale, givenAt: at, channel }
    : undefined;
export type ItemConsent = { textVersion: string; textHash: string; locale: Locale; givenAt: Instant; channel: Given["channel"] };

/** The person read the notice on the core record, or it was read to them. */
export const recordCoreNotice = (personId: PersonId, given: Given): Write =>
  record(coreNoticeKey(personId), "service_core", given, { personId });

/**
 * The person agreed that this employer receives their details: kept with the booking or application that it was given for, and gone with it.
 * Undefined for a text that is not the current one.
 */
export const employerConsentOf = (
  version: string | undefined,
  locale: Locale,
  channel: EmployerConsent["channel"],
): EmployerConsent | undefined => {
  if (version !== currentConsentVersion.to_employer) return undefined;
  return { version, textHash: textHashOf("to_employer", version, locale), locale, channel };
};
