import type { reconcileOperations } from "../../shared/contract/reconcile.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { describeDevices, showDevices } from "./list-devices.ts";
import { showReconciliation } from "./reconcile.ts";
import { revokeDevice } from "./revoke-device.ts";
import { noteConflict } from "./settle-conflict.ts";
import { settleQuarantine } from "./settle-quarantine.ts";

export const reconcileRoutes = (deps: LedgerDeps): Handlers<typeof reconcileOperations> => ({
  "GET /api/staff/visits/{visitId}/devices": async ({ params }) => {
    const shown = await showDevices(deps, params.visitId);
    return shown.ok ? reply(200, { devices: shown.value }) : shown;
  },
  "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": async ({ params, body, actor }) => {
    const revoked = await revokeDevice(deps, { ...params, ...body, staffId: actor.accountId });
    if (!revoked.ok) return revoked;
    const [device] = await describeDevices(deps.db, [revoked.value]);
    return device ? reply(200, device) : refuse("not-found");
  },
  "GET /api/staff/visits/{visitId}/reconciliation": async ({ params, shows }) => {
    const shown = await showReconciliation(deps, params.visitId, shows);
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement": async ({ params, body, actor }) => {
    const noted = await noteConflict(deps, { ...params, ...body, staffId: actor.accountId });
    return noted.ok ? reply(204, undefined) : noted;
  },
  "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement": async ({ params, body, actor }) => {
    const settled = await settleQuarantine(deps, { ...params, ...body, staffId: actor.accountId });
    return settled.ok ? reply(204, undefined) : settled;
  },
});
