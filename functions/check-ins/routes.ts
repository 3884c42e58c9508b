import type { checkInOperations } from "../../shared/contract/check-in.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { showCallBoard } from "./call-board.ts";
import { findDevice, phoneUserOf } from "./device-writes.ts";
import { showWalkIns } from "./list-walk-ins.ts";
import { loadPack } from "./load-pack.ts";
import { searchPeople } from "./search-people.ts";
import { setLookUpKey } from "./set-look-up-key.ts";
import { takeEvents } from "./take-events.ts";

/** Seconds that the edge may answer by itself: many phones look at one board. */
const cached = { headers: { "cache-control": "public, max-age=0, s-maxage=3" } };

export const checkInRoutes = (deps: Deps, sealKey: Uint8Array): Handlers<typeof checkInOperations> => ({
  "POST /api/staff/visits/{visitId}/packs": async ({ params, body, actor, shows }) => {
    const pack = await loadPack(deps, sealKey, { ...params, ...body, ...phoneUserOf(actor) }, shows);
    return pack.ok ? reply(200, pack.value) : pack;
  },
  "PUT /api/staff/visits/{visitId}/look-up-key": async ({ params, body, actor }) => {
    const set = await setLookUpKey(deps, sealKey, { ...params, ...body, staffId: actor.accountId });
    return set.ok ? reply(204, undefined) : set;
  },
  "POST /api/staff/visits/{visitId}/people-search": async ({ params, body, actor, shows }) => {
    const found = await searchPeople(deps, { ...params, ...body, staffId: actor.accountId }, shows);
    return found.ok ? reply(200, { people: found.value }) : found;
  },
  "POST /api/staff/visits/{visitId}/check-in-events": async ({ params, body, actor }) => {
    const taken = await takeEvents(deps, { ...params, ...body, ...phoneUserOf(actor) });
    return taken.ok ? reply(200, taken.value) : taken;
  },
  "GET /api/public/visits/{visitId}/devices/{deviceId}": async ({ params: { visitId, deviceId } }) => {
    const device = await findDevice(deps.db, visitId, deviceId);
    return device ? reply(200, { isLost: device.revokedAt !== undefined }) : refuse("not-found");
  },
  "GET /api/public/visits/{visitId}/board": async ({ params }) => {
    const board = await showCallBoard(deps, params.visitId);
    return board.ok ? reply(200, board.value, cached) : board;
  },
  "GET /api/staff/visits/{visitId}/walk-ins": async ({ params }) => {
    const shown = await showWalkIns(deps, params.visitId);
    return shown.ok ? reply(200, shown.value) : shown;
  },
});
