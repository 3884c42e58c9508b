import { peoplePartitions, slotPartitions } from "../../functions/platform/keys.ts";
import { codeMinutes } from "../../functions/sign-in/sign-in-code.ts";
import { stages } from "../../infra/stages.ts";
import { VisitId } from "../../shared/domain/ids.ts";

/**
 * The minute in which a popular visit opens, simulated person by person (`docs/OPENING-MINUTE.md`). The same seed gives the same minute; `node
 * test/bench/opening-minute.ts` prints the table of the document.
 */

export type Crowd = {
  readonly people: number;
  readonly seats: number;
  readonly slots: number;
  /** Mean of how long after the opening people come, seconds; most come early. */
  readonly comeWithin: number;
  /** Share of people who are signed in and registered before it opens. */
  readonly ready: number;
};

export type Limits = {
  /** Requests a second that the API's stage lets through, and the burst above. */
  readonly gateway: { readonly rate: number; readonly burst: number };
  /** Execution environments at most, and new ones within ten seconds. */
  readonly environments: number;
  readonly newEnvironments: number;
  /** Environments that stand ready before it opens (provisioned concurrency). */
  readonly provisioned: number;
  /** Mails a second that SES takes. */
  readonly mails: number;
  readonly slotShards: number;
  readonly peopleShards: number;
  /** Write units of noting in the visit's timetable what a slot leaves free; all notes of a visit go to one partition. */
  readonly noteUnits: number;
  /** Physical partitions of the table: one for each 1,000 write units a second that it is warm for. */
  readonly partitions: number;
};

const production = stages.find(({ name }) => name === "production");
if (!production) throw new Error("There is no production stage.");
const anyVisit = VisitId.parse("vis_01KAAAAAAAAAAAAAAAAAAAAAAA");

/** As deployed, in a new account outside the sandbox, with a new table. */
const deployed: Limits = {
  gateway: production.throttle,
  environments: 1000,
  newEnvironments: 1000,
  provisioned: 0,
  mails: 14,
  slotShards: slotPartitions(anyVisit).length,
  peopleShards: peoplePartitions(anyVisit).length,
  // 84 times of a desk are near 4 kB, in a transaction
  noteUnits: 4,
  partitions: 4,
};

const tick = 0.05;
const horizonSeconds = 600;
const seconds = { warm: 0.025, cold: 0.3, hint: 1, list: 5, think: 6, typeCode: 20 };
const partitionUnits = 1000;
/** Units of a booking, won or lost at the table: its seat and its agenda, each a kB in a transaction. */
const unitsOfItem = 2;
/** Codes a minute over all addresses (`functions/sign-in/sign-in-limits.ts`). */
const codesAMinute = 16 * 250;
const triesOfAPerson = 4;

export type LimitName = "mail" | "gateway" | "functions" | "partition";
export type Minute = {
  /** Seconds after the opening at which each limit refused or delayed somebody for the first time. */
  readonly metAt: Partial<Record<LimitName, number>>;
  /** Requests turned away by the gateway; each is sent again by the page. */
  readonly turnedAway: number;
  readonly peakRequests: number;
  readonly peakEnvironments: number;
  /** Write units in the busiest second of the busiest partition, as they were asked for. */
  readonly hottestPartition: number;
  readonly throttled: number;
  readonly bookedWithinAMinute: number;
  readonly soldOutAt: number | undefined;
  /** Seconds by which the list is behind at most. */
  readonly listBehind: number;
  /** Seconds within which 99 of 100 codes were mailed. */
  readonly codesMailedWithin: number;
  /** Codes that were worth nothing when they came, since they are usable for so long from the moment they were asked for. */
  readonly codesTooLate: number;
  /** Write units that refusals cost after the last seat was sold. */
  readonly unitsForLosers: number;
};

