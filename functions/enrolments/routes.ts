import type { enrolmentOperations } from "../../shared/contract/enrolments.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { enrolmentOf, findLiveEnrolment } from "./enrolment-reads.ts";
import { acceptEnrolment, renewEnrolment, stopEnrolment, writeEnrolment } from "./write-enrolment.ts";

export const enrolmentRoutes = (deps: LedgerDeps): Handlers<typeof enrolmentOperations> => {
  const { db, clock } = deps;
  const shown = async (personId: PersonId) => {
    const item = await findLiveEnrolment(db, personId);
    return item ? enrolmentOf(item, seoulDateOf(clock.now())) : null;
  };
  return {
    "GET /api/me/enrolment": async ({ actor }) => reply(200, { enrolment: await shown(actor.personId) }),
    "PUT /api/me/enrolment": async ({ body, actor, locale }) => {
      const written = await writeEnrolment(deps, { personId: actor.personId, locale }, body);
      return written.ok ? reply(200, written.value) : written;
    },
    "POST /api/me/enrolment/renewal": async ({ actor }) => {
      const renewed = await renewEnrolment(deps, actor.personId);
      return renewed.ok ? reply(200, renewed.value) : renewed;
    },
    "DELETE /api/me/enrolment": async ({ actor }) => {
      await stopEnrolment(deps, actor.personId);
      return reply(204, undefined);
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment": async ({ params }) => {
      const person = await findRegistered(db, params);
      return person ? reply(200, { name: person.name, enrolment: await shown(person.personId) }) : refuse("not-found");
    },
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment": async ({ params, body, actor, locale }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const { personId } = person;
      const written = await writeEnrolment(deps, { personId, locale, helped: { ...params, byId: actor.accountId } }, body);
      return written.ok ? reply(200, written.value) : written;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance": async ({ params, actor }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const accepted = await acceptEnrolment(deps, person.personId, { ...params, byId: actor.accountId });
      return accepted.ok ? reply(200, accepted.value) : accepted;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal": async ({ params, actor }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const renewed = await renewEnrolment(deps, person.personId, { ...params, byId: actor.accountId });
      return renewed.ok ? reply(200, renewed.value) : renewed;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/ending": async ({ params, actor }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      await stopEnrolment(deps, person.personId, { ...params, byId: actor.accountId });
      return reply(204, undefined);
    },
  };
};
