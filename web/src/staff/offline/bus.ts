/**
 * What this device does at the bus, with or without a network: one for each page of the app, loaded once it is drawn. All goes through the database of this
 * device, which the pages of a browser share.
 */
import type { Me } from "../../../../shared/contract/sign-in.ts";
import type { ScanInput, ScanVerdict, VisitDay } from "../../../../shared/contract/staff.ts";
import { judgeScan, type Verdict } from "../../../../shared/domain/check-in.ts";
import type { CheckInEvent, CheckInEventId } from "../../../../shared/domain/check-in-event.ts";
import { foldTickets } from "../../../../shared/domain/check-in-fold.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { AccountId, ConsultationId, VisitId } from "../../../../shared/domain/ids.ts";
import type { LookUpRow } from "../../../../shared/domain/look-up-list.ts";
import { epochMsOf, instantOf, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { tallyOf } from "../../../../shared/domain/tally.ts";
import { newestCodeOf } from "../../../../shared/domain/ticket-token.ts";
import { uuidV7 } from "../../../../shared/domain/uuid-v7.ts";
import { letsIn, type Scan } from "../../../../shared/domain/verdicts.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { aheadMs, deviceNow, instantNow, recallAheadMs } from "../../platform/clock.ts";
import { deviceIdOf } from "../scanner/device.ts";
import { type AtHand, atHandCache } from "./at-hand.ts";
import { type KeptPack, openDatabase } from "./database.ts";
import { type Moment, overrideEvent, scanEvent, undoEvent } from "./desk-events.ts";
import { type FlushState, openFlusher } from "./flusher.ts";
import { loadPack } from "./load-pack.ts";
import { localVerdict } from "./local-verdict.ts";
import { type FoundRow, type LookUpAnswer, owesWipe, tryPin } from "./look-up.ts";
import { type KeptNote, keepNote, listNotes, sendNotes } from "./notes.ts";
import { tallyWaiting } from "./outbox.ts";
import { outboxStatus, setOutboxStatus } from "./outbox-status.ts";
import { aheadMsFor, heardAheadMs, leastMs, nowFor, recalledAheadMs, seemsOver } from "./pack-clock.ts";
import { listPacks, wipedFrom, wipePacks } from "./pack-store.ts";
import { loseIfReported, loseIfSaid, lostProblem } from "./reported-lost.ts";
import { sealedReason } from "./sealed-reason.ts";
import { noteAnswers, sendBatch, settleUpload } from "./upload.ts";
import type { UploadReport } from "./upload-report.ts";

type Who = Pick<Me, "accountId" | "staffRoles" | "visitRoles">;
/** Whoever loaded a pack, by the roles that they had at its visit. */
const whoKept = (by: KeptBy): Who => ({ ...by, visitRoles: [] });
type KeptBy = Pick<Who, "accountId" | "staffRoles">;
export type LocalJudge = (input: ScanInput) => Promise<ScanVerdict>;
/** What staff do after a verdict; each is an event of its own. */
export type DeskAct = { act: "re-entry" } | { act: "override"; reason: string } | { act: "undo"; ref: CheckInEventId; reason?: string };

export type VisitHead = Pick<VisitDay, "visit" | "place" | "registered" | "arrived" | "walkIns">;

export interface Bus {
  /** Judges scans on this device; undefined without a pack, or outside its lease. */
  findJudge(visitId: VisitId, staffId: AccountId): Promise<LocalJudge | undefined>;
  /**
   * What to say where the server's refusal means that this phone was reported lost: it has no packs any more then. Until that is known, nothing is judged here.
   */
  findLoss(visitId: VisitId, problem: { code: string }): Promise<ClientProblem | undefined>;
  /** Takes in what the server said about a scan, so that this device knows it too once the network is gone. */
  noteVerdict(visitId: VisitId, staffId: AccountId, input: ScanInput, verdict: ScanVerdict): Promise<void>;
  /** Answers the id of the event, or undefined for a verdict that names no ticket. */
  act(visitId: VisitId, staffId: AccountId, verdict: ScanVerdict, act: DeskAct): Promise<CheckInEventId | undefined>;
  /** Writes something done at the desk down to be sent; `make` gets what the events of one moment have in common. */
  record(visitId: VisitId, staffId: AccountId, make: (moment: Moment) => CheckInEvent): Promise<void>;
  /** The same for somebody who came without a registration: they get the next number of this device. Undefined without a pack. */
  admitWalkIn(
    visitId: VisitId,
    staffId: AccountId,
    make: (moment: Moment, number: string) => CheckInEvent,
  ): Promise<CheckInEvent | undefined>;
  /** Somebody is signed in: what waits goes out, and every pack here is renewed, by which the server knows who uses this phone at each visit. */
  greet(who: Who): Promise<void>;
  /** Loads the pack, or what changed of it; answers what went wrong. */
  renew(visitId: VisitId, who: Who): Promise<ClientProblem | undefined>;
  findPack(visitId: VisitId): Promise<AtHand | undefined>;
  /** The visit as far as this device knows it: how many tickets there are, and who has arrived. */
  findHead(visitId: VisitId): Promise<VisitHead | undefined>;
  listPacks(): Promise<KeptPack[]>;
  /** Who may scan on this device while nobody can be asked: who loaded the pack, as long as its lease lasts. */
  findLeased(): Promise<Who | undefined>;
  flush(): Promise<void>;
  /** Seals the note of a talk and keeps it until the server has it. False without a key of the visit to seal it to. */
  keepNote(note: Omit<KeptNote, "sealed" | "problem" | "at"> & { said: DeskNoteText }): Promise<boolean>;
  findNotes(): Promise<KeptNote[]>;
  dropNote(id: ConsultationId): Promise<void>;
  findReports(): Promise<UploadReport[]>;
  dismissReports(): Promise<void>;
  /** Opens the list for looking people up with the PIN of the desk lead; too many wrong ones take everything off this device but what waits to be sent. */
  openLookUp(visitId: VisitId, pin: string): Promise<LookUpAnswer>;
  /** Takes packs, keys and the state at hand off this device; the outbox stays. */
  wipe(): Promise<void>;
}

const scanIn = ({ read }: ScanInput): Scan => (read.by === "camera" ? { by: "qr", text: read.token } : { by: "code", text: read.code });

const headOf = ({ pack: { visit, place }, tickets, events, own }: AtHand): VisitHead => {
  const facts = new Map(tickets.map((row) => [row.idx, row]));
  const states = foldTickets([...events, ...own], (idx) => facts.get(idx));
  const arrived = [...states.values()].filter(({ arrival }) => arrival).length;
  const walkIns = tallyOf([...events, ...own]).walkIns.length;
  return {
    visit,
    place,
    registered: tickets.filter(({ idx, status }) => status === "valid" || states.get(idx)?.arrival).length,
    arrived,
    walkIns,
  };
};

const foundRowOf = async (row: LookUpRow, atHand: AtHand | undefined): Promise<FoundRow> => {
  const ticket = await atHand?.local.findTicket(row.idx);
  const { date, desks = [] } = atHand?.pack.visit ?? {};
  const times = (date && ticket?.row?.times) || [];
  return {
    ...row,
    code: newestCodeOf(row.idx, ticket?.row?.codes),
    arrivedAt: ticket?.arrival?.at ?? null,
    times: times.map(({ at, deskId }) => ({
      startsAt: instantOf(date as LocalDate, at),
      deskLabel: desks.find((desk) => desk.deskId === deskId)?.label ?? "",
    })),
  };
};

const lockName = "jobstop-outbox";
const channelName = "jobstop-staff";

/** Rejects where the browser keeps nothing. */
async function openBus(): Promise<Bus> {
  const db = await openDatabase();
  const cache = atHandCache(db);
  const deviceId = deviceIdOf();
  const sent = new Set<VisitId>();
  let me: Who | undefined;

  const [newest] = (await listPacks(db)).sort((a, b) => b.revision - a.revision);
  if (newest) recallAheadMs(recalledAheadMs(newest));
  const wipeOwed = async () => {
    if (outboxStatus().isRevoked || (await owesWipe(db))) await wipePacks(db);
  };
  await wipeOwed();
  /** By the server's clock only, which is asked where this device's says that it is time: that one may have leapt. */
  const wipeDue = async () => {
    await wipeOwed();
    const isSurelyDue = (pack: KeptPack) => heardAheadMs() !== undefined && epochMsOf(wipedFrom(pack)) <= (leastMs() ?? 0);
    const due = (await listPacks(db)).filter((pack) => wipedFrom(pack) <= instantNow());
    if (!due.every(isSurelyDue)) await call("GET /api/me", {}, { quiet: true });
    await wipePacks(db, isSurelyDue);
    cache.forget();
  };

  const recount = async () => {
    const [waiting, reports, notes] = await Promise.all([tallyWaiting(db), db.count("reports"), db.count("notes")]);
    setOutboxStatus({ waiting, hasReport: reports > 0, notes });
  };
  /** Something was written: the other pages of this browser look anew. Written it is, whatever fails from here on. */
  const wrote = async () => {
    channel.postMessage("wrote");
    await recount().catch(() => undefined);
  };

  const momentOf = async (visitId: VisitId, staffId: AccountId, id = uuidV7(Date.now()), at = deviceNow()): Promise<Moment> => {
    const atHand = await cache.find(visitId);
    const clockOffset = Math.round(atHand ? aheadMsFor(atHand.pack) : aheadMs);
    return { id, visitId, staffId, deviceId, at, clockOffset, packRevision: atHand?.pack.revision ?? 0 };
  };

  let asking: Promise<boolean> = Promise.resolve(false);
  /** Runs what may take everything off this phone, and has scans wait for it. */
  const mayLose = (ask: Promise<boolean>): Promise<boolean> => {
    asking = ask.then(async (isLost) => {
      if (isLost) await wiped();
      return isLost;
    });
    return asking;
  };

  const flusher = openFlusher({
    db,
    send: async (visitId, events) => {
      const answer = await sendBatch(visitId, deviceId, events);
      if (answer.kind === "sign-in") await mayLose(loseIfReported(db, { visitId, deviceId }));
      return answer;
    },
    sendNotes: async () => {
      if ((await db.count("notes")) === 0) return { kind: "done" };
      const answer = await sendNotes(db, deviceId);
      await wrote();
      return answer;
    },
    alone: async (work) => (navigator.locks ? await navigator.locks.request(lockName, work) : await work()),
    later: (afterMs, what) => {
      const timer = setTimeout(what, afterMs);
      return () => clearTimeout(timer);
    },
    onAnswers: async (visitId, answers) => {
      sent.add(visitId);
      await noteAnswers(db, { visitId, answers, now: instantNow() });
      await wrote();
    },
    onState: (state: FlushState) => setOutboxStatus({ state }),
  });
  const flush = async (start = flusher.flush) => {
    await start();
    for (const visitId of sent) {
      sent.delete(visitId);
      const pack = (await cache.find(visitId))?.pack;
      if (!pack) continue;
      // What the other devices did is part of what came of it. Without it, the next time.
      if (await renew(visitId, me ?? whoKept(pack.by))) sent.add(visitId);
      await settleUpload(db, visitId);
      cache.forget();
      await wrote();
      if (sent.has(visitId)) return;
    }
  };
  const flushSoon = () => void flush().catch(() => undefined);

  const renew = async (visitId: VisitId, who: Who) => {
    me = who;
    const problem = await loadPack(db, { visitId, deviceId, me: who });
    cache.forget();
    await wrote();
    return problem;
  };
  const wasAdded = async () => {
    await wrote();
    void flush(flusher.nudge).catch(() => undefined);
  };
  const add = async (event: CheckInEvent) => {
    await cache.add(event);
    await wasAdded();
  };

  const wiped = async () => {
    cache.forget();
    await wrote();
  };
  const wipe = async () => {
    await wipePacks(db);
    await wiped();
  };

  /** Who is signed in, while the server may not have heard of it for every pack. */
  let unheard: Who | undefined;
  const renewAll = async () => {
    const who = unheard;
    if (!who) return;
    for (const { visitId } of await listPacks(db)) {
      const problem = await renew(visitId, who);
      if (problem?.code === "unreachable" || problem?.code === "busy") return;
    }
    if (unheard === who) unheard = undefined;
  };
  const renewAllSoon = () => void renewAll().catch(() => undefined);

  const wipeSoon = () => void wipeDue().catch(() => undefined);
  /** What lies here and may be shown. */
  const find = async (visitId: VisitId) => {
    const atHand = await cache.find(visitId);
    return atHand && !seemsOver(atHand.pack) ? atHand : undefined;
  };
  const listShown = async () => (await listPacks(db)).filter((pack) => !seemsOver(pack));

  await recount();
  // From here on nothing keeps this page from having its bus.
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => {
    cache.forget();
    void recount().catch(() => undefined);
  };
  const goOn = () => {
    flushSoon();
    renewAllSoon();
  };
  addEventListener("online", goOn);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    wipeSoon();
    goOn();
  });
  wipeSoon();
  flushSoon();

  return {
    findJudge: async (visitId, staffId) => {
      await asking.catch(() => undefined);
      if (outboxStatus().isRevoked) return undefined;
      const atHand = await find(visitId);
      if (!atHand || nowFor(atHand.pack) > atHand.pack.lease.until) return undefined;
      return async (input) => {
        const scan = scanIn(input);
        const judgement = await judgeScan(scan, atHand.local);
        await add(scanEvent(await momentOf(visitId, staffId, input.eventId, input.at), judgement));
        return localVerdict(judgement, scan, atHand.pack);
      };
    },
    findLoss: async (visitId, problem) => ((await mayLose(loseIfSaid(db, problem, { visitId, deviceId }))) ? lostProblem() : undefined),
    noteVerdict: async (visitId, staffId, { eventId, at }, { verdict, idx, gen }) => {
      const known = verdict as Verdict;
      if (!idx || !letsIn(known) || !(await cache.find(visitId))) return;
      const moment = { ...(await momentOf(visitId, staffId, eventId, at)), packRevision: 0 };
      await cache.note(scanEvent(moment, { verdict: known, idx, gen: gen ?? undefined }));
      channel.postMessage("wrote");
    },
    act: async (visitId, staffId, { verdict, idx, gen }, act) => {
      if (!idx) return undefined;
      const moment = await momentOf(visitId, staffId);
      const seen = { verdict: verdict as Verdict, idx, gen: gen ?? undefined };
      const said =
        "reason" in act && act.reason !== undefined ? await sealedReason(act.reason, (await cache.find(visitId))?.pack) : undefined;
      if (act.act === "undo") await add(undoEvent(moment, idx, act.ref, said));
      else await add(said ? overrideEvent(moment, seen, said) : scanEvent(moment, seen, true));
      return moment.id;
    },
    record: async (visitId, staffId, make) => add(make(await momentOf(visitId, staffId))),
    admitWalkIn: async (visitId, staffId, make) => {
      const moment = await momentOf(visitId, staffId);
      const event = await cache.addWalkIn(visitId, (number) => make(moment, number));
      if (event) await wasAdded();
      return event;
    },
    greet: async (who) => {
      unheard = who;
      await Promise.all([flush(), renewAll()]);
    },
    renew,
    findPack: find,
    findHead: async (visitId) => {
      const atHand = await find(visitId);
      return atHand && headOf(atHand);
    },
    listPacks: listShown,
    findLeased: async () => {
      const leased = (await listShown()).filter((pack) => nowFor(pack) <= pack.lease.until).sort((a, b) => b.revision - a.revision);
      return leased[0] && whoKept(leased[0].by);
    },
    flush: () => flush(),
    keepNote: async (note) => {
      const isKept = await keepNote(db, { ...note, at: instantNow() }, (await cache.find(note.visitId))?.pack);
      if (isKept) await wasAdded();
      return isKept;
    },
    findNotes: () => listNotes(db),
    dropNote: async (id) => {
      await db.delete("notes", id);
      await wrote();
    },
    findReports: () => db.getAll("reports"),
    dismissReports: async () => {
      await db.clear("reports");
      await wrote();
    },
    openLookUp: async (visitId, pin) => {
      const atHand = await find(visitId);
      const answer = await tryPin(db, atHand?.pack, pin);
      if (answer.state === "wiped") await wipe();
      if (answer.state !== "open") return answer;
      return { state: "open", rows: await Promise.all(answer.rows.map((row) => foundRowOf(row, atHand))) };
    },
    wipe,
  };
}

let bus: Promise<Bus> | undefined;
/** The one of this page. Rejects where the browser keeps nothing, as in some private windows: then the app needs a network. */
export const theBus = (): Promise<Bus> => {
  bus ??= openBus().catch((error: unknown) => {
    // Asked for again, it is tried again.
    bus = undefined;
    throw error;
  });
  return bus;
};
