import { createHmac } from "node:crypto";
import type { OperationKey } from "../../shared/contract/api.ts";
import type { Me } from "../../shared/contract/sign-in.ts";
import { hourOfLook } from "../../shared/domain/access-log.ts";
import type { AccountId, EmployerId, PairingId, VisitId } from "../../shared/domain/ids.ts";
import type { Refusal } from "../../shared/problem/catalogue.ts";
import { findAccountId, getAccount, hasRights } from "../accounts/account-reads.ts";
import { actsForOthers } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import type { Asked, Noting } from "../platform/note-access.ts";
import { findMailOfChallenge } from "../sign-in/challenge-reads.ts";
import { addToLedger, type ByWhom, type LedgerEntry } from "./ledger-writes.ts";
import { derivedId, doerOf } from "./note-look.ts";

type Act = Omit<LedgerEntry, "at">;

const visitIdOf = ({ params }: Asked): VisitId => params.visitId as VisitId;

/** What is written down of these operations once they are done. Grants of rights and pairings stand in the transaction that makes them. */
const acts: Partial<Record<OperationKey, (asked: Asked, answer: unknown) => Act | undefined>> = {
  "POST /api/sign-in/sessions": ({ ip }, answer) => {
    const { accountId, staffRoles, visitRoles, employers } = answer as Me;
    // Whoever sees nobody's data but their own comes and goes unnoted.
    return staffRoles.length + visitRoles.length + employers.length > 0 ? { kind: "signed-in", by: { accountId }, ip } : undefined;
  },
  "DELETE /api/sign-in/session": (asked) => {
    const { actor } = asked;
    const mayLook = actor && "staffRoles" in actor && actsForOthers(actor);
    return mayLook ? { kind: "signed-out", ...doerOf(asked) } : undefined;
  },
  "POST /api/second-step/proofs/passkey": (asked) => ({ kind: "second-step-proved", ...doerOf(asked) }),
  "POST /api/second-step/proofs/totp": (asked) => ({ kind: "second-step-proved", ...doerOf(asked) }),
  "POST /api/second-step/proofs/recovery-code": (asked) => ({ kind: "second-step-proved", ...doerOf(asked) }),
  "POST /api/second-step/passkeys": (asked) => ({ kind: "factor-added", ...doerOf(asked) }),
  "POST /api/second-step/totp": (asked) => ({ kind: "factor-added", ...doerOf(asked) }),
  "DELETE /api/second-step/factors/{factorId}": (asked) => ({ kind: "factor-removed", ...doerOf(asked) }),
  "POST /api/second-step/recovery-codes": (asked) => ({ kind: "recovery-codes-made", ...doerOf(asked) }),
  "POST /api/staff/members/{accountId}/factor-reset": (asked) => ({
    ...{ kind: "factors-reset", ...doerOf(asked), accountId: asked.params.accountId as AccountId },
    reason: (asked.body as { reason: string }).reason,
  }),
  "POST /api/staff/visits/{visitId}/ticket-keys": (asked) => ({ kind: "keys-rotated", ...doerOf(asked), visitId: visitIdOf(asked) }),
  "POST /api/staff/visits/{visitId}/table-codes": (asked) => ({
    ...{ kind: "table-code-given", ...doerOf(asked), visitId: visitIdOf(asked) },
    employerId: (asked.body as { employerId: EmployerId }).employerId,
  }),
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": (asked) => ({
    ...{ kind: "table-pairing-ended", ...doerOf(asked), visitId: visitIdOf(asked), pairingId: asked.params.pairingId as PairingId },
  }),
  "POST /api/staff/visits/{visitId}/kiosks/end": (asked) => ({ kind: "kiosks-ended", ...doerOf(asked), visitId: visitIdOf(asked) }),
  "DELETE /api/table/pairing": (asked) => ({ kind: "table-pairing-ended", ...doerOf(asked) }),
};

/** How the second step is proved. */
const proofs: readonly string[] = [
  "POST /api/second-step/proofs/passkey",
  "POST /api/second-step/proofs/totp",
  "POST /api/second-step/proofs/recovery-code",
] satisfies OperationKey[];

type Failure = "sign-in-failed" | "too-many-codes" | "second-step-failed";

/** Nobody is kept from leaving because it cannot be written down. */
const leaving: readonly string[] = ["DELETE /api/sign-in/session", "DELETE /api/table/pairing"] satisfies OperationKey[];

/** Writes down who came and went, who did not get in, and what was done with keys and devices. */
export const actNoter = ({ db, ledger, clock, ids, log }: LedgerDeps, pepper: string) => {
  const hashOf = (mail: string): string =>
    createHmac("sha256", pepper).update(`jobstop/ledger-address/v1\0${mail}`).digest("base64url").slice(0, 22);

  /** Of an address that opens others' data, its account; of any other, what tells it from others. */
  const whoseAddress = async (mail: string): Promise<ByWhom> => {
    const accountId = await findAccountId(db, mail);
    const account = accountId && (await getAccount(db, accountId));
    return account && hasRights(account) ? { accountId: account.accountId } : { addressHash: hashOf(mail) };
  };

  /** However often somebody tries within an hour, it is one entry for each of them, sender and reason. */
  const noteFailure = async (kind: Failure, by: ByWhom, { ip }: Asked, { reason: refusal }: Refusal) => {
    const now = clock.now();
    const { from, until } = hourOfLook(now);
    const id = derivedId(kind, [from, JSON.stringify(by), ip, refusal]);
    await addToLedger(ledger, { at: now, until, kind, by, ip, refusal }, id);
  };

  return (asked: Asked): Pick<Noting, "answered" | "refused"> => ({
    answered: async (answer) => {
      const act = acts[asked.key as OperationKey]?.(asked, answer);
      if (!act) return;
      try {
        await addToLedger(ledger, { at: clock.now(), ...act }, ids.mint("log"));
      } catch (error) {
        if (!leaving.includes(asked.key)) throw error;
        log.error("access.not-noted", { operation: asked.key, error: error instanceof Error ? error.name : "unknown" });
      }
    },
    refused: async (refusal) => {
      if (asked.key === "POST /api/sign-in/sessions") {
        const mail = await findMailOfChallenge(db, asked.cookie);
        if (mail) await noteFailure("sign-in-failed", await whoseAddress(mail), asked, refusal);
      }
      if (asked.key === "POST /api/sign-in/challenges" && refusal.reason === "too-many-requests") {
        await noteFailure("too-many-codes", await whoseAddress((asked.body as { mail: string }).mail), asked, refusal);
      }
      if (proofs.includes(asked.key) && asked.actor && "accountId" in asked.actor) {
        await noteFailure("second-step-failed", { accountId: asked.actor.accountId }, asked, refusal);
      }
    },
  });
};