/** Mulberry32: small, and the same everywhere. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

type Step = "code" | "session" | "book";
type Person = { step: Step; tries: number; askedAt: number; people: number };

const simulate = (crowd: Crowd, limits: Limits, seed = 1): Minute => {
  const random = randomOf(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const pick = (count: number): number => Math.floor(random() * count);

  const ticks = Math.round(horizonSeconds / tick);
  const due: Person[][] = Array.from({ length: ticks }, () => []);
  const at = (time: number, person: Person): void => {
    const index = Math.max(0, Math.round(time / tick));
    due[index]?.push(person);
  };

  const slotPartition = Array.from({ length: limits.slotShards }, () => pick(limits.partitions));
  const peoplePartition = Array.from({ length: limits.peopleShards }, () => pick(limits.partitions));
  const shardOfSlot = Array.from({ length: crowd.slots }, () => pick(limits.slotShards));
  const free = Array.from(
    { length: crowd.slots },
    (_, i) => Math.floor((i + 1) * (crowd.seats / crowd.slots)) - Math.floor(i * (crowd.seats / crowd.slots)),
  );
  const listed = free.slice();
  const freeTimes = (): number[] => listed.flatMap((seats, slot) => (seats > 0 ? [slot] : []));
  let shown = freeTimes();
  let left = crowd.seats;

  for (let i = 0; i < crowd.people; i++) {
    const isReady = random() < crowd.ready;
    at(exponential(crowd.comeWithin), { step: isReady ? "book" : "code", tries: 0, askedAt: -1, people: pick(limits.peopleShards) });
  }

  let tokens = limits.gateway.burst;
  let known = limits.provisioned;
  let busy = 0;
  let room = limits.newEnvironments;
  const ends: number[] = Array.from({ length: ticks + 100 }, () => 0);
  const hints = new Map<number, number>();
  let lastMail = 0;
  /** What the table's stream still has to note: a seat of a slot is gone. */
  const notes: { at: number; slot: number }[] = [];
  let noted = 0;
  let lastNote = 0;
  let codes = { minute: 0, taken: 0 };
  const mailedAfter: number[] = [];
  const asked = Array.from({ length: limits.partitions }, () => 0);
  const metAt: Partial<Record<LimitName, number>> = {};
  const meet = (limit: LimitName, time: number): void => {
    metAt[limit] ??= time;
  };
  const seen = {
    turnedAway: 0,
    peakRequests: 0,
    peakEnvironments: 0,
    hottestPartition: 0,
    throttled: 0,
    bookedWithinAMinute: 0,
    codesTooLate: 0,
    listBehind: 0,
    unitsForLosers: 0,
  };
  let soldOutAt: number | undefined;
  let requests = 0;

  /** The page sends again what was answered with "later", at a moment of its own. */
  const again = (time: number, person: Person): void => at(time + 2 + 4 * random(), person);

  const mailCode = (time: number, person: Person): void => {
    const minute = Math.floor(time / 60);
    if (codes.minute !== minute) codes = { minute, taken: 0 };
    if (codes.taken >= codesAMinute) {
      meet("mail", time);
      at((minute + 1) * 60 + 10 * random(), person);
      return;
    }
    codes.taken += 1;
    if (lastMail > time) meet("mail", time);
    lastMail = Math.max(time, lastMail) + 1 / limits.mails;
    mailedAfter.push(lastMail - time);
    if (lastMail - time > codeMinutes * 60) {
      seen.codesTooLate += 1;
      return;
    }
    at(lastMail + seconds.typeCode * (0.5 + random()), { ...person, step: "session" });
  };

  const book = (time: number, person: Person): void => {
    if (shown.length === 0) return;
    const slot = shown[pick(shown.length)] as number;
    const hint = pick(Math.max(1, known)) * crowd.slots + slot;
    const isHinted = (hints.get(hint) ?? Number.NEGATIVE_INFINITY) > time - seconds.hint;
    if (!isHinted) {
      const places = [slotPartition[shardOfSlot[slot] as number] as number, peoplePartition[person.people] as number];
      for (const place of places) asked[place] = (asked[place] as number) + unitsOfItem;
      if (left === 0) seen.unitsForLosers += 2 * unitsOfItem;
      if (places.some((place) => (asked[place] as number) > partitionUnits)) {
        seen.throttled += 1;
        meet("partition", time);
        again(time, person);
        return;
      }
      if ((free[slot] as number) > 0) {
        free[slot] = (free[slot] as number) - 1;
        left -= 1;
        lastNote = Math.max(time, lastNote) + limits.noteUnits / partitionUnits;
        seen.listBehind = Math.max(seen.listBehind, lastNote - time);
        notes.push({ at: lastNote, slot });
        if (time < 60) seen.bookedWithinAMinute += 1;
        if (left === 0) soldOutAt = time;
        return;
      }
      hints.set(hint, time);
    }
    if (person.tries + 1 < triesOfAPerson) at(time + exponential(seconds.think), { ...person, tries: person.tries + 1 });
  };

  for (let index = 0; index < ticks; index++) {
    const time = index * tick;
    tokens = Math.min(limits.gateway.burst, tokens + limits.gateway.rate * tick);
    room = Math.min(limits.newEnvironments, room + (limits.newEnvironments / 10) * tick);
    busy -= ends[index] ?? 0;
    for (let note = notes[noted]; note && note.at <= time; note = notes[noted]) {
      listed[note.slot] = (listed[note.slot] as number) - 1;
      noted += 1;
    }
    if (index % Math.round(seconds.list / tick) === 0) shown = freeTimes();
    if (index % Math.round(1 / tick) === 0) {
      seen.hottestPartition = Math.max(seen.hottestPartition, ...asked);
      asked.fill(0);
      seen.peakRequests = Math.max(seen.peakRequests, requests);
      requests = 0;
    }
    for (const waiting of due[index] ?? []) {
      const person = waiting.askedAt < 0 ? { ...waiting, askedAt: time } : waiting;
      // Whoever sees no free time on the page asks for none.
      if (person.step === "book" && shown.length === 0) continue;
      requests += 1;
      if (tokens < 1) {
        seen.turnedAway += 1;
        meet("gateway", time);
        again(time, person);
        continue;
      }
      tokens -= 1;
      const isCold = busy >= known;
      if (isCold && (known >= limits.environments || room < 1)) {
        meet("functions", time);
        again(time, person);
        continue;
      }
      if (isCold) {
        known += 1;
        room -= 1;
      }
      busy += 1;
      const end = index + Math.ceil((isCold ? seconds.cold : seconds.warm) / tick);
      ends[end] = (ends[end] ?? 0) + 1;
      seen.peakEnvironments = Math.max(seen.peakEnvironments, known);
      if (person.step === "code") mailCode(time, person);
      else if (person.step === "session") at(time + 2, { ...person, step: "book" });
      else book(time, person);
    }
    due[index] = [];
  }
  const sorted = mailedAfter.toSorted((a, b) => a - b);
  return { ...seen, metAt, soldOutAt, codesMailedWithin: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
};

