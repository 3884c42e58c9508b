import type { AccountId, AptitudeTestId, FollowUpId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { findAptitudeTest } from "./aptitude-test-reads.ts";
import { addAptitudeTest } from "./aptitude-test-writes.ts";

type Asked = { personId: PersonId; visitId: VisitId; registrationId: RegistrationId; testId: AptitudeTestId; byId: AccountId };

/** Within so many days a test that was asked for is to be over: taken and explained, or known not to be needed. */
const dueDays = 14;

/** Somebody asks for a test; until it is over it stands on the list of who took it in: both or neither. Sent again it is the same. */
export const requestTest = async (
  { db, clock }: Deps,
  { personId, visitId, registrationId, testId, byId }: Asked,
): Promise<Outcome<{ isNew: boolean }>> => {
  const at = clock.now();
  // Bears the test's own number, so that the same sent twice opens one.
  const followUpId = `fup_${testId.slice(4)}` as FollowUpId;
  const result = await transact<string>(db, {
    test: addAptitudeTest({
      ...{ testId, personId, visitId, registrationId, followUpId, state: "requested" },
      steps: [{ did: "requested", at, byId }],
    }),
    person: whileKnown(personId),
    task: openFollowUp({
      ...{ followUpId, personId, visitId, registrationId, cause: "aptitude-test", ownerId: byId, openedAt: at },
      ...{ what: { kind: "aptitude-test" }, dueOn: addDays(seoulDateOf(at), dueDays), waitingFor: "us" },
    }),
  });
  if (result.ok) return done({ isNew: true });
  if (result.refused.includes("person")) return refuse("not-found");
  const known = await findAptitudeTest(db, personId, testId);
  return known?.steps[0]?.byId === byId && known.registrationId === registrationId ? done({ isNew: false }) : refuse("id-taken");
};
