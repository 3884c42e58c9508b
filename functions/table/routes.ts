import type { tableOperations } from "../../shared/contract/table.ts";
import { done } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { tableCookie } from "../platform/serve.ts";
import { clearCookie, setTableCookie } from "../sign-in/cookies.ts";
import { findSharedNeeds } from "../support/shared-needs-reads.ts";
import type { SupportKeys } from "../support/support-reads.ts";
import { endTablePairing, leaveTable } from "./end-table-pairing.ts";
import { giveTableCode } from "./give-table-code.ts";
import { identifyByPairing } from "./identify-device.ts";
import { listInterviews } from "./list-interviews.ts";
import { lookAtInterviewee } from "./look-at-interviewee.ts";
import { noteOutcome, takeBackOutcome } from "./note-outcome.ts";
import { pairDevice } from "./pair-device.ts";
import { showTables } from "./show-tables.ts";
import { showTableDay } from "./table-times.ts";

export const tableRoutes = (deps: LedgerDeps, pepper: string, keys: SupportKeys): Handlers<typeof tableOperations> => ({
  "POST /api/staff/visits/{visitId}/table-codes": async ({ params, body, actor }) => {
    const given = await giveTableCode(deps, pepper, { ...params, ...body, staffId: actor.accountId });
    return given.ok ? reply(201, given.value) : given;
  },
  "GET /api/staff/visits/{visitId}/tables": async ({ params }) => {
    const tables = await showTables(deps, params.visitId);
    return tables.ok ? reply(200, tables.value) : tables;
  },
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": async ({ params, actor }) => {
    const ended = await endTablePairing(deps, { ...params, staffId: actor.accountId });
    return ended.ok ? reply(200, ended.value) : ended;
  },
  "POST /api/table/pairing": async ({ body, ip, cookie }) => {
    const paired = await pairDevice(deps, pepper, { ...body, ip });
    if (!paired.ok) return paired;
    const before = await identifyByPairing(deps)(cookie(tableCookie));
    if (before) await leaveTable(deps, before);
    return done({ status: 204, body: undefined, cookies: [setTableCookie(paired.value.cookie)] });
  },
  "DELETE /api/table/pairing": async ({ actor }) => {
    await leaveTable(deps, actor);
    return done({ status: 204, body: undefined, cookies: [clearCookie(tableCookie)] });
  },
  "GET /api/table/day": async ({ actor }) => {
    const day = await showTableDay(deps, actor);
    return day.ok ? reply(200, day.value) : day;
  },
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": async ({ params, actor }) => {
    const profile = await lookAtInterviewee(deps, actor, params);
    if (!profile.ok) return profile;
    const { visitId, employerId } = actor;
    const needs = await findSharedNeeds({ db: deps.db, keys }, { ...params, visitId, employerId });
    return reply(200, { ...profile.value, needs: needs ?? [] });
  },
  "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome": async ({ params, body, actor }) => {
    const { visitId, employerId } = actor;
    const noted = await noteOutcome(deps, { visitId, employerId, ...params, ...body }, { by: "table", device: actor });
    return noted.ok ? reply(200, noted.value) : noted;
  },
  "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome": async ({ params, query, actor }) => {
    const taken = await takeBackOutcome(deps, actor, { ...params, seen: Number(query.seen) });
    return taken.ok ? reply(204, undefined) : taken;
  },
  "GET /api/employers/{employerId}/visits/{visitId}/interviews": async ({ params }) => {
    const listed = await listInterviews({ ...deps, keys }, params);
    return listed.ok ? reply(200, listed.value) : listed;
  },
  "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome": async ({ params, body }) => {
    const noted = await noteOutcome(deps, { ...params, ...body }, { by: "console" });
    return noted.ok ? reply(200, noted.value) : noted;
  },
});
