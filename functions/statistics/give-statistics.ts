import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { StatisticsDraft } from "../../shared/domain/statistics.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { consentFor } from "../consents/consent-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { dropStatistics, putStatistics } from "./statistics-writes.ts";

/** Where staff help them, and who does. */
type Helped = { visitId: VisitId; registrationId: RegistrationId; staffId: AccountId };
type By = { personId: PersonId; locale: Locale; helped?: Helped };

/** What staff did for somebody is in the visit's log; what was said is not. */
const logOf = (
  { clock, ids }: Deps,
  helped: Helped | undefined,
  did: "wrote-statistics" | "took-back-statistics",
): Record<string, Write> => (helped ? { log: addToVisitLog({ ...helped, at: clock.now(), did }, ids.mint("log")) } : {});

/** Keeps what somebody gives for reports, by themselves or at the desk; said again it takes the place of what was there. */
export const giveStatistics = async (
  deps: Deps,
  { personId, locale, helped }: By,
  { draft, consentVersion }: { draft: StatisticsDraft; consentVersion: string },
): Promise<Outcome<undefined>> => {
  const consent = consentFor("statistics", consentVersion, { locale, at: deps.clock.now(), channel: helped ? "staff" : "web" });
  if (!consent) return refuse("consent-outdated");
  const result = await transact<string>(deps.db, {
    statistics: putStatistics(personId, draft, consent),
    person: whileKnown(personId),
    ...logOf(deps, helped, "wrote-statistics"),
  });
  return result.ok ? done(undefined) : refuse("not-registered");
};

/** Takes it back under each of their records: it is gone, in a copy that is restored, too. */
export const takeBackStatistics = async (deps: LedgerDeps, personId: PersonId, helped?: Helped): Promise<void> => {
  const at = deps.clock.now();
  for (const id of await idsOfSame(deps.db, personId))
    await transact<string>(deps.db, {
      statistics: dropStatistics(id, at),
      forgotten: noteForgotten(deps.ledger, { what: "statistics", personId: id, at }),
      ...logOf(deps, helped, "took-back-statistics"),
    });
};
