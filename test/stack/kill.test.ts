import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { brokenSeats } from "../../functions/entry/broken-promises.ts";
import type { Item } from "../../functions/platform/db.ts";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { freePort } from "../../infra/local/ports.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { Instant } from "../../shared/domain/seoul-time.ts";
import { aDraft, anId, aPattern, aPlace, aPlan, aProfile, aRegistration } from "../support/builders.ts";
import { aFolder } from "./a-folder.ts";

/** Answers after which something is killed: none of them is a round number of anything, and each round goes on from the last. */
const killedAfter = [7, 16, 29] as const;
const people = 5;

type Product = { child: ChildProcess; look(): Promise<Item[]> };
type Told = { slotId: string; state: string; sequence: number };

const managerMail = "manager@center.example.com";

test("kill -9 of the process or the engine in the middle of bookings: nothing acknowledged is lost, nothing half-done stays", async () => {
  const folder = aFolder();
  const [port, inboxPort] = [await freePort(), await freePort()];
  const [origin, inbox] = [`http://localhost:${port}`, `http://localhost:${inboxPort}`];

  const start = async (): Promise<Product> => {
    const child = fork(join(import.meta.dirname, "run-product.ts"), [folder, String(port), String(inboxPort), managerMail], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => Promise.reject(new Error(`It did not start: ${code}.`))),
    ]);
    const look = async () => {
      child.send("look");
      const [{ items }] = (await once(child, "message")) as [{ items: Item[] }];
      return items;
    };
    return { child, look };
  };
  /** Ends it as a power cut would: nobody is told. */
  const kill = async ({ child }: Product, what: "process" | "engine") => {
    const gone = once(child, "exit");
    const { engine } = JSON.parse(readFileSync(join(folder, "dynamodb", "lock.json"), "utf8")) as { engine: { pid: number } };
    process.kill(what === "engine" ? engine.pid : (child.pid ?? 0), "SIGKILL");
    await gone;
  };

  let product = await start();
  const { visitId, slotIds } = await anOpenVisitOver(origin, inbox);
  const seekers = await Promise.all(
    Array.from({ length: people }, async (_, i) => {
      const seeker = aPerson(origin, inbox, `seeker${i + 1}@example.com`);
      await seeker.signIn();
      await seeker.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration() as never });
      return seeker;
    }),
  );

  const told = new Map<string, Told>();
  let answers = 0;
  for (const [round, limit] of killedAfter.entries()) {
    let isOver = false;
    const inDoubt: (() => Promise<void>)[] = [];
    const due = answers + limit;
    const reached = Promise.withResolvers<void>();
    /** Does something until it is answered; what is not answered is in doubt, and asked for again after the restart. */
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
        answers += 1;
        if (answers === due) reached.resolve();
      } catch (error) {
        // Words of the API are an answer: full, overlap, changed.
        if (error instanceof Error && /: 4\d\d /.test(error.message)) return;
        inDoubt.push(work);
        isOver = true;
        reached.resolve();
      }
    };
    const walk = async (seeker: Person, i: number): Promise<void> => {
      for (let n = 0; !isOver; n++) {
        const bookingId = anId("bkg");
        const [first = "", second = ""] = [slotIds[(i * 7 + n * 3) % slotIds.length], slotIds[(i * 5 + n * 4 + 1) % slotIds.length]];
        await attempt(() => book(seeker, bookingId, first));
        if (!isOver && told.has(bookingId)) await attempt(() => move(seeker, bookingId, second));
        if (!isOver && told.has(bookingId)) await attempt(() => cancel(seeker, bookingId));
      }
    };
    const book = async (seeker: Person, bookingId: string, slotId: string) => {
      const params = { visitId, bookingId };
      const booking = await seeker.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", {
        params,
        body: { slotId, consentVersion: currentConsentVersion.to_employer },
      });
      told.set(bookingId, { slotId: booking.slotId, state: booking.state, sequence: booking.sequence });
    };
    const move = async (seeker: Person, bookingId: string, slotId: string) => {
      const { slotId: from, sequence } = told.get(bookingId) as Told;
      const body = { slotId, seen: { slotId: from, sequence }, consentVersion: currentConsentVersion.to_employer };
      const moved = await seeker.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot", { params: { visitId, bookingId }, body });
      told.set(bookingId, { slotId: moved.slotId, state: moved.state, sequence: moved.sequence });
    };
    const cancel = async (seeker: Person, bookingId: string) => {
      const ended = await seeker.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId, bookingId } });
      told.set(bookingId, { slotId: ended.slotId, state: ended.state, sequence: ended.sequence });
    };

    const walks = Promise.all(seekers.map(walk));
    await reached.promise;
    await kill(product, round % 2 === 0 ? "process" : "engine");
    isOver = true;
    await walks;
    product = await start();
    for (const again of inDoubt) await again().catch((error: Error) => expect(error.message).toMatch(/: 4\d\d /));
  }

  const items = await product.look();
  // A mail that was being handed over as the power went stays claimed: nobody can know whether SES took it, so it is not sent again.
  expect(brokenSeats(items, Instant.parse("2026-11-23T03:00:00.000Z"))).toEqual([]);
  const stands = new Map(
    items
      .filter(({ type }) => type === "agenda")
      .flatMap((agenda) => Object.values(agenda.bookings as Record<string, Told & { bookingId: string }>))
      .map(({ bookingId, slotId, state, sequence }) => [bookingId, { slotId, state, sequence }]),
  );
  expect(stands).toEqual(told);
  const sent = items.filter(({ type }) => type === "mail").map(({ mailId }) => String(mailId));
  const due = [...told].flatMap(([bookingId, { sequence }]) => Array.from({ length: sequence + 1 }, (_, n) => `${bookingId} ${n}`));
  // One for each version of each booking.
  expect(
    sent
      .filter((id) => id.includes("bkg_"))
      .map((id) => id.replace(/^.*(bkg_\w+)\..*\.(\d+)$/, "$1 $2"))
      .sort(),
  ).toEqual(due.sort());
  await kill(product, "process");
}, 300_000);

/** A visit that is open, with an employer's times all day; made over HTTP. */
async function anOpenVisitOver(origin: string, inbox: string): Promise<{ visitId: string; slotIds: string[] }> {
  const manager = aPerson(origin, inbox, managerMail);
  const employer = aPerson(origin, inbox, "hr@solbeodeul.example.com");
  await Promise.all([manager.signIn(), employer.signIn()]);
  const [visitId, employerId, postingId, slotRequestId] = [anId("vis"), anId("emp"), anId("pst"), anId("srq")];
  const { placeId, ...place } = aPlace;
  await manager.call("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place as never });
  await manager.call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan() as never });
  await employer.call("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile() as never });
  await employer.takeSecondStep();
  await employer.call("PUT /api/employers/{employerId}/postings/{postingId}", {
    params: { employerId, postingId },
    body: aDraft() as never,
  });
  await manager.call("POST /api/staff/employers/{employerId}/decision", { params: { employerId }, body: { decision: "approve" } });
  const params = { employerId, slotRequestId };
  const body = { visitId, postingId, mode: "open", interviewers: ["윤다래"], pattern: aPattern({ to: "14:00", minutes: 20 }) };
  await employer.call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body: body as never });
  await manager.call("POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision", {
    params,
    body: { decision: "approve", deskIds: ["d1"] },
  });
  await manager.call("POST /api/staff/visits/{visitId}/opening", { params: { visitId } });
  const { slots } = await manager.call("GET /api/staff/visits/{visitId}/slots", { params: { visitId } });
  return { visitId, slotIds: slots.map(({ slotId }) => slotId) };
}
