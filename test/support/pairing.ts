import type { OpenVisit } from "./builders.ts";
import { aBrowser } from "./calls.ts";
import type { Browser, World } from "./world.ts";

type AtTable = Pick<OpenVisit, "visitId" | "employerId"> & { deskId?: string };

/** A code for an employer's device, from the desk. */
export const tableCode = (world: World, { visitId, employerId, deskId = "d1" }: AtTable, desk: Browser) =>
  world.call("POST /api/staff/visits/{visitId}/table-codes", { params: { visitId }, body: { employerId, deskId } }, desk);

export const handIn = (world: World, code: string, device: Browser = aBrowser()) =>
  world.call("POST /api/table/pairing", { body: { code } }, device);

/** The employer's device, paired. */
export const aPairedDevice = async (world: World, at: AtTable, desk: Browser): Promise<Browser> => {
  const given = await tableCode(world, at, desk);
  if (!given.ok) throw new Error(`Refused: ${given.problem.code}.`);
  const device = aBrowser();
  const paired = await handIn(world, given.value.code, device);
  if (!paired.ok) throw new Error(`Refused: ${paired.problem.code}.`);
  return device;
};

/** A kiosk of a visit, set up by the desk. */
export const aKiosk = async (world: World, { visitId }: Pick<OpenVisit, "visitId">, desk: Browser): Promise<Browser> => {
  const { code } = await world.get("POST /api/staff/visits/{visitId}/kiosk-codes", { params: { visitId } }, desk);
  const device = aBrowser();
  await world.get("POST /api/kiosk/pairing", { body: { code } }, device);
  return device;
};
