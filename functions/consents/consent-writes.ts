import { createHash } from "node:crypto";
import { type ConsentCode, canonicalConsentText, consentText } from "../../shared/domain/consents.ts";
import type { EmployerId, PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { coreNoticeKey, employerConsentKey, type Key } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

type Given = { version: string; locale: Locale; at: Instant };

/** Stored with version, hash of the text that was read, time and channel (`PRIVACY-SECURITY.md` 1). */
const record = (key: Key, code: ConsentCode, { version, locale, at }: Given, about: Record<string, unknown>): Write => {
  const text = consentText(code, version, locale);
  if (!text) throw new Error(`There is no text ${version} of ${code}.`);
  const textHash = createHash("sha256").update(canonicalConsentText(text)).digest("base64url");
  return upsert(key, "consent", { code, textVersion: version, textHash, locale, givenAt: at, channel: "web", ...about });
};

/** The person read the notice on the core record. */
export const recordCoreNotice = (personId: PersonId, given: Given): Write =>
  record(coreNoticeKey(personId), "service_core", given, { personId });

/** The person agreed that this employer receives their details. */
export const recordEmployerConsent = (personId: PersonId, employerId: EmployerId, given: Given): Write =>
  record(employerConsentKey(personId, employerId), "to_employer", given, { personId, employerId });
