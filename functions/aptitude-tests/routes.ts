import type { aptitudeTestOperations } from "../../shared/contract/aptitude-tests.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import type { PersonItem } from "../registrations/person-reads.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { makeStep } from "./make-step.ts";
import { requestTest } from "./request-test.ts";
import { showRegister, showTestsOf } from "./show-tests.ts";
import { undoStep } from "./undo-step.ts";

export const aptitudeTestRoutes = (deps: Deps): Handlers<typeof aptitudeTestOperations> => {
  const shown = async ({ personId, name }: PersonItem) => ({ name, tests: await showTestsOf(deps, personId) });
  return {
    "GET /api/office/visits/{visitId}/aptitude-tests": async ({ params }) =>
      (await findVisit(deps.db, params.visitId)) ? reply(200, await showRegister(deps, params.visitId)) : refuse("not-found"),
    "GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests": async ({ params }) => {
      const person = await findRegistered(deps.db, params);
      return person ? reply(200, await shown(person)) : refuse("not-found");
    },
    "PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}": async ({ params, actor }) => {
      const person = await findRegistered(deps.db, params);
      if (!person) return refuse("not-found");
      const asked = await requestTest(deps, { ...params, personId: person.personId, byId: actor.accountId });
      return asked.ok ? reply(asked.value.isNew ? 201 : 200, await shown(person)) : asked;
    },
    "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps": async ({ params, body, actor }) => {
      const person = await findRegistered(deps.db, params);
      if (!person) return refuse("not-found");
      const made = await makeStep(deps, { ...body, testId: params.testId, personId: person.personId, byId: actor.accountId });
      return made.ok ? reply(200, await shown(person)) : made;
    },
    "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/undoing": async ({ params, body, actor }) => {
      const person = await findRegistered(deps.db, params);
      if (!person) return refuse("not-found");
      const undone = await undoStep(deps, { ...body, testId: params.testId, personId: person.personId, byId: actor.accountId });
      return undone.ok ? reply(200, await shown(person)) : undone;
    },
  };
};
