import * as z from "zod/mini";
import { CertificateCode, CertificateSubject, CertifiedFacts } from "../domain/certificate.ts";
import { EmployerId, ReferralId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { deskStaff, managers, operations } from "./operation.ts";

/** That a certificate holds no longer: since when, why, and whether its person may make a new one. */
const Revocation = z.strictObject({ at: Instant, reason: z.string(), mayRenew: z.boolean() });

const IssuedCertificate = z.strictObject({
  code: CertificateCode,
  issuedAt: Instant,
  /** What it is about or whose it is was corrected since: a new one would say something else. */
  isOutdated: z.boolean(),
  revoked: z.nullable(Revocation),
});

/** What somebody can have certified, or has: as it was when the certificate was made, once it is. */
export const CertificateRow = z.strictObject({ ...CertifiedFacts.shape, issued: z.nullable(IssuedCertificate) });
export type CertificateRow = z.infer<typeof CertificateRow>;

/** What a third party sees of a certificate that is true: whose it is stands there in part, for comparing it with the paper. */
export const ValidCertificate = z.strictObject({
  standing: z.literal("valid"),
  ...z.omit(CertifiedFacts, { subjectId: true, visitId: true }).shape,
  maskedName: z.string(),
  issuedAt: Instant,
});
export type ValidCertificate = z.infer<typeof ValidCertificate>;

/** What a third party is told of a code: of one that holds no longer only since when, and nothing of what it or a newer one says. */
export const VerifiedCertificate = z.discriminatedUnion("standing", [
  ValidCertificate,
  z.strictObject({ standing: z.enum(["replaced", "revoked"]), since: Instant }),
]);
export type VerifiedCertificate = z.infer<typeof VerifiedCertificate>;

/** A code as people type it. */
const TypedCode = z.string().check(z.trim(), z.minLength(1, { error: "required" }), z.maxLength(60));

const certificates = z.strictObject({ name: z.string(), certificates: z.array(CertificateRow) });
const onSubject = z.strictObject({ subjectId: CertificateSubject });
const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });
const onSubjectOf = z.strictObject({ ...onPerson.shape, subjectId: CertificateSubject });
/** The code of the certificate that is to be replaced: sent again it replaces nothing more. */
const replacing = z.strictObject({ seen: CertificateCode });
const pdf = { contentType: "application/pdf", description: "A page to print, A4.", isBinary: true } as const;

const ofEmployer = z.strictObject({ employerId: EmployerId, visitId: VisitId });

/** Papers: certificates (확인서) with a code by which a third party sees that they are true, and the papers of referral (직업안정법 시행규칙 별지 제3호, 제4호, 제4호의2서식). */
export const paperOperations = operations({
  "GET /api/papers/me/certificates": {
    summary: "What I can have certified: interviews that I came to and talks that were held, newest first; and what was made of it.",
    who: "signed-in",
    answers: { 200: certificates },
    problems: [],
  },
  "PUT /api/papers/me/certificates/{subjectId}": {
    summary: "Make the certificate of an interview or a talk, once: what it says stays. Asked again it answers the same.",
    who: "signed-in",
    params: onSubject,
    answers: { 200: CertificateRow },
    problems: ["nothing-to-certify", "name-unprintable"],
  },
  "GET /api/papers/me/certificates/{subjectId}/file": {
    summary: "A certificate that was made, as PDF.",
    who: "signed-in",
    params: onSubject,
    answers: { 200: pdf },
    problems: ["certificate-revoked"],
  },
  "POST /api/papers/me/certificates/{subjectId}/reissue": {
    summary:
      "A new certificate in the place of mine, once what it says was corrected, or where staff said so: the code of before says that it was replaced.",
    who: "signed-in",
    params: onSubject,
    body: replacing,
    answers: { 200: CertificateRow },
    problems: ["nothing-to-certify", "name-unprintable", "certificate-up-to-date", "certificate-revoked"],
  },
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": {
    summary: "The same for somebody whom no mail reaches. A look is logged.",
    who: deskStaff,
    params: onPerson,
    answers: { 200: certificates },
    problems: ["can-do-it-themselves"],
  },
  "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": {
    summary: "Make a certificate for somebody whom no mail reaches, once. Asked again it answers the same.",
    who: deskStaff,
    params: onSubjectOf,
    answers: { 200: CertificateRow },
    problems: ["can-do-it-themselves", "nothing-to-certify", "name-unprintable"],
  },
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": {
    summary: "Their certificate as PDF, to be printed for them. A look is logged.",
    who: deskStaff,
    params: onSubjectOf,
    answers: { 200: pdf },
    problems: ["can-do-it-themselves", "certificate-revoked"],
  },
  "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue": {
    summary: "The same for somebody whom no mail reaches, also in the place of one that staff made invalid.",
    who: deskStaff,
    params: onSubjectOf,
    body: replacing,
    answers: { 200: CertificateRow },
    problems: ["can-do-it-themselves", "nothing-to-certify", "name-unprintable", "certificate-up-to-date"],
  },
  "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations": {
    summary:
      "Make a certificate of anybody who is registered there invalid, by the code on the paper. Why is told to its person; whoever verifies it is told since when. Sent again it changes nothing.",
    who: deskStaff,
    params: onPerson,
    body: z.strictObject({ code: TypedCode, reason: oneLine(200), mayRenew: z.boolean() }),
    answers: { 204: null },
    problems: ["certificate-not-theirs"],
  },
  "GET /api/papers/me/referrals/{referralId}/letter": {
    summary: "My referral letter (취업알선장) for a job that I agreed to be referred to, as PDF, to be handed in.",
    who: "signed-in",
    params: z.strictObject({ referralId: ReferralId }),
    answers: { 200: pdf },
    problems: [],
  },
  "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter": {
    summary: "The same, printed for somebody by a counsellor. A look is logged.",
    who: { staff: ["counsellor"] },
    params: z.strictObject({ ...onPerson.shape, referralId: ReferralId }),
    answers: { 200: pdf },
    problems: [],
  },
  "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list": {
    summary:
      "Whom the centre referred (알선자 명단), as the employer may see them now, in order of application, as PDF. Who is seen is logged.",
    who: "employer-member",
    params: ofEmployer,
    answers: { 200: pdf },
    problems: [],
  },
  "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice": {
    summary: "The form by which the employer tells on paper what came of them (채용 결과 통보서), as PDF. Who is seen is logged.",
    who: "employer-member",
    params: ofEmployer,
    answers: { 200: pdf },
    problems: [],
  },
  "GET /api/papers/reports/visits/{visitId}/file": {
    summary: "The report of one visit (운영 결과 보고), ready to hand in, as PDF. Names nobody who came.",
    who: managers,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: pdf },
    problems: [],
  },
  "POST /api/papers/verifications": {
    summary: "Whether a certificate is true, by the code that is printed on it. So many tries from one network in a while.",
    who: "anyone",
    body: z.strictObject({ code: TypedCode }),
    answers: { 200: VerifiedCertificate },
    problems: ["certificate-unknown", "too-many-requests"],
  },
});
