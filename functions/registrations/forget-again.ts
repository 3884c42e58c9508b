import { listForgotten } from "../ledger/forgotten-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { erasePerson } from "./erase-person.ts";
import { findAgenda } from "./registration-reads.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/**
 * After a table was restored from an older copy: forgets in it whatever was forgotten since, as the ledger says, which is no part of the copy. Nobody is told
 * twice. May be run any number of times.
 *
 * @returns how many erasures and consents the ledger names.
 */
export const forgetAgain = async (deps: LedgerDeps): Promise<{ people: number; consents: number }> => {
  const all = await listForgotten(deps.ledger);
  let [people, consents] = [0, 0];
  for (const forgotten of all) {
    const { at } = forgotten;
    if (forgotten.what === "consent") {
      consents += 1;
      const { visitId, registrationId, employerId } = forgotten;
      const agenda = await findAgenda(deps.db, visitId, registrationId);
      // A copy from after it has it, and perhaps another consent since.
      const isKnown = agenda?.consentWithdrawals?.some((one) => one.employerId === employerId && one.at === at);
      if (agenda && !isKnown) await withdrawConsent(deps, { visitId, registrationId, employerId, at, isTold: true });
    } else {
      people += 1;
      await erasePerson(deps, { personId: forgotten.personId, wantedBy: "person", at, isTold: true });
    }
  }
  deps.log.info("forgotten.again", { people, consents });
  return { people, consents };
};
