import type { paperOperations } from "../../shared/contract/papers.ts";
import type { CertificateKind, CertificateSubject } from "../../shared/domain/certificate.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findHelped } from "../my-data/help-person.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { certificatePaper } from "./certificate-paper.ts";
import { findCertificateOf } from "./certificate-reads.ts";
import { issueCertificate, listCertificates } from "./issue-certificate.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { verifyCertificate } from "./verify-certificate.ts";

/** A file's name says what it is, and of nobody. */
const fileNames: Record<CertificateKind, string> = { interview: "interview-certificate.pdf", counselling: "counselling-certificate.pdf" };

export type PaperSettings = { fonts: PaperFonts; origin: string };

export const paperRoutes = (deps: LedgerDeps, { fonts, origin }: PaperSettings): Handlers<typeof paperOperations> => {
  const shown = async (personId: PersonId) => {
    const person = await findPerson(deps.db, personId);
    return reply(200, { name: person?.name ?? "", certificates: person ? await listCertificates(deps, personId) : [] });
  };
  const issued = async (wanted: Parameters<typeof issueCertificate>[2]) => {
    const made = await issueCertificate(deps, fonts.canPrint, wanted);
    return made.ok ? reply(200, made.value) : made;
  };
  const file = async (personId: PersonId, subjectId: CertificateSubject) => {
    const certificate = await findCertificateOf(deps.db, personId, subjectId);
    if (!certificate) return refuse("not-found");
    return reply(200, await certificatePaper(fonts, origin, certificate), {
      headers: { "content-disposition": `attachment; filename="${fileNames[certificate.kind]}"` },
    });
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
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": async ({ params }) => forHelped(params, shown),
    "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": async ({ params, actor: { accountId: byId } }) =>
      forHelped(params, (personId) => issued({ personId, subjectId: params.subjectId, byId })),
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": async ({ params }) =>
      forHelped(params, (personId) => file(personId, params.subjectId)),
    "POST /api/papers/verifications": async ({ body: { code }, ip }) => {
      const verified = await verifyCertificate(deps, { code, ip });
      return verified.ok ? reply(200, verified.value) : verified;
    },
  };
};