const popular: Crowd = { people: 100_000, seats: 200, slots: 200, comeWithin: 20, ready: 0.7 };
/** Comes at a rate of 60,000 a minute at first and 30,000 a minute eight seconds later. */
const fair: Crowd = { people: 12_000, seats: 10_000, slots: 1000, comeWithin: 12, ready: 1 };
const raised: Limits = { ...deployed, gateway: { rate: 5000, burst: 5000 }, mails: 200, provisioned: 300 };

const minutes: Record<string, { crowd: Crowd; limits: Limits }> = {
  "200 seats, as deployed": { crowd: popular, limits: deployed },
  "200 seats, raised": { crowd: popular, limits: raised },
  "fair, as deployed": { crowd: fair, limits: deployed },
  "fair, raised": { crowd: fair, limits: raised },
  "fair, raised, table warm for 16,000 units": { crowd: fair, limits: { ...raised, partitions: 16 } },
  "fair, raised, warm, 16 slot and people shards": { crowd: fair, limits: { ...raised, partitions: 16, slotShards: 16, peopleShards: 16 } },
  "fair, the same, notes of one unit": {
    crowd: fair,
    limits: { ...raised, partitions: 16, slotShards: 16, peopleShards: 16, noteUnits: 1 },
  },
};

/** In how many of so many placements of the visit's shards on the table's partitions a partition is asked for too much. */
const placementsThrottled = (limits: Limits, placements = 40): number =>
  Array.from({ length: placements }, (_, i) => simulate(fair, limits, i + 1)).filter(({ metAt }) => metAt.partition !== undefined).length;

/** Shards of slots and of people, in a table that is warm for 16,000 units. */
const placements: readonly { slotShards: number; peopleShards: number; throttled: () => number }[] = [
  [4, 8],
  [8, 8],
  [16, 8],
  [16, 16],
].map(([slotShards = 0, peopleShards = 0]) => ({
  slotShards,
  peopleShards,
  throttled: () => placementsThrottled({ ...raised, partitions: 16, slotShards, peopleShards }),
}));

const names: Record<LimitName, string> = { mail: "mail", gateway: "gateway", functions: "functions", partition: "partition" };
const secondsOf = (value: number | undefined): string => (value === undefined ? "no" : `${value.toFixed(1)} s`);
const whole = (value: number): string => Math.round(value).toLocaleString("en");

/** Rows of the document's table. */
export const rows = (): string[] =>
  Object.entries(minutes).map(([name, { crowd, limits }]) => {
    const minute = simulate(crowd, limits);
    const met = Object.entries(minute.metAt)
      .toSorted(([, a], [, b]) => a - b)
      .map(([limit, time]) => `${names[limit as LimitName]} ${secondsOf(time)}`);
    return `| ${[
      name,
      met.join(", ") || "none",
      whole(minute.peakRequests),
      whole(minute.turnedAway),
      whole(minute.peakEnvironments),
      whole(minute.hottestPartition),
      whole(minute.throttled),
      whole(minute.bookedWithinAMinute),
      secondsOf(minute.soldOutAt),
      secondsOf(minute.listBehind),
      secondsOf(minute.codesMailedWithin),
      whole(minute.codesTooLate),
      whole(minute.unitsForLosers),
    ].join(" | ")} |`;
  });

/** Rows of the document's second table. */
export const placementRows = (): string[] =>
  placements.map(({ slotShards, peopleShards, throttled }) => `| ${slotShards} | ${peopleShards} | ${throttled()} of 40 |`);

if (import.meta.main) console.log([...rows(), ...placementRows()].join("\n"));
