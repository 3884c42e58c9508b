import type { Application } from "../../shared/domain/application.ts";
import type { ApplicationId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { withdrawApplication } from "./application-writes.ts";

/**
 * Takes an application back, and the consent with it, while nobody has decided. An interview that came of it is cancelled by itself. Withdrawing again
 * answers the same.
 */
export const withdraw = async (
  { db }: Pick<Deps, "db">,
  { visitId, registrationId, applicationId }: { visitId: VisitId; registrationId: RegistrationId; applicationId: ApplicationId },
): Promise<Outcome<Application>> => {
  const application = (await findAgenda(db, visitId, registrationId))?.applications[applicationId];
  if (!application) return refuse("not-found");
  const { employerId, state } = application;
  if (state === "withdrawn") return done(application);
  if (state !== "applied" && state !== "undecided") return refuse("already-decided");
  const result = await transact(db, withdrawApplication({ visitId, employerId, registrationId, applicationId }));
  if (result.ok) return done({ ...application, state: "withdrawn" });
  // Decided, or withdrawn with a second tap, in this moment.
  const now = (await findAgenda(db, visitId, registrationId))?.applications[applicationId];
  return now?.state === "withdrawn" ? done(now) : refuse("already-decided");
};
