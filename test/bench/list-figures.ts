import { paginateScan } from "@aws-sdk/client-dynamodb";
import { aConsultation, aNextStep, anId, anOpenVisit, aRegistration } from "../support/builders.ts";
import { anInquiry } from "../support/inquiries.ts";
import { aFoundFirm } from "../support/leads.ts";
import { aSignedUpFirm } from "../support/talks.ts";
import type { Browser, Sent } from "../support/world.ts";
import type { BenchEngine } from "./bench-table.ts";
import { aBenchWorld, type BenchWorld } from "./bench-world.ts";
import { median } from "./child-process.ts";
import { type Figure, figure } from "./figure.ts";
import { addCopies } from "./grow-table.ts";
import { withoutSignIn } from "./meter.ts";

type Size = { seekers: number; work: number };
/** More than a page of everything. */
const few: Size = { seekers: 100, work: 100 };
/** Seekers of years, and the work about them and about firms. */
const many: Size = { seekers: 100_000, work: 10_000 };
const asks = 30;
/** Two runs on a machine that others use differ by so much. */
const noise = 1.4;

type List = { name: string; key: string; sent: Sent };
const lists: readonly List[] = [
  { name: "follow-ups", key: "GET /api/staff/follow-ups", sent: {} },
  { name: "firms that were found", key: "GET /api/office/leads", sent: {} },
  { name: "concerns of firms", key: "GET /api/office/concerns", sent: {} },
  { name: "inquiries", key: "GET /api/office/inquiries", sent: {} },
  { name: "somebody found over all visits", key: "POST /api/office/people-search", sent: { body: { text: "김하늘" } } },
];

/** The one seeker, and the hashes of name and number by which they are found: those of others are others. */
const theSeeker = async ({ table }: BenchWorld): Promise<{ personId: string; hashes: string[] }> => {
  let personId = "";
  const hashes: string[] = [];
  for await (const page of paginateScan({ client: table.client }, { TableName: table.name, ConsistentRead: true }))
    for (const item of page.Items ?? [])
      if (item.type?.S === "found-by") {
        personId = item.personId?.S ?? "";
        hashes.push(item.gsi1pk?.S?.split("#")[1] ?? "");
      }
  return { personId, hashes };
};

type Centre = { world: BenchWorld; staff: Browser };

/** Each list with so many in it. */
const aCentre = async (engine: BenchEngine, { seekers, work }: Size): Promise<Centre> => {
  const world = await aBenchWorld(await engine.table());
  const of = world.forBuilders;
  const { visitId } = await anOpenVisit(of);
  const staff = await of.staff("everything@center.example.com", ["counsellor", "outreach", "manager", "desk"]);
  const seeker = await of.signIn("seeker@example.com");
  await of.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration() }, seeker);
  const [registered] = (await of.get("GET /api/me/registrations", {}, seeker)).registrations;
  const consultationId = anId("con");
  await of.get(
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}",
    {
      params: { visitId, registrationId: registered?.registrationId ?? "", consultationId },
      body: aConsultation({ heldAt: world.deps.clock.now(), next: aNextStep() }),
    },
    staff,
  );
  const { leadId } = await aFoundFirm(of, staff);
  const { talkId } = await aSignedUpFirm(of, visitId, staff);
  const inquiryId = anId("inq");
  await of.get("PUT /api/inquiries/{inquiryId}", { params: { inquiryId }, body: anInquiry() });
  for (const id of [`fup_${consultationId.slice(4)}`, leadId, talkId, inquiryId]) await addCopies(world.table, id, work);
  const { personId, hashes } = await theSeeker(world);
  await addCopies(world.table, personId, seekers, { types: ["person", "found-by"], more: hashes });
  return { world, staff };
};

const timeOf = async ({ world, staff }: Centre, { key, sent }: List): Promise<number> => {
  const started = performance.now();
  await world.send(key, sent, staff);
  return performance.now() - started;
};

const meteredAt = async ({ world, staff }: Centre, { key, sent }: List) =>
  withoutSignIn((await world.meter.during(() => world.send(key, sent, staff))).metered);

/** The first page of each list on a small table and on one with a hundred thousand seekers: the same requests, the same units, the same time. */
export const listFigures = async (engine: BenchEngine): Promise<Figure[]> => {
  const [small, large] = [await aCentre(engine, few), await aCentre(engine, many)];
  try {
    const figures: Figure[] = [];
    for (const list of lists) {
      const [atFew, atMany] = [await meteredAt(small, list), await meteredAt(large, list)];
      const ratios: number[] = [];
      // In turns, so that whatever else the machine does meets both.
      for (let n = 0; n < asks; n++) {
        const base = await timeOf(small, list);
        ratios.push((await timeOf(large, list)) / base);
      }
      const name = `${list.name}, ${many.seekers} seekers against ${few.seekers}`;
      figures.push(
        figure(`read units of a page: ${name}`, atMany.readUnits / atFew.readUnits, "×", 1),
        figure(`round trips of a page: ${name}`, atMany.trips / atFew.trips, "×", 1),
        figure(`time of a page: ${name}`, median(ratios), "×", noise),
      );
    }
    return figures;
  } finally {
    await Promise.all([small.world.close(), large.world.close()]);
  }
};
