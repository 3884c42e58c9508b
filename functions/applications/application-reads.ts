import type { Application } from "../../shared/domain/application.ts";
import type { ApplicationId, EmployerId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { applicationKey, applicationPartition, applicationPrefix, applicationsIndexPartition } from "../platform/keys.ts";

/**
 * An application from the employer's side. Summary and consent are gone from it once it is withdrawn or declined (promise 8); the person's own copy
 * stands in their agenda.
 */
export type ApplicationItem = Item & {
  visitId: VisitId;
  registrationId: RegistrationId;
  application: Omit<Application, "summary" | "consent"> & Partial<Pick<Application, "summary" | "consent">>;
  /** Times that the employer accepted the person for and that could not be booked, with the moment of it. */
  unbookable: Record<SlotId, Instant>;
  /** When the person was told that it was declined or is undecided; sent by the table's stream. */
  toldAt?: Instant;
  /** It was withdrawn with the person's registration, or their consent for the employer, and is told with that. */
  isToldOtherwise?: true;
};

export const findApplication = (
  db: Db,
  visitId: VisitId,
  employerId: EmployerId,
  id: ApplicationId,
): Promise<ApplicationItem | undefined> => findItem<ApplicationItem>(db, applicationKey(visitId, employerId, id));

/** Ids come from callers, so their order says nothing. */
const byApplication = ({ application: a }: ApplicationItem, { application: b }: ApplicationItem): number =>
  a.appliedAt.localeCompare(b.appliedAt) || a.applicationId.localeCompare(b.applicationId);

/** Everybody who applied to an employer for a visit, in order of application. */
export const listApplications = async (db: Db, visitId: VisitId, employerId: EmployerId): Promise<ApplicationItem[]> =>
  (await queryPartition<ApplicationItem>(db, applicationPartition(visitId, employerId), applicationPrefix)).sort(byApplication);

/** Applications whose person waits for an answer, or for word of it. */
export const listWaitingApplications = (db: Db): Promise<ApplicationItem[]> =>
  queryItems<ApplicationItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :waiting",
    ExpressionAttributeValues: { ":waiting": applicationsIndexPartition },
  });
