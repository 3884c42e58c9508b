import { createHmac } from "node:crypto";
import { toBase32 } from "../../shared/domain/base32.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { pairingCodeMinutes, pairingRefusal } from "../../shared/domain/table-pairing.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { expiresAt, tableCodeKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";

/** What a code pairs; one for the other is unknown. */
export type PairedAs = "table" | "kiosk";

/** What is known of a device before it is paired: where it will stand, and on whose word. */
export type Meant = { visitId: VisitId; givenBy: AccountId };

/** A code that waits for its device, or was used. The code itself is stored nowhere. */
export type CodeItem<T extends Meant> = Item & T & { usableUntil: Instant; usedAt?: Instant };

export type GivenCode = { code: string; usableUntil: Instant };

/** What a code is stored and found by: whoever reads the table learns no code from it. */
export const macOf = (pepper: string, as: PairedAs, code: TicketCode): string =>
  createHmac("sha256", pepper).update(`jobstop/${as}/v1\0${code}`).digest("base64url");

/** Whether devices are paired at a visit now. */
export const openToPair = async ({ db, clock }: Pick<Deps, "db" | "clock">, visitId: VisitId): Promise<Outcome<undefined>> => {
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const refused = pairingRefusal(planned.visit, clock.now());
  return refused ? refuse(refused) : done(undefined);
};

/**
 * A code for a device of a visit that is open to pair, for 10 minutes of the day of the visit: eight characters that people read and type without mistakes, as beneath a ticket; 40 random bits.
 *
 * @param also what is written with it, or not at all; it is told until when the code can be used.
 */
export const giveCode = async <T extends Meant>(
  { db, clock, ids }: Pick<Deps, "db" | "clock" | "ids">,
  pepper: string,
  as: PairedAs,
  meant: T,
  also: (usableUntil: Instant) => Record<string, Write> = () => ({}),
): Promise<GivenCode> => {
  const now = clock.now();
  const code = toBase32(ids.bytes(5), "crockford") as TicketCode;
  const usableUntil = addMinutes(now, pairingCodeMinutes);
  const item = {
    ...tableCodeKey(macOf(pepper, as, code)),
    ...{ type: `${as}-code`, version: 1, ...meant, usableUntil },
    expiresAt: expiresAt(addMinutes(usableUntil, 60)),
  };
  const given = await transact<string>(db, {
    ...also(usableUntil),
    code: { Put: { Item: item, ConditionExpression: "attribute_not_exists(pk)" } },
  });
  if (!given.ok) throw new Error("A pairing code was drawn twice.");
  return { code, usableUntil };
};

/** A code pairs one device: of many who hand it in at once, one. */
export const useCode = (mac: string, now: Instant): Write => ({
  Update: {
    Key: tableCodeKey(mac),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedAt) AND usableUntil > :now",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});
