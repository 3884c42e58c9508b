import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isOldEnough, type RegistrationForm } from "../../shared/domain/registration.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { recordCoreNotice } from "../consents/consent-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { registrationIdOf } from "./registration-id.ts";
import { addRegistration, putPerson, takeBackRegistration } from "./registration-writes.ts";

/**
 * Registers the signed-in person for a visit. Sent again it only renews what they said of themselves: the registration is one per person and
 * visit, by its key.
 */
export const registerForVisit = async (
  { db, clock }: Deps,
  { visitId, form, actor }: { visitId: VisitId; form: RegistrationForm; actor: Pick<SignedIn, "personId" | "mail"> },
): Promise<Outcome<{ isNew: boolean }>> => {
  const now = clock.now();
  if (form.noticeVersion !== currentConsentVersion.service_core) return refuse("consent-outdated");
  if (!isOldEnough(form.birthYear, seoulDateOf(now)))
    return refuse("too-young", { fields: [{ pointer: "/birthYear", code: "too-young" }] });
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (planned.visit.state !== "open") return refuse("visit-not-open");
  if (endOfVisit(planned.visit) <= now) return refuse("visit-over");

  const { personId, mail } = actor;
  const about = {
    person: putPerson(personId, form, mail),
    notice: recordCoreNotice(personId, { version: form.noticeVersion, locale: form.locale, at: now }),
  };
  const registration = {
    registrationId: registrationIdOf(visitId, personId),
    visitId,
    personId,
    registeredAt: now,
    beforeBooking: form.beforeBooking,
  };
  const result = await transact(db, { ...about, ...addRegistration(registration, planned.visit.date) });
  if (!result.ok) await transact(db, about);
  // Looked at again, and not made a condition: one item that everybody who registers would wait for. Whoever comes in while the visit is cancelled is told here, and
  // is not registered: nobody else would tell them.
  if ((await findVisit(db, visitId))?.visit.state !== "open") {
    if (result.ok) await transact(db, takeBackRegistration(registration, planned.visit.date));
    return refuse("visit-not-open");
  }
  return done({ isNew: result.ok });
};
