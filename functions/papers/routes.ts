import type { paperOperations } from "../../shared/contract/papers.ts";
import type { CertificateKind, CertificateSubject } from "../../shared/domain/certificate.ts";
import type { EmployerId, PersonId, ReferralId, VisitId } from "../../shared/domain/ids.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { findHelped } from "../my-data/help-person.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findReferralOf } from "../referrals/referral-reads.ts";
import { shownReferrals, showReferred } from "../referrals/show-referrals.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { findVisitReport } from "../reports/visit-report-reads.ts";
import { certificatePaper } from "./certificate-paper.ts";
import { findCertificateOf } from "./certificate-reads.ts";
import { issueCertificate, listCertificates, reissueCertificate } from "./issue-certificate.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { referralLetter } from "./referral-letter.ts";
import { referredList, resultNotice } from "./referred-papers.ts";
import { makeInvalid } from "./revoke-certificate.ts";
import { verifyCertificate } from "./verify-certificate.ts";
import { visitReportPaper } from "./visit-report-paper.ts";

/** A file's name says what it is, and of nobody. */
const fileNames: Record<CertificateKind, string> = { interview: "interview-certificate.pdf", counselling: "counselling-certificate.pdf" };

const asFile = (bytes: Uint8Array, name: string) =>
  reply(200, bytes, { headers: { "content-disposition": `attachment; filename="${name}"` } });

export type PaperSettings = { fonts: PaperFonts; origin: string };

export const paperRoutes = (deps: LedgerDeps, { fonts, origin }: PaperSettings): Handlers<typeof paperOperations> => {
  const shown = async (personId: PersonId) => {
    const person = await findPerson(deps.db, personId);
    return reply(200, { name: person?.name ?? "", certificates: person ? await listCertificates(deps, person) : [] });
  };
  const issued = async (wanted: Parameters<typeof issueCertificate>[2]) => {
    const made = await issueCertificate(deps, fonts.canPrint, wanted);
    return made.ok ? reply(200, made.value) : made;
  };
  const reissued = async (wanted: Parameters<typeof reissueCertificate>[2]) => {
    const made = await reissueCertificate(deps, fonts.canPrint, wanted);
    return made.ok ? reply(200, made.value) : made;
  };
  const file = async (personId: PersonId, subjectId: CertificateSubject) => {
    const certificate = await findCertificateOf(deps.db, personId, subjectId);
    if (!certificate) return refuse("not-found");
    if (certificate.revoked) return refuse("certificate-revoked");
    return asFile(await certificatePaper(fonts, origin, certificate), fileNames[certificate.kind]);
  };
  const letter = async (personId: PersonId, referralId: ReferralId) => {
    const [person, item] = await Promise.all([findPerson(deps.db, personId), findReferralOf(deps.db, personId, referralId)]);
    // Before they agree nothing of them goes to the employer, and nothing once they took it back.
    if (!person || item?.state !== "sent") return refuse("not-found");
    const [[referral], employer] = await Promise.all([shownReferrals(deps, [item]), findEmployer(deps.db, item.job.employerId)]);
    if (!referral) return refuse("not-found");
    const said = { referral, name: person.name, employerAddress: employer?.profile.roadAddress ?? null, at: deps.clock.now() };
    return asFile(await referralLetter(fonts, said), "referral-letter.pdf");
  };
  const ofReferred = async (
    { visitId, employerId }: { visitId: VisitId; employerId: EmployerId },
    shows: Parameters<typeof showReferred>[2],
    [write, name]: [typeof referredList, string],
  ) => {
    const [shown, employer] = await Promise.all([showReferred(deps, { visitId, employerId }, shows), findEmployer(deps.db, employerId)]);
    if (!shown.ok) return shown;
    if (!employer) return refuse("not-found");
    return asFile(await write(fonts, { ...shown.value, businessNumber: employer.profile.businessNumber, at: deps.clock.now() }), name);
  };
  /** For whom staff may: who cannot do it themselves. */
  const forHelped = async <T>(
    whom: Parameters<typeof findHelped>[1],
    act: (personId: PersonId) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const person = await findHelped(deps, whom);
    return person.ok ? act(person.value.personId) : person;
  };
  return {
    "GET /api/papers/me/certificates": async ({ actor }) => shown(actor.personId),
    "PUT /api/papers/me/certificates/{subjectId}": async ({ actor: { personId }, params: { subjectId } }) =>
      issued({ personId, subjectId }),
    "GET /api/papers/me/certificates/{subjectId}/file": async ({ actor, params }) => file(actor.personId, params.subjectId),
    "POST /api/papers/me/certificates/{subjectId}/reissue": async ({ actor: { personId }, params: { subjectId }, body: { seen } }) =>
      reissued({ personId, subjectId, seen }),
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": async ({ params }) => forHelped(params, shown),
    "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": async ({ params, actor: { accountId: byId } }) =>
      forHelped(params, (personId) => issued({ personId, subjectId: params.subjectId, byId })),
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": async ({ params }) =>
      forHelped(params, (personId) => file(personId, params.subjectId)),
    "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue": async ({ params, body, actor }) =>
      forHelped(params, (personId) => reissued({ personId, subjectId: params.subjectId, seen: body.seen, byId: actor.accountId })),
    "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations": async ({ params, body, actor: { accountId: byId } }) => {
      const revoked = await makeInvalid(deps, params, { ...body, byId });
      return revoked.ok ? reply(204, undefined) : revoked;
    },
    "GET /api/papers/me/referrals/{referralId}/letter": async ({ actor, params }) => letter(actor.personId, params.referralId),
    "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter": async ({ params }) => {
      const person = await findRegistered(deps.db, params);
      return person ? letter(person.personId, params.referralId) : refuse("not-found");
    },
    "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list": async ({ params, shows }) =>
      ofReferred(params, shows, [referredList, "referred-list.pdf"]),
    "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice": async ({ params, shows }) =>
      ofReferred(params, shows, [resultNotice, "result-notice.pdf"]),
    "GET /api/papers/reports/visits/{visitId}/file": async ({ params: { visitId } }) => {
      const report = await findVisitReport(deps, visitId);
      if (!report) return refuse("not-found");
      return asFile(await visitReportPaper(fonts, { report, at: deps.clock.now() }), `visit-report-${report.visit.date}.pdf`);
    },
    "POST /api/papers/verifications": async ({ body: { code }, ip }) => {
      const verified = await verifyCertificate(deps, { code, ip });
      return verified.ok ? reply(200, verified.value) : verified;
    },
  };
};
