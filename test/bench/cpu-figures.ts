import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { epochMsOf } from "../../shared/domain/seoul-time.ts";
import { anId, type OpenVisit, seekersOf } from "../support/builders.ts";
import type { Browser } from "../support/world.ts";
import type { BenchEngine, BenchTable } from "./bench-table.ts";
import { aBenchWorld, type BenchWorld, benchSettings } from "./bench-world.ts";
import { apiEntry, type Bundle, bareEntry, bundle, stubbedApiEntry, stubbedBareEntry } from "./bundles.ts";
import { coldStart, measureInChild, median, warmBookings } from "./child-process.ts";
import { aDayOfSlots } from "./deterministic-figures.ts";
import { recordedName } from "./entries/stubbed-table.ts";
import { type Figure, figure } from "./figure.ts";
import { bareRequest, eventOf } from "./lambda-event.ts";
import { book, bookRequest } from "./operations.ts";

const coldRuns = 9;
const warmRuns = 5;
const warmUps = 1000;
const measuredBookings = 3000;

/** Lets the table write down what it answers. */
const recording = ({ wire }: BenchTable): { recorded: Record<string, string>; stop(): void } => {
  const recorded: Record<string, string> = {};
  const stop = wire.tap(async (_, next, sent) => {
    const answer = await next();
    recorded[recordedName(sent)] = answer.body;
    return answer;
  });
  return { recorded, stop };
};

/** Two bundles in turns, so that both meet the same machine; the medians, ours against the bare one. */
const compare = async (runs: number, ours: (run: number) => Promise<number>, bare: (run: number) => Promise<number>) => {
  const [oursMs, bareMs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    oursMs.push((await ours(run)) / 1000);
    bareMs.push((await bare(run)) / 1000);
  }
  return { ours: median(oursMs), bare: median(bareMs) };
};

const comparison = (name: string, { ours, bare }: { ours: number; bare: number }, bar: number): Figure[] => [
  figure(`${name}, against a bare handler`, ours / bare, "×", bar),
  figure(`${name}, ours`, ours, "ms CPU", null),
  figure(`${name}, bare`, bare, "ms CPU", null),
];

const coldFigures = async (world: BenchWorld, visit: OpenVisit, seekers: readonly Browser[], bundles: { api: Bundle; bare: Bundle }) => {
  const env = {
    ...benchSettings,
    TABLE_NAME: world.table.name,
    LEDGER_TABLE_NAME: world.table.ledgerName,
    AWS_ENDPOINT_URL_DYNAMODB: world.table.endpoint,
  };
  const measured = await compare(
    coldRuns,
    (run) => {
      const [slotId, seeker] = [visit.slots[run] ?? "", seekers[run] as Browser];
      return measureInChild(coldStart, { bundle: bundles.api, events: [eventOf(bookRequest(visit, slotId, seeker, anId("bkg")))], env });
    },
    (run) =>
      measureInChild(coldStart, { bundle: bundles.bare, events: [eventOf(bareRequest("cold", anId("bkg"), anId("slt"), `${run}`))], env }),
  );
  return comparison("cold start to the first booking", measured, 1.3);
};

const warmFigures = async (
  world: BenchWorld,
  visit: OpenVisit,
  seeker: Browser,
  folder: string,
  bundles: { api: Bundle; bare: Bundle },
): Promise<Figure[]> => {
  const slotId = visit.slots.at(-1) ?? "";
  const { recorded, stop } = recording(world.table);
  // Another process, which remembers nothing yet: the first booking of a bundle asks for the same.
  const recorder = await aBenchWorld(world.table);
  try {
    await book(recorder, visit, slotId, seeker);
  } finally {
    stop();
    await recorder.close();
  }
  const answers = join(folder, "answers.json");
  // Whatever a read answered before a write, it answers again.
  writeFileSync(answers, JSON.stringify({ ...recorded, "DynamoDB_20120810.TransactWriteItems": "{}" }));
  const env = {
    ...benchSettings,
    TABLE_NAME: world.table.name,
    LEDGER_TABLE_NAME: world.table.ledgerName,
    BENCH_ANSWERS: answers,
    BENCH_RECORDED_AT_MS: String(epochMsOf(world.deps.clock.now())),
  };
  const ids = Array.from({ length: warmUps + measuredBookings }, () => anId("bkg"));
  const ours = ids.map((id) => eventOf(bookRequest(visit, slotId, seeker, id)));
  const bare = ids.map((id) => eventOf(bareRequest("warm", id, slotId, id)));
  const measured = await compare(
    warmRuns,
    () => measureInChild(warmBookings, { bundle: bundles.api, events: ours, warmUps, env }),
    () => measureInChild(warmBookings, { bundle: bundles.bare, events: bare, warmUps, env }),
  );
  return comparison("a booking in a warm process, table stubbed", measured, 1.5);
};

/** CPU of the handler, cold and warm, each against a bare one in the same run. */
export const cpuFigures = async (engine: BenchEngine): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-bench-"));
  const world = await aBenchWorld(await engine.table());
  try {
    const visit = await aDayOfSlots(world);
    const seekers = await seekersOf(world.forBuilders, visit.visitId, coldRuns + 1);
    const bundles = {
      cold: { api: await bundle(apiEntry, join(folder, "api")), bare: await bundle(bareEntry, join(folder, "bare")) },
      warm: {
        api: await bundle(stubbedApiEntry, join(folder, "stubbed-api")),
        bare: await bundle(stubbedBareEntry, join(folder, "stubbed-bare")),
      },
    };
    return [
      ...(await coldFigures(world, visit, seekers, bundles.cold)),
      ...(await warmFigures(world, visit, seekers[coldRuns] as Browser, folder, bundles.warm)),
    ];
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
