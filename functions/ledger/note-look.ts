import { createHash } from "node:crypto";
import type { OperationKey } from "../../shared/contract/api.ts";
import { looks } from "../../shared/contract/looks.ts";
import { hourOfLook, type Whose } from "../../shared/domain/access-log.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import type { PairedDevice, SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { digestOf } from "../platform/limits.ts";
import type { AskedToLook, Look } from "../platform/look.ts";
import { aMemory } from "../platform/memory.ts";
import { addToLedger, type ByWhom, type LedgerEntry } from "./ledger-writes.ts";

/** Entries that this process saw standing in the ledger, so that a page that asks again and again writes once. */
const seen = aMemory<true>();

const isDevice = (actor: SignedIn | PairedDevice): actor is PairedDevice => "pairingId" in actor;

const byWhom = ({ operation: { who }, params, actor }: AskedToLook): { by: ByWhom; session: string } => {
  if (!actor) throw new Error("Nobody who is nobody looks at anything.");
  if (isDevice(actor)) return { by: { pairingId: actor.pairingId, employerId: actor.employerId }, session: digestOf(actor.pairingId) };
  const role = typeof who === "object" ? who.staff.find((one) => actor.staffRoles.includes(one)) : undefined;
  const employerId = who === "employer-member" ? (params.employerId as EmployerId) : undefined;
  return {
    by: { accountId: actor.accountId, ...(role && { role }), ...(employerId && { employerId }) },
    session: digestOf(actor.sessionHash),
  };
};

/** The phone that says in its request which one it is. */
const deviceIdOf = (body: unknown): string | undefined =>
  typeof body === "object" && body !== null && "deviceId" in body && typeof body.deviceId === "string" ? body.deviceId : undefined;

/** One look an hour, session, operation and list or person. A list of some people with others in it is another list. */
const entryIdOf = (key: string, { session, visitId, registrationId, employerId, among }: LedgerEntry, from: string): string =>
  createHash("sha256")
    .update(["jobstop/look/v1", key, session, from, visitId, registrationId, employerId, ...(among ?? [])].join("\0"))
    .digest("base64url")
    .slice(0, 27);

/**
 * Writes down a look before its answer leaves (promise 9): who, when, from where, at what, whose; one put at most. One that could not be written down throws, and is
 * not to be answered.
 */
export const lookNoter =
  ({ ledger, clock }: Pick<Deps, "clock"> & { ledger: Deps["db"] }) =>
  (asked: AskedToLook): Look => {
    const declared = looks[asked.key as OperationKey];
    if (declared === "nobody") return { shows: () => {}, noted: async () => {} };
    const { kind, whose } = declared;

    const note = async (shown: Whose): Promise<void> => {
      const now = clock.now();
      const { from, until } = hourOfLook(now);
      const deviceId = deviceIdOf(asked.body);
      const entry = { at: now, until, kind, ...byWhom(asked), ip: asked.ip, ...(deviceId && { deviceId }), ...shown };
      const entryId = entryIdOf(asked.key, entry, from);
      if (seen.recall(ledger, entryId, now)) return;
      await addToLedger(ledger, entry, entryId);
      seen.keep(ledger, entryId, true, until);
    };

    let begun: Promise<void> | undefined;
    return {
      shows: (shown) => {
        begun = note(shown);
        // Should it fail, whoever waits for it is told.
        begun.catch(() => {});
      },
      noted: async (answer) => {
        if (whose === "by-handler") return begun;
        const where = { ...asked.params, ...(asked.actor && isDevice(asked.actor) && asked.actor) };
        const shown = (whose as (where: unknown, answer: unknown) => Whose | undefined)(where, answer);
        if (shown) await note(shown);
      },
    };
  };
