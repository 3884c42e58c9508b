import type { RegistrationId, SlotId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import type { Offer, WaitlistEntry } from "../../shared/domain/waitlist.ts";
import { agendaKey, offersIndex, waitlistEntryKey, waitlistKey, waitlistsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { EndedOffer } from "./waitlist-reads.ts";

/**
 * The list stands from now on, and is never taken down: every seat freed from now on is held for it. Put before the first entry is, so that there is
 * no moment in which somebody waits and a seat goes past them (promise 4). Refused when it stands already.
 */
export const raiseList = (visitId: VisitId, date: LocalDate, list: ListName): Write => ({
  Put: {
    Item: { ...waitlistKey(visitId, list), ...waitlistsIndex(date, visitId, list), type: "waitlist", version: 1, visitId, list },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A seat may be freed for anybody only while there is no list. */
export const nobodyWaits = (visitId: VisitId, list: ListName): Write => ({
  ConditionCheck: { Key: waitlistKey(visitId, list), ConditionExpression: "attribute_not_exists(pk)" },
});

export type EntryFacts = { visitId: VisitId; registrationId: RegistrationId; entry: WaitlistEntry };
export type EntryKey = { visitId: VisitId; list: ListName; appliedAt: Instant; waitId: WaitId };

const keyOf = ({ visitId, list, appliedAt, waitId }: EntryKey) => waitlistEntryKey(visitId, list, appliedAt, waitId);

/**
 * Somebody joins: in the list, and in their agenda as it stood at `version`, so that two requests at once cannot pass what each alone would be
 * refused for.
 */
export const addEntry = ({ visitId, registrationId, entry }: EntryFacts, version: number) =>
  ({
    entry: {
      Put: {
        Item: { ...keyOf({ visitId, ...entry }), type: "waitlist-entry", version: 1, visitId, registrationId, entry },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
    agenda: {
      Update: {
        Key: agendaKey(visitId, registrationId),
        UpdateExpression: "SET waits.#wait = :wait ADD version :one",
        ConditionExpression: "version = :version AND attribute_not_exists(waits.#wait)",
        ExpressionAttributeNames: { "#wait": entry.waitId },
        ExpressionAttributeValues: { ":wait": { list: entry.list, appliedAt: entry.appliedAt }, ":version": version, ":one": 1 },
      },
    },
  }) satisfies Record<string, Write>;

/** Closes the agenda's side of an entry; refused when it is closed, or when the agenda does not stand at `version` any more. */
export const closeWait = (
  visitId: VisitId,
  registrationId: RegistrationId,
  waitId: WaitId,
  { version, isHopeless = false }: { version?: number; isHopeless?: boolean } = {},
): Write => ({
  Update: {
    Key: agendaKey(visitId, registrationId),
    UpdateExpression: `SET waits.#wait.closed = :true${isHopeless ? ", waits.#wait.hopeless = :true" : ""} ADD version :one`,
    ConditionExpression: `attribute_exists(waits.#wait) AND attribute_not_exists(waits.#wait.closed)${
      version === undefined ? "" : " AND version = :version"
    }`,
    ExpressionAttributeNames: { "#wait": waitId },
    ExpressionAttributeValues: { ":true": true, ":one": 1, ...(version !== undefined && { ":version": version }) },
  },
});

/** Takes an entry out of the list: as it is without an offer, or while it has this one; with `until`, only while that one is theirs to take. */
export const removeEntry = (key: EntryKey, offer: Pick<Offer, "offerId"> | undefined, until?: { now: Instant }): Write => ({
  Delete: {
    Key: keyOf(key),
    ConditionExpression: offer
      ? `entry.offer.offerId = :offer${until ? " AND entry.offer.holdUntil > :now" : ""}`
      : "attribute_exists(pk) AND attribute_not_exists(entry.offer)",
    ...(offer && { ExpressionAttributeValues: { ":offer": offer.offerId, ...(until && { ":now": until.now }) } }),
  },
});

/** The entry is offered a seat; refused when it has an offer, or is gone. */
export const noteOffer = (key: EntryKey, offer: Offer): Write => {
  const index = offersIndex(offer.holdUntil, key.waitId);
  return {
    Update: {
      Key: keyOf(key),
      UpdateExpression: "SET entry.offer = :offer, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(entry.offer)",
      ExpressionAttributeValues: { ":offer": offer, ":pk": index.gsi1pk, ":sk": index.gsi1sk, ":one": 1 },
    },
  };
};

/**
 * The offer was not taken: its slot is not offered to this entry again, unless it was withdrawn. The place in the list stays, and so does how the offer
 * ended, for whoever is told.
 */
export const passOffer = (key: EntryKey, offer: Offer, passed: readonly SlotId[], how: EndedOffer["how"] = "expired"): Write => ({
  Update: {
    Key: keyOf(key),
    UpdateExpression: "SET entry.passed = :passed, ended = :ended REMOVE entry.offer, gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "entry.offer.offerId = :offer",
    ExpressionAttributeValues: {
      ":passed": how === "withdrawn" ? passed : [...new Set([...passed, offer.slotId])],
      ":ended": { offerId: offer.offerId, how } satisfies EndedOffer,
      ":offer": offer.offerId,
      ":one": 1,
    },
  },
});

/** The offered time is not what it was: the offer is taken back, and the entry may be offered the same slot again. */
export const withdrawOffer = (key: EntryKey, offer: Pick<Offer, "offerId">): Write => ({
  Update: {
    Key: keyOf(key),
    UpdateExpression: "REMOVE entry.offer, gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "entry.offer.offerId = :offer",
    ExpressionAttributeValues: { ":offer": offer.offerId, ":one": 1 },
  },
});

/** The visit is on another day: so is its list. Refused where there is none. */
export const moveList = (visitId: VisitId, date: LocalDate, list: ListName): Write => {
  const index = waitlistsIndex(date, visitId, list);
  return {
    Update: {
      Key: waitlistKey(visitId, list),
      UpdateExpression: "SET gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":pk": index.gsi1pk, ":sk": index.gsi1sk, ":one": 1 },
    },
  };
};
