import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { handle } from "hono/aws-lambda";
import { answerEvents } from "../../functions/platform/plain-http.ts";
import { anId, type OpenVisit } from "../support/builders.ts";
import type { Browser } from "../support/world.ts";
import type { BenchWorld } from "./bench-world.ts";
import { bareApp } from "./entries/bare-app.ts";
import { bareRequest, eventOf } from "./lambda-event.ts";
import { bookRequest, cancel } from "./operations.ts";

type Answer = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** How long bookings took, milliseconds each, and all of them together. */
export type Timed = { readonly each: readonly number[]; readonly totalMs: number };

/** So many clients, each of which asks for its next booking when it has the answer to the last. */
const timed = async (answer: Answer, events: readonly APIGatewayProxyEventV2[], clients: number): Promise<Timed> => {
  const waiting = events[Symbol.iterator]();
  const each: number[] = [];
  const startedMs = performance.now();
  const client = async (): Promise<void> => {
    for (const event of waiting) {
      const askedMs = performance.now();
      const { statusCode, body } = await answer(event);
      if (statusCode !== 201) throw new Error(`A booking was answered with ${statusCode}: ${body}`);
      each.push(performance.now() - askedMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { each, totalMs: performance.now() - startedMs };
};

export const bookingsPerSecond = ({ each, totalMs }: Timed): number => (1000 * each.length) / totalMs;

export const percentile = ({ each }: Timed, part: number): number =>
  each.toSorted((a, b) => a - b)[Math.min(each.length - 1, Math.floor(each.length * part))] ?? Number.NaN;

export const joined = (rounds: readonly Timed[]): Timed => ({
  each: rounds.flatMap(({ each }) => each),
  totalMs: rounds.reduce((total, { totalMs }) => total + totalMs, 0),
});

/** One booking for each slot, each by another seeker; all of them are cancelled afterwards, outside the time. */
export const roundOfOurs = async (
  world: BenchWorld,
  visit: OpenVisit,
  seekers: readonly Browser[],
  { clients, bookings }: { clients: number; bookings: number },
): Promise<Timed> => {
  const wishes = visit.slots.slice(0, bookings).map((slotId, i) => ({ slotId, seeker: seekers[i] as Browser, bookingId: anId("bkg") }));
  const events = wishes.map(({ slotId, seeker, bookingId }) => eventOf(bookRequest(visit, slotId, seeker, bookingId)));
  const measured = await timed(answerEvents(world.app), events, clients);
  for (const { seeker, ...booked } of wishes) await cancel(world, visit, { ...booked, sequence: 0 }, seeker);
  return measured;
};

export const roundOfBare = (world: BenchWorld, { clients, bookings }: { clients: number; bookings: number }): Promise<Timed> => {
  const app = bareApp(DynamoDBDocumentClient.from(world.table.client), world.table.name);
  const events = Array.from({ length: bookings }, () => eventOf(bareRequest("throughput", anId("bkg"), anId("slt"), anId("reg"))));
  return timed(handle(app) as unknown as Answer, events, clients);
};
