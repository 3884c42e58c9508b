import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { StatisticsDraft } from "../../shared/domain/statistics.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { consentFor } from "../consents/consent-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { dropStatistics, putStatistics } from "./statistics-writes.ts";

type By = { personId: PersonId; locale: Locale; channel: "web" | "staff" };

/** Keeps what somebody gives for reports, by themselves or at the desk; said again it takes the place of what was there. */
export const giveStatistics = async (
  { db, clock }: Deps,
  { personId, locale, channel }: By,
  { draft, consentVersion }: { draft: StatisticsDraft; consentVersion: string },
): Promise<Outcome<undefined>> => {
  const consent = consentFor("statistics", consentVersion, { locale, at: clock.now(), channel });
  if (!consent) return refuse("consent-outdated");
  const result = await transact(db, { statistics: putStatistics(personId, draft, consent), person: whileKnown(personId) });
  return result.ok ? done(undefined) : refuse("not-registered");
};

/** Takes it back under each of their records: it is gone, in a copy that is restored, too. */
export const takeBackStatistics = async ({ db, ledger, clock }: LedgerDeps, personId: PersonId): Promise<void> => {
  const at = clock.now();
  for (const id of await idsOfSame(db, personId))
    await transact(db, {
      statistics: dropStatistics(id, at),
      forgotten: noteForgotten(ledger, { what: "statistics", personId: id, at }),
    });
};
