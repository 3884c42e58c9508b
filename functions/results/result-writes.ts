import type { AccountId, BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { SeekerResult, StayCheck } from "../../shared/domain/placement.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { agendaKey, placementKey, saidResultKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { PlacementItem, StoredPlacement } from "./result-reads.ts";

type Said = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId; result: SeekerResult; saidAt: Instant };

/** What a seeker says of an interview, in the place of what they said before. */
export const putSaidResult = ({ byId, ...said }: Said & { byId: AccountId | undefined }): Write =>
  upsert(saidResultKey(said.visitId, said.bookingId), "said-result", { ...said, byId });

/** Holds while the interview is theirs and was not given up. */
export const isTheirs = (visitId: VisitId, id: RegistrationId, bookingId: BookingId): Write => ({
  ConditionCheck: {
    Key: agendaKey(visitId, id),
    ConditionExpression: "bookings.#booking.#state = :confirmed",
    ExpressionAttributeNames: { "#booking": bookingId, "#state": "state" },
    ExpressionAttributeValues: { ":confirmed": "confirmed" },
  },
});

/** A placement, once for each interview. */
export const addPlacement = (placement: StoredPlacement): Write => ({
  Put: {
    Item: { ...placementKey(placement.visitId, placement.bookingId), type: "placement", version: 1, ...placement },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** It is gone; refused when it is not the one that was confirmed then. */
export const dropPlacement = ({ visitId, bookingId, confirmedAt }: StoredPlacement): Write => ({
  Delete: {
    Key: placementKey(visitId, bookingId),
    ConditionExpression: "confirmedAt = :confirmedAt",
    ExpressionAttributeValues: { ":confirmedAt": confirmedAt },
  },
});

/** Holds while nobody confirmed that an interview led to a hire. */
export const noPlacement = (visitId: VisitId, bookingId: BookingId): Write => ({
  ConditionCheck: { Key: placementKey(visitId, bookingId), ConditionExpression: "attribute_not_exists(pk)" },
});

/** Whether they were still at work; refused when another check was noted since it was read. */
export const addStayCheck = (item: PlacementItem, check: StayCheck): Write =>
  upsert(
    placementKey(item.visitId, item.bookingId),
    "placement",
    { checks: [...item.checks.filter(({ month }) => month !== check.month), check] },
    { expression: "version = :seen", values: { ":seen": item.version } },
  );
