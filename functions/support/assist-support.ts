import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Need } from "../../shared/domain/support.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { type SupportDeps, sayNeeds, takeBackNeeds } from "./answer-support.ts";
import { agendaToCome } from "./look-at-support.ts";
import { findNeeds } from "./support-reads.ts";

type Helping = { visitId: VisitId; registrationId: RegistrationId; staffId: AccountId };

/** The records of somebody who is to come, the one that has needs first; undefined for nobody. */
const recordsOf = async (deps: SupportDeps, whom: Helping): Promise<PersonId[] | undefined> => {
  const agenda = await agendaToCome(deps, whom);
  if (!agenda) return undefined;
  const ids = await idsOfSame(deps.db, agenda.personId);
  const answers = await Promise.all(ids.map((id) => findNeeds(deps.db, deps.keys, id)));
  const answered = ids.filter((_, n) => answers[n]);
  return answered.length > 0 ? answered : [agenda.personId];
};

const logOf = ({ clock, ids }: SupportDeps, { visitId, registrationId, staffId }: Helping, did: "wrote-needs" | "took-back-needs") => ({
  log: addToVisitLog({ visitId, at: clock.now(), staffId, did, registrationId }, ids.mint("log")),
});

/** Staff write down what somebody says they need, who has no mail to do it with, or stands there. What it was stands in no log. */
export const writeNeeds = async (
  deps: SupportDeps,
  helping: Helping & { locale: Locale },
  said: { codes: readonly Need[]; consentVersion: string },
): Promise<Outcome<undefined>> => {
  const [personId] = (await recordsOf(deps, helping)) ?? [];
  if (!personId) return refuse("not-found");
  const { locale } = helping;
  return sayNeeds(deps, { personId, locale, channel: "staff" }, said, logOf(deps, helping, "wrote-needs"));
};

/** Staff take it back for them: no harder than saying it. */
export const dropNeeds = async (deps: SupportDeps, helping: Helping): Promise<Outcome<undefined>> => {
  const records = await recordsOf(deps, helping);
  if (!records) return refuse("not-found");
  for (const personId of records) await takeBackNeeds(deps, personId, logOf(deps, helping, "took-back-needs"));
  return done(undefined);
};
