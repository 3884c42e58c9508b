import type { Pack } from "../../shared/contract/check-in.ts";
import type { ScanInput, ScanVerdict } from "../../shared/contract/staff.ts";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { judgeScan, type Verdict } from "../../shared/domain/check-in.ts";
import type { CheckInEvent, CheckInEventId, Subject } from "../../shared/domain/check-in-event.ts";
import { AccountId, type DeskId, VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { instantAt } from "../../shared/domain/seoul-time.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import { type Scan, verdicts } from "../../shared/domain/verdicts.ts";
import type { WalkInNote } from "../../shared/domain/walk-in.ts";
import { serverTimeHeader } from "../../shared/wiring.ts";
import { type AtHand, type AtHandCache, atHandCache } from "../../web/src/staff/offline/at-hand.ts";
import { type OfflineDatabase, openDatabase } from "../../web/src/staff/offline/database.ts";
import {
  actionEvent,
  type DeskActionKind,
  type Moment,
  overrideEvent,
  scanEvent,
  undoEvent,
  walkInEvent,
} from "../../web/src/staff/offline/desk-events.ts";
import { type BatchAnswer, type Flusher, type FlushState, openFlusher } from "../../web/src/staff/offline/flusher.ts";
import { localVerdict } from "../../web/src/staff/offline/local-verdict.ts";
import { countWipes, keepPack, readDigests, wipePacks } from "../../web/src/staff/offline/pack-store.ts";
import { sealedReason } from "../../web/src/staff/offline/sealed-reason.ts";
import { noteAnswers, settleUpload } from "../../web/src/staff/offline/upload.ts";
import { openScanDesk, type ScanState } from "../../web/src/staff/scanner/scan-desk.ts";
import type { Browser } from "../support/calls.ts";
import { countWaiting } from "../support/offline-worlds.ts";
import type { World } from "../support/world.ts";

type PhoneOptions = {
  world: World;
  visitId: string;
  deviceId: string;
  staff: Browser;
  /** Milliseconds that the phone's clock is ahead of the true time. */
  fastMs: number;
};

type Shown = Extract<ScanState, { step: "verdict" }>;

/**
 * A phone at the desk without its screen: the modules of the staff app on a database of its own, with its own clock and a network that can go. It stands where
 * the app's `bus.ts` stands, which needs a page.
 */
export class Phone {
  readonly deviceId: string;
  /** Milliseconds from a text that was read to a verdict that is on the disk, for scans that were judged here. */
  readonly verdictMs: number[] = [];
  hasNetwork = true;
  /** The network takes what is sent and loses the answer, so many times. */
  answersToLose = 0;
  flushState: FlushState = "resting";
  /** Who is signed in on it. */
  staff: Browser;
  readonly #options: PhoneOptions;
  readonly #visitId: VisitId;
  readonly #staffId: AccountId;
  readonly #db: OfflineDatabase;
  readonly #cache: AtHandCache;
  readonly #flusher: Flusher;
  #aheadMs = 0;

  private constructor(options: PhoneOptions, db: OfflineDatabase, staffId: AccountId) {
    this.#options = options;
    this.#visitId = VisitId.parse(options.visitId);
    this.#staffId = staffId;
    this.staff = options.staff;
    this.#db = db;
    this.deviceId = options.deviceId;
    this.#cache = atHandCache(db);
    this.#flusher = openFlusher({
      sendNotes: async () => ({ kind: "done" }),
      db,
      send: (_, events) => this.#handIn(events),
      alone: (work) => work(),
      // nothing is retried by itself: the rehearsal says when
      later: () => () => {},
      onAnswers: (visitId, answers) => noteAnswers(db, { visitId, answers, now: instantAt(this.#nowMs() + this.#aheadMs) }),
      onState: (state) => {
        this.flushState = state;
      },
    });
  }

  static async open(options: PhoneOptions): Promise<Phone> {
    const { accountId } = await options.world.get("GET /api/me", {}, options.staff);
    return new Phone(options, await openDatabase(`${options.visitId} ${options.deviceId}`), AccountId.parse(accountId));
  }

  #nowMs(): number {
    return Date.now() + this.#options.fastMs;
  }
  #hear(headers: Headers): void {
    this.#aheadMs = Date.parse(headers.get(serverTimeHeader) ?? "") - this.#nowMs();
  }
  async #moment(id: CheckInEventId = uuidV7(this.#nowMs()), at = instantAt(this.#nowMs())): Promise<Moment> {
    const atHand = await this.#cache.find(this.#visitId);
    return {
      ...{ id, visitId: this.#visitId, staffId: this.#staffId, deviceId: this.deviceId, at },
      ...{ clockOffset: Math.round(this.#aheadMs), packRevision: atHand?.pack.revision ?? 0 },
    };
  }

  async #handIn(events: readonly CheckInEvent[]): Promise<BatchAnswer> {
    if (!this.hasNetwork) return { kind: "unreachable" };
    const { world } = this.#options;
    const sent = { params: { visitId: this.#visitId }, body: { deviceId: this.deviceId, events } };
    const answer = await world.call("POST /api/staff/visits/{visitId}/check-in-events", sent, this.staff);
    if (this.answersToLose > 0) {
      this.answersToLose -= 1;
      return { kind: "unreachable" };
    }
    this.#hear(answer.headers);
    if (answer.ok) return { kind: "answered", answers: answer.value.answers };
    return { kind: answer.problem.status === 401 ? "sign-in" : "refused" };
  }

  /** Loads the pack, or what changed of it. False when there is no network, or the phone was reported lost: then its pack is gone. */
  async renew(): Promise<boolean> {
    if (!this.hasNetwork) return false;
    const { world } = this.#options;
    const wipes = await countWipes(this.#db, this.#visitId);
    const has = await readDigests(this.#db, this.#visitId);
    const sent = { params: { visitId: this.#visitId }, body: { deviceId: this.deviceId, ...(has && { has }) } };
    const answer = await world.call("POST /api/staff/visits/{visitId}/packs", sent, this.staff);
    if (!answer.ok && answer.problem.code === "device-revoked") await wipePacks(this.#db, ({ visitId }) => visitId === this.#visitId);
    if (answer.ok) {
      this.#hear(answer.headers);
      const by = { accountId: this.#staffId, staffRoles: ["desk" as const] };
      await keepPack(this.#db, answer.value as Pack, {
        ...{ deviceId: this.deviceId, loadedAt: instantAt(this.#nowMs() + this.#aheadMs), clockOffset: this.#aheadMs, by, wipes },
      });
    }
    this.#cache.forget();
    return answer.ok;
  }

  /** Sends what waits. */
  send(): Promise<void> {
    return this.#flusher.flush();
  }
  /** Sends what waits, and looks at what the others did. */
  async flush(): Promise<void> {
    await this.send();
    if (await this.renew()) await settleUpload(this.#db, this.#visitId);
  }

  /** Shows a code to the phone, by camera or typed: with a network the server is asked, without one the phone judges. */
  async scan(text: string): Promise<Shown> {
    const shown = Promise.withResolvers<Shown>();
    const desk = openScanDesk({
      deviceId: this.deviceId,
      send: (input) => this.#ask(input),
      findLocalJudge: async () => (input) => this.#judge(input),
      now: () => instantAt(this.#nowMs()),
      newEventId: () => uuidV7(this.#nowMs()),
      onChange: (state) => {
        if (state.step === "verdict") shown.resolve(state);
        if (state.step === "unanswered") shown.reject(new Error(`No verdict on ${this.deviceId}: ${state.problem?.code}`));
      },
    });
    desk.scan(text);
    try {
      return await shown.promise;
    } finally {
      desk.close();
    }
  }
  async #ask(input: ScanInput) {
    if (!this.hasNetwork) return { kind: "unreachable" as const };
    const { world } = this.#options;
    const answer = await world.call(
      "POST /api/staff/visits/{visitId}/check-ins",
      { params: { visitId: this.#visitId }, body: input },
      this.staff,
    );
    this.#hear(answer.headers);
    if (!answer.ok) return { kind: "unreachable" as const };
    await this.#note(input, answer.value);
    return { kind: "verdict" as const, verdict: answer.value };
  }
  async #note({ eventId, at }: ScanInput, { verdict, idx, gen }: ScanVerdict): Promise<void> {
    const known = verdict as Verdict;
    if (!idx || !verdicts[known].admits) return;
    const moment = { ...(await this.#moment(eventId, at)), packRevision: 0 };
    await this.#cache.note(scanEvent(moment, { verdict: known, idx, gen: gen ?? undefined }));
  }
  async #judge(input: ScanInput): Promise<ScanVerdict> {
    const { pack, local } = await this.atHand();
    const began = performance.now();
    const scan: Scan = input.read.by === "camera" ? { by: "qr", text: input.read.token } : { by: "code", text: input.read.code };
    const judgement = await judgeScan(scan, local);
    await this.#cache.add(scanEvent(await this.#moment(input.eventId, input.at), judgement));
    const verdict = await localVerdict(judgement, scan, pack);
    this.verdictMs.push(performance.now() - began);
    return verdict;
  }

  /** They were here before and come in again. */
  async reEnter({ verdict: { verdict, idx, gen } }: Shown): Promise<void> {
    if (!idx) throw new Error("Nobody can come in again by what names no ticket.");
    await this.#cache.add(scanEvent(await this.#moment(), { verdict: verdict as Verdict, idx, gen: gen ?? undefined }, true));
  }
  /** They are let in although the verdict was another; answers the event. */
  async override({ verdict: { verdict, idx, gen } }: Shown, reason: string): Promise<CheckInEventId> {
    if (!idx) throw new Error("Nobody can be let in by what names no ticket.");
    const said = await sealedReason(reason, (await this.#cache.find(this.#visitId))?.pack);
    const event = overrideEvent(await this.#moment(), { verdict: verdict as Verdict, idx, gen: gen ?? undefined }, said);
    await this.#cache.add(event);
    return event.id;
  }
  async undo({ verdict: { idx }, input }: Shown): Promise<void> {
    if (!idx) throw new Error("Nothing was admitted.");
    await this.#cache.add(undoEvent(await this.#moment(), idx, input.eventId));
  }
  /** Gives somebody without a registration the next number of this phone; answers their event. */
  async admitWalkIn(deskId: DeskId, note: WalkInNote): Promise<Extract<CheckInEvent, { kind: "walk-in" }>> {
    const { pack } = await this.atHand();
    const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey ?? ""));
    const payload = await sealNote(JSON.stringify(note), { visitId: this.#visitId, publicKey });
    const moment = await this.#moment();
    const event = await this.#cache.addWalkIn(this.#visitId, (number) => walkInEvent(moment, { number, deskId, payload }));
    if (event?.kind !== "walk-in") throw new Error("The phone has no pack.");
    return event;
  }
  async act(kind: DeskActionKind, of: Subject, deskId: DeskId): Promise<void> {
    await this.#cache.add(actionEvent(await this.#moment(), kind, of, deskId));
  }

  /** The visit as far as this phone knows it. */
  async atHand(): Promise<AtHand> {
    const atHand = await this.#cache.find(this.#visitId);
    if (!atHand) throw new Error(`${this.deviceId} has no pack.`);
    return atHand;
  }
  waiting(): Promise<number> {
    return countWaiting(this.#db);
  }
  stop(): void {
    this.#flusher.stop();
    void this.#db.close();
  }
}
