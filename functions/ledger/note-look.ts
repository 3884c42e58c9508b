import { createHash } from "node:crypto";
import type { OperationKey } from "../../shared/contract/api.ts";
import { looks } from "../../shared/contract/looks.ts";
import { isForStaff } from "../../shared/contract/operation.ts";
import { hourOfLook, type Whose } from "../../shared/domain/access-log.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import { rolesAt } from "../../shared/domain/roles-at.ts";
import type { Kiosk, OtherSystem, PairedDevice, SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { digestOf } from "../platform/limits.ts";
import { aMemory } from "../platform/memory.ts";
import type { Asked, Noting } from "../platform/note-access.ts";
import { addToLedger, byAccount, type Doer, type LedgerEntry } from "./ledger-writes.ts";

/** The id of what counts once, however often it happens. */
export const derivedId = (what: string, parts: readonly (string | undefined)[]): string =>
  createHash("sha256")
    .update([`jobstop/${what}/v1`, ...parts].join("\0"))
    .digest("base64url")
    .slice(0, 27);

const isDevice = (actor: SignedIn | PairedDevice | Kiosk | OtherSystem): actor is PairedDevice => "pairingId" in actor;

/** Who asks, in the role by which they may. */
export const doerOf = ({ operation: { who }, params, actor, ip }: Asked): Doer => {
  if (!actor) throw new Error("Nobody who is nobody looks at anything.");
  if ("kioskId" in actor || "keyId" in actor) throw new Error("Kiosks and other systems look at nobody.");
  if (isDevice(actor)) return { by: { pairingId: actor.pairingId, employerId: actor.employerId }, session: digestOf(actor.pairingId), ip };
  const role = isForStaff(who) ? who.staff.find((one) => rolesAt(actor, params.visitId).includes(one)) : undefined;
  const doer = byAccount({ actor, ip }, role);
  if (who !== "employer-member") return doer;
  return { ...doer, by: { accountId: actor.accountId, employerId: params.employerId as EmployerId } };
};

/** The phone that says in its request which one it is. */
const deviceIdOf = (body: unknown): string | undefined =>
  typeof body === "object" && body !== null && "deviceId" in body && typeof body.deviceId === "string" ? body.deviceId : undefined;

/** One look an hour, session, operation, and list or person as the request names it. A list of some people with others in it is another list. */
const entryIdOf = (
  { key, params, query }: Asked,
  { session, registrationId, among = [], records = [] }: LedgerEntry,
  from: string,
): string => derivedId("look", [key, session, from, JSON.stringify([params, query]), registrationId, ...among, ...records]);

/** Entries that this process saw standing in the ledger, so that a page that asks again and again writes once. */
const seen = aMemory<true>();

/** Writes down looks: who, when, from where, at what, whose; one put a request at most, before its answer leaves (promise 9). */
export const lookNoter =
  ({ ledger, clock }: Pick<LedgerDeps, "ledger" | "clock">) =>
  (asked: Asked): Pick<Noting, "shows" | "answered"> => {
    const declared = looks[asked.key as OperationKey];
    if (declared === "nobody") return { shows: () => {}, answered: async () => {} };
    const { kind, whose } = declared;

    const note = async (shown: Whose): Promise<void> => {
      const now = clock.now();
      const { from, until } = hourOfLook(now);
      const deviceId = deviceIdOf(asked.body);
      const entry = { at: now, until, kind, ...doerOf(asked), ...(deviceId && { deviceId }), ...shown };
      const entryId = entryIdOf(asked, entry, from);
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
      answered: async (answer) => {
        if (whose === "by-handler") return begun;
        const where = { ...asked.params, ...(asked.actor && isDevice(asked.actor) && asked.actor) };
        const shown = (whose as (where: unknown, answer: unknown) => Whose | undefined)(where, answer);
        if (shown) await note(shown);
      },
    };
  };
