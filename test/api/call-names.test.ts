import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callNameOf, ticketCodeOf, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aTicket, type Ticket } from "../support/tickets.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterAll(() => world.close());

const calledBy = async ({ seeker }: Ticket) => (await world.get("GET /api/me/registrations", {}, seeker)).registrations[0]?.calledBy;

/** Two secrets by which two people would be called the same: with 20 bits they are found among some 1,200. */
const twoAlike = async (): Promise<[Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]> => {
  const seen = new Map<string, Uint8Array<ArrayBuffer>>();
  for (;;) {
    const secret = Uint8Array.from(randomBytes(16));
    const name = callNameOf(ticketCodeOf(await ticketIndexOf(secret)));
    const other = seen.get(name);
    if (other) return [other, secret];
    seen.set(name, secret);
  }
};

test("two people of a visit are never called the same: another ticket is drawn", async () => {
  const drawn = await twoAlike();
  const { bytes } = world.deps.ids;
  world.deps.ids.bytes = (length) => (length === 16 && drawn.shift()) || bytes(length);
  const [first, second] = [await aTicket(world, visit), await aTicket(world, visit)];
  expect(drawn).toEqual([]);
  expect(await calledBy(first)).not.toBe(await calledBy(second));
});
