import type { checkInOperations } from "../../shared/contract/check-in.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { loadPack } from "./load-pack.ts";
import { takeEvents } from "./take-events.ts";

export const checkInRoutes = (deps: Deps, sealKey: Uint8Array): Handlers<typeof checkInOperations> => ({
  "POST /api/staff/visits/{visitId}/packs": async ({ params, body, actor }) => {
    const pack = await loadPack(deps, sealKey, { ...params, ...body, staffId: actor.accountId });
    return pack.ok ? reply(200, pack.value) : pack;
  },
  "POST /api/staff/visits/{visitId}/check-in-events": async ({ params, body, actor }) => {
    const taken = await takeEvents(deps, { ...params, ...body, staffId: actor.accountId });
    return taken.ok ? reply(200, taken.value) : taken;
  },
});
