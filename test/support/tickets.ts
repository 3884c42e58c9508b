import { fromBase32, toBase32 } from "../../shared/domain/base32.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import { anId, aSeeker, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

/** As a device makes it for a scan. */
export const anEventId = (at = Date.now()): string => uuidV7(at);

export type Ticket = { seeker: Browser & { mail: string }; token: string; code: string };

/** The ticket of somebody who is registered for the visit. */
export const aTicket = async (world: World, { visitId }: OpenVisit, form: Record<string, unknown> = {}): Promise<Ticket> => {
  const seeker = await aSeeker(world, visitId, form);
  await world.settle();
  return { seeker, ...(await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId } }, seeker)) };
};

/** The token with one byte of its body or signature changed. */
export const withByte = (token: string, at: number, change: (byte: number) => number): string => {
  const bytes = fromBase32(token.slice("JS1:".length), "rfc4648");
  bytes[at] = change(bytes[at] ?? 0);
  return `JS1:${toBase32(bytes, "rfc4648")}`;
};

type Read = { token: string } | { code: string };

/** One scan at the desk of a visit: by camera, or a typed code. */
export const scan = (
  world: World,
  { visitId }: Pick<OpenVisit, "visitId">,
  read: Read,
  staff: Browser,
  { eventId = anEventId(), deviceId = "phone-at-desk-1" }: { eventId?: string; deviceId?: string } = {},
) =>
  world.call(
    "POST /api/staff/visits/{visitId}/check-ins",
    {
      params: { visitId },
      body: {
        eventId,
        deviceId,
        at: world.deps.clock.now(),
        read: "token" in read ? { by: "camera", token: read.token } : { by: "code", code: read.code },
      },
    },
    staff,
  );

/** Somebody of the desk. */
export const aDesk = (world: World): Promise<Browser> => world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
