import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { ScanVerdict } from "../../shared/contract/staff.ts";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import { openNote } from "../../shared/domain/sealed-note.ts";
import { aPack, aRow, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { aStaffPage, enterBrowser, leaveBrowser } from "../support/staff-page.ts";
import { anEventId } from "../support/tickets.ts";

const words = "어머니가 대신 오심";
const row = aRow();
const seen = { verdict: "superseded", idx: row.idx, gen: 1 } as ScanVerdict;
afterEach(leaveBrowser);

const aKeyPair = async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  return { ...pair, noteKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))) };
};

test("what is written about somebody without a network lies on the phone sealed, and the server can open it", async () => {
  const db = await enterBrowser(opens);
  const { noteKey, privateKey } = await aKeyPair();
  await keep(db, await aPack({ tickets: [row] }, { noteKey }));
  const { bus } = await aStaffPage();
  await bus.act(visitId, staffId, seen, { act: "override", reason: words });
  await bus.act(visitId, staffId, seen, { act: "undo", ref: anEventId() as CheckInEventId, reason: words });
  // Written in one millisecond: their ids say no order.
  const waiting = (await db.getAll("outbox")).map(({ event }) => event).sort((a, b) => a.kind.localeCompare(b.kind));
  expect(JSON.stringify([waiting, await db.getAll("own")])).not.toContain(words);
  expect(waiting).toMatchObject([
    { kind: "override", reason: "-" },
    { kind: "undo", reason: "-" },
  ]);
  for (const event of waiting) expect(await openNote(("payload" in event && event.payload) || "", { visitId, privateKey })).toBe(words);
});

test("where the visit has no key, the reason is sent as it is and not lost", async () => {
  const db = await enterBrowser(opens);
  await keep(db, await aPack({ tickets: [row] }));
  const { bus } = await aStaffPage();
  await bus.act(visitId, staffId, seen, { act: "override", reason: words });
  expect((await db.getAll("outbox")).map(({ event }) => event)).toMatchObject([{ kind: "override", reason: words }]);
});
