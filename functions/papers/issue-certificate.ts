import type { CertificateRow } from "../../shared/contract/papers.ts";
import { toBase32 } from "../../shared/domain/base32.ts";
import { type CertificateCode, type CertificateSubject, CertifiedFacts, certificateCodeBytes } from "../../shared/domain/certificate.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { type CertificateItem, findCertificateOf, listCertificatesOf } from "./certificate-reads.ts";
import { addCertificate } from "./certificate-writes.ts";
import { listCertifiable } from "./list-certifiable.ts";

/** Whether a line can be written on paper, letter by letter. */
export type CanPrint = (text: string) => boolean;

const factNames = Object.keys(CertifiedFacts.shape) as (keyof CertifiedFacts)[];
/** What was certified, out of all that is stored with it. */
const factsOf = (item: CertificateItem): CertifiedFacts =>
  Object.fromEntries(factNames.map((name) => [name, item[name]])) as unknown as CertifiedFacts;

const rowOf = (item: CertificateItem): CertificateRow => ({ ...factsOf(item), issued: { code: item.code, issuedAt: item.issuedAt } });

/** What somebody can have certified and has, the newest first. A certificate stays as it was made, whatever becomes of what it is about. */
export const listCertificates = async (deps: Deps, personId: PersonId): Promise<CertificateRow[]> => {
  const [made, certifiable] = await Promise.all([listCertificatesOf(deps.db, personId), listCertifiable(deps, personId)]);
  const known = new Set<CertificateSubject>(made.map(({ subjectId }) => subjectId));
  const open = certifiable.filter(({ facts }) => !known.has(facts.subjectId)).map(({ facts }) => ({ ...facts, issued: null }));
  return [...made.map(rowOf), ...open].sort((a, b) => b.startsAt.localeCompare(a.startsAt) || a.subjectId.localeCompare(b.subjectId));
};

type Wanted = { personId: PersonId; subjectId: CertificateSubject; byId?: AccountId };

/** Makes the certificate of an interview that somebody came to, or of a talk, once: what it says is as it is now, and stays. Asked again it answers the same. */
export const issueCertificate = async (
  deps: Deps,
  canPrint: CanPrint,
  { personId, subjectId, byId }: Wanted,
): Promise<Outcome<CertificateRow>> => {
  const { db, clock, ids } = deps;
  const [person, made] = await Promise.all([findPerson(db, personId), findCertificateOf(db, personId, subjectId)]);
  if (made) return done(rowOf(made));
  const found = person && (await listCertifiable(deps, personId)).find(({ facts }) => facts.subjectId === subjectId);
  if (!found) return refuse("nothing-to-certify");
  if (!canPrint(person.name)) return refuse("name-unprintable");
  const { name, birthYear } = person;
  const code = toBase32(ids.bytes(certificateCodeBytes), "crockford") as CertificateCode;
  const written = await transact(db, {
    certificate: addCertificate({ ...found.facts, personId: found.personId, code, name, birthYear, issuedAt: clock.now(), byId }),
    person: whileKnown(found.personId),
  });
  // Refused where the same was asked for in this moment, or where they are being erased.
  const stands = written.ok || !written.refused.includes("person") ? await findCertificateOf(db, personId, subjectId) : undefined;
  return stands ? done(rowOf(stands)) : refuse("nothing-to-certify");
};
