import type { AccountId, BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Placement, SeekerResult } from "../../shared/domain/placement.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, findItems, type Item, queryPartition } from "../platform/db.ts";
import { outcomePartition, placementKey, placementPrefix, saidResultKey, saidResultPrefix } from "../platform/keys.ts";

type OfInterview = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId };

/** What a seeker says of an interview; `byId` where staff wrote it down for them. */
export type SaidResultItem = Item & OfInterview & { result: SeekerResult; saidAt: Instant; byId?: AccountId };

/** Names nobody: it stays as a count when its person is erased. */
export type StoredPlacement = OfInterview & Placement & { byId: AccountId };
export type PlacementItem = Item & StoredPlacement;

export const placementOf = ({ startedOn, confirmedBy, confirmedAt, checks }: StoredPlacement): Placement => ({
  ...{ startedOn, confirmedBy, confirmedAt, checks },
});

export const findSaidResult = (db: Db, visitId: VisitId, bookingId: BookingId): Promise<SaidResultItem | undefined> =>
  findItem<SaidResultItem>(db, saidResultKey(visitId, bookingId));

export const findPlacement = (db: Db, visitId: VisitId, bookingId: BookingId): Promise<PlacementItem | undefined> =>
  findItem<PlacementItem>(db, placementKey(visitId, bookingId));

const byBooking = <T extends { bookingId: BookingId }>(items: readonly T[]): Map<BookingId, T> =>
  new Map(items.map((item) => [item.bookingId, item]));

/** What was said of some interviews of a visit, by booking. */
export const findSaidResults = async (db: Db, visitId: VisitId, ids: readonly BookingId[]): Promise<Map<BookingId, SaidResultItem>> => {
  const keys = ids.map((bookingId) => saidResultKey(visitId, bookingId));
  const items = keys.length > 0 ? ((await findItems(db, keys)) as (SaidResultItem | undefined)[]) : [];
  return byBooking(items.filter((item) => item !== undefined));
};

export const listSaidResults = async (db: Db, visitId: VisitId): Promise<Map<BookingId, SaidResultItem>> =>
  byBooking(await queryPartition<SaidResultItem>(db, outcomePartition(visitId), saidResultPrefix));

export const listPlacements = async (db: Db, visitId: VisitId): Promise<Map<BookingId, PlacementItem>> =>
  byBooking(await queryPartition<PlacementItem>(db, outcomePartition(visitId), placementPrefix));
