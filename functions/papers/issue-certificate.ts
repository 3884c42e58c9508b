import type { CertificateRow } from "../../shared/contract/papers.ts";
import { toBase32 } from "../../shared/domain/base32.ts";
import { type CertificateCode, type CertificateSubject, CertifiedFacts, certificateCodeBytes } from "../../shared/domain/certificate.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson, type PersonItem } from "../registrations/person-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { type CertificateItem, findCertificateOf, listCertificatesOf } from "./certificate-reads.ts";
import { addCertificate, keepPast, replaceCertificate } from "./certificate-writes.ts";
import { listCertifiable } from "./list-certifiable.ts";

/** Whether a line can be written on paper, letter by letter. */
export type CanPrint = (text: string) => boolean;

const factNames = Object.keys(CertifiedFacts.shape) as (keyof CertifiedFacts)[];
/** What was certified, out of all that is stored with it. */
const factsOf = (item: CertificateItem): CertifiedFacts =>
  Object.fromEntries(factNames.map((name) => [name, item[name]])) as unknown as CertifiedFacts;

type Whose = Pick<PersonItem, "name" | "birthYear">;

/** Whether a new one would say something else: the person or what it is about was corrected. What cannot be certified any more is no correction. */
const isOutdated = (item: CertificateItem, { name, birthYear }: Whose, facts: CertifiedFacts | undefined): boolean =>
  facts !== undefined && (item.name !== name || item.birthYear !== birthYear || factNames.some((fact) => item[fact] !== facts[fact]));

const rowOf = (item: CertificateItem, whose: Whose, facts: CertifiedFacts | undefined): CertificateRow => {
  const { code, issuedAt, revoked } = item;
  const told = revoked && { at: revoked.at, reason: revoked.reason, mayRenew: revoked.mayRenew };
  return { ...factsOf(item), issued: { code, issuedAt, isOutdated: isOutdated(item, whose, facts), revoked: told ?? null } };
};

/** What somebody can have certified and has, the newest first. A certificate stays as it was made until it is replaced, whatever becomes of what it is about. */
export const listCertificates = async (deps: Deps, person: PersonItem): Promise<CertificateRow[]> => {
  const { personId } = person;
  const [made, certifiable] = await Promise.all([listCertificatesOf(deps.db, personId), listCertifiable(deps, personId)]);
  const factsNow = new Map(certifiable.map(({ facts }) => [facts.subjectId, facts]));
  const known = new Set<CertificateSubject>(made.map(({ subjectId }) => subjectId));
  const open = certifiable.filter(({ facts }) => !known.has(facts.subjectId)).map(({ facts }) => ({ ...facts, issued: null }));
  return [...made.map((item) => rowOf(item, person, factsNow.get(item.subjectId))), ...open].sort(
    (a, b) => b.startsAt.localeCompare(a.startsAt) || a.subjectId.localeCompare(b.subjectId),
  );
};

type Wanted = { personId: PersonId; subjectId: CertificateSubject; byId?: AccountId };

const aCode = ({ ids }: Pick<Deps, "ids">): CertificateCode => toBase32(ids.bytes(certificateCodeBytes), "crockford") as CertificateCode;

/** Makes the certificate of an interview that somebody came to, or of a talk, once: what it says is as it is now, and stays. Asked again it answers the same. */
export const issueCertificate = async (
  deps: Deps,
  canPrint: CanPrint,
  { personId, subjectId, byId }: Wanted,
): Promise<Outcome<CertificateRow>> => {
  const { db, clock } = deps;
  const [person, made, facts] = await Promise.all([
    findPerson(db, personId),
    findCertificateOf(db, personId, subjectId),
    listCertifiable(deps, personId),
  ]);
  const found = facts.find((one) => one.facts.subjectId === subjectId);
  if (!person) return refuse("nothing-to-certify");
  if (made) return done(rowOf(made, person, found?.facts));
  if (!found) return refuse("nothing-to-certify");
  if (!canPrint(person.name)) return refuse("name-unprintable");
  const { name, birthYear } = person;
  const written = await transact(db, {
    certificate: addCertificate({
      ...{ ...found.facts, personId: found.personId, code: aCode(deps), name, birthYear, issuedAt: clock.now(), byId },
    }),
    person: whileKnown(found.personId),
  });
  // Refused where the same was asked for in this moment, or where they are being erased.
  const stands = written.ok || !written.refused.includes("person") ? await findCertificateOf(db, personId, subjectId) : undefined;
  return stands ? done(rowOf(stands, person, found.facts)) : refuse("nothing-to-certify");
};

/**
 * A new certificate in the place of one whose contents were corrected since (재발급), or that staff made invalid: by its person where staff said so, by staff always.
 * `seen`: the code of the one that is to be replaced; when another stands by now, that is the answer.
 */
export const reissueCertificate = async (
  deps: LedgerDeps,
  canPrint: CanPrint,
  { personId, subjectId, byId, seen }: Wanted & { seen: CertificateCode },
): Promise<Outcome<CertificateRow>> => {
  const { db, clock } = deps;
  const [person, made, certifiable] = await Promise.all([
    findPerson(db, personId),
    findCertificateOf(db, personId, subjectId),
    listCertifiable(deps, personId),
  ]);
  const found = certifiable.find(({ facts }) => facts.subjectId === subjectId);
  if (!person || !made) return refuse("nothing-to-certify");
  if (made.code !== seen) return done(rowOf(made, person, found?.facts));
  if (made.revoked && !made.revoked.mayRenew && !byId) return refuse("certificate-revoked");
  if (!found) return refuse("nothing-to-certify");
  if (!made.revoked && !isOutdated(made, person, found.facts)) return refuse("certificate-up-to-date");
  if (!canPrint(person.name)) return refuse("name-unprintable");
  const at = clock.now();
  const { name, birthYear } = person;
  const newer = { ...found.facts, personId: made.personId, code: aCode(deps), name, birthYear, issuedAt: at, byId };
  const written = await transact(db, {
    certificate: replaceCertificate(made, newer),
    past: keepPast(made, at),
    forgotten: noteForgotten(deps.ledger, { what: "certificate", personId: made.personId, subjectId, mayRenew: true, byId, at }),
    person: whileKnown(made.personId),
  });
  // Refused where it was replaced or revoked in this moment, or where they are being erased.
  const stands = written.ok || !written.refused.includes("person") ? await findCertificateOf(db, personId, subjectId) : undefined;
  if (!stands) return refuse("nothing-to-certify");
  return stands.code === seen ? refuse("certificate-revoked") : done(rowOf(stands, person, found.facts));
};
