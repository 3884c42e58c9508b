import * as z from "zod/mini";
import { meantByTyping } from "./base32.ts";
import { type Booking, isLive } from "./booking.ts";
import { ConsultationChannel, ConsultationKind } from "./consultation.ts";
import { BookingId, ConsultationId, VisitId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import type { InterviewOutcome } from "./states.ts";

/** That somebody came to an interview (면접확인서), or was counselled (상담확인서). */
export const CertificateKind = z.enum(["interview", "counselling"]);
export type CertificateKind = z.infer<typeof CertificateKind>;

/** What a certificate is about: an interview by its booking, a talk by its note. */
export const CertificateSubject = z.union([BookingId, ConsultationId]);
export type CertificateSubject = z.infer<typeof CertificateSubject>;

const codeForm = /^[0-9A-HJKMNP-TV-Z]{16}$/;
/** By which a third party sees that a certificate is true: sixteen characters of Crockford's base 32, of which each carries five random bits. */
export const CertificateCode = z.string().check(z.regex(codeForm)).brand<"certificate-code">();
export type CertificateCode = z.infer<typeof CertificateCode>;

/** Random bytes of a code: 80 bits, which nobody can try through. */
export const certificateCodeBytes = 10;

/** The code that somebody meant to type; undefined when it cannot be one. */
export const readCertificateCode = (typed: string): CertificateCode | undefined => {
  const meant = meantByTyping(typed);
  return codeForm.test(meant) ? (meant as CertificateCode) : undefined;
};

/** The code as people see it: four groups of four. */
export const certificateCodeText = (code: CertificateCode): string => (code.match(/.{4}/g) ?? []).join(" ");

/** What is certified, besides of whom. */
export const CertifiedFacts = z.strictObject({
  kind: CertificateKind,
  subjectId: CertificateSubject,
  visitId: VisitId,
  startsAt: Instant,
  /** Of an interview; nobody writes down when a talk ended. */
  endsAt: z.nullable(Instant),
  /** Where the bus stood; null for a talk that was not there. */
  placeNameKo: z.nullable(z.string()),
  placeNameEn: z.nullable(z.string()),
  roadAddress: z.nullable(z.string()),
  /** Of an interview. */
  employerNameKo: z.nullable(z.string()),
  employerNameEn: z.nullable(z.string()),
  jobTitleKo: z.nullable(z.string()),
  jobTitleEn: z.nullable(z.string()),
  /** Of a talk. */
  consultationKind: z.nullable(ConsultationKind),
  channel: z.nullable(ConsultationChannel),
});
export type CertifiedFacts = z.infer<typeof CertifiedFacts>;

/**
 * Whether somebody came to an interview that is over: they were checked in before it ended, or the employer says what came of it; and nobody noted that they had
 * not come, which takes the booking's place in the day.
 */
export const cameToInterview = (
  booking: Pick<Booking, "kind" | "state" | "endsAt">,
  { arrivedAt, outcome }: { arrivedAt: Instant | undefined; outcome: InterviewOutcome | undefined },
  now: Instant,
): boolean =>
  booking.kind === "interview" &&
  isLive(booking) &&
  booking.endsAt <= now &&
  arrivedAt !== undefined &&
  (arrivedAt < booking.endsAt || outcome !== undefined);
