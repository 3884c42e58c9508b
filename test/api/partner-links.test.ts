import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import { consentText, currentConsentVersion } from "../../shared/domain/consents.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aPartner, aPartnerLink, aSeeker, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const links = "/api/office/visits/{visitId}/people/{registrationId}/partner-links" as const;
const linkKey = `PUT ${links}/{linkId}` as const;
const resultKey = `PUT ${links}/{linkId}/result` as const;
const mineKey = "POST /api/me/partner-links/{linkId}/withdrawal" as const;

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
  manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
});
afterAll(() => world.close());

const somebody = async () => {
  const seeker = await aSeeker(world, visit.visitId);
  const { registrationId } = await registrationOf(world, visit, seeker);
  const params = { visitId: visit.visitId, registrationId };
  return { seeker, params, at: { ...params, linkId: anId("lnk") } };
};
const linksOf = async (params: { visitId: string; registrationId: string }) =>
  (await world.get(`GET ${links}`, { params }, counsellor)).links;
/** What stands on the counsellor's list for somebody. */
const tasksFor = async (registrationId: string) => {
  const { followUps } = await world.get("GET /api/staff/follow-ups", { query: {} }, counsellor);
  return followUps.filter(({ person }) => person.registrationId === registrationId);
};
const itemOf = async (linkId: string) =>
  (await world.table.allItems()).find((item) => item.type === "partner-link" && item.linkId === linkId);

describe("somebody who is handed on to a partner", () => {
  test("agreed to it by the text of today, which they read in their data; without it nothing is kept", async () => {
    const { seeker, params, at } = await somebody();
    expect(refusalOf(await world.call(linkKey, { params: at, body: { ...aPartnerLink(), consentVersion: "" } }, counsellor))).toBe(
      "invalid-fields",
    );
    expect(refusalOf(await world.call(linkKey, { params: at, body: { ...aPartnerLink(), consentVersion: "2026-01" } }, counsellor))).toBe(
      "consent-outdated",
    );
    expect([await linksOf(params), await tasksFor(params.registrationId)]).toEqual([[], []]);
    expect(await world.call(linkKey, { params: at, body: aPartnerLink() }, counsellor)).toMatchObject({ status: 201 });
    const { consents, records } = await world.get("GET /api/me/export", {}, seeker);
    const text = consentText("partner_link", currentConsentVersion.partner_link, "ko");
    expect(consents.partners).toMatchObject([{ partnerId: "dodam-finance", what: "채무 조정 상담", channel: "staff", text }]);
    expect(records.some(({ what }) => what === "partner-link")).toBe(true);
    expect((await entriesOf(world, "partner-links")).some(({ registrationId }) => registrationId === params.registrationId)).toBe(true);
  });

  test("is asked about on a day, once however often it was sent, until it is known what came of it", async () => {
    const { params, at } = await somebody();
    for (const status of [201, 200])
      expect(await world.call(linkKey, { params: at, body: aPartnerLink() }, counsellor)).toMatchObject({ status });
    expect(refusalOf(await world.call(linkKey, { params: at, body: aPartnerLink({ what: "다른 일" }) }, counsellor))).toBe("id-taken");
    expect(await tasksFor(params.registrationId)).toMatchObject([
      {
        cause: "partner-link",
        what: { kind: "partner-result", nameEn: "Dodam Microfinance Centre" },
        dueOn: "2026-12-12",
        waitingFor: "partner",
      },
    ]);
    expect(await linksOf(params)).toMatchObject([{ dueOn: "2026-12-12", result: null }]);
    const said = { params: at, body: { result: "received", seen: 1 } };
    for (let n = 0; n < 2; n++)
      expect((await world.get(resultKey, said, counsellor)).links).toMatchObject([{ result: "received", dueOn: null }]);
    expect(await tasksFor(params.registrationId)).toEqual([]);
    expect(refusalOf(await world.call(resultKey, { params: at, body: { result: "helped", seen: 1 } }, counsellor))).toBe(
      "partner-link-changed",
    );
    expect((await world.get(resultKey, { params: at, body: { result: "helped", seen: 2 } }, counsellor)).links).toMatchObject([
      { result: "helped" },
    ]);
  });

  test("takes it back at once: what was to be told is gone, and nobody asks any more", async () => {
    const { seeker, params, at } = await somebody();
    await world.get(linkKey, { params: at, body: aPartnerLink() }, counsellor);
    const own = { params: { linkId: at.linkId } };
    expect(refusalOf(await world.call(mineKey, own, (await somebody()).seeker))).toBe("not-found");
    for (let n = 0; n < 2; n++) expect(await world.call(mineKey, own, seeker)).toMatchObject({ status: 204 });
    expect(await linksOf(params)).toMatchObject([{ state: "withdrawn", what: null, dueOn: null }]);
    expect(await tasksFor(params.registrationId)).toEqual([]);
    expect((await world.get("GET /api/me/export", {}, seeker)).consents.partners).toEqual([]);
    expect(JSON.stringify(await itemOf(at.linkId))).not.toMatch(/채무|textHash/);
    expect(refusalOf(await world.call(resultKey, { params: at, body: { result: "helped", seen: 2 } }, counsellor))).toBe(
      "partner-link-changed",
    );
    // The same request of before does not bring it back.
    await world.get(linkKey, { params: at, body: aPartnerLink() }, counsellor);
    expect(await linksOf(params)).toMatchObject([{ state: "withdrawn", what: null }]);
  });

  test("has it taken back by staff, and again in a table that was restored from before", async () => {
    const { params, at } = await somebody();
    await world.get(linkKey, { params: at, body: aPartnerLink() }, counsellor);
    const copy = await world.table.allItems();
    await world.get(`POST ${links}/{linkId}/withdrawal`, { params: at }, counsellor);
    expect(await linksOf(params)).toMatchObject([{ state: "withdrawn" }]);
    const table = await restored(copy, world.table);
    await forgetListed({ ...world.deps, db: table.db });
    const again = (await table.allItems()).find((item) => item.type === "partner-link" && item.linkId === at.linkId);
    expect([again?.state, again?.what, again?.consent]).toEqual(["withdrawn", undefined, undefined]);
  });

  test("is counted by kind of partner, also once they took it back", async () => {
    const other = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
    const seeker = await aSeeker(world, other.visitId);
    const { registrationId } = await registrationOf(world, other, seeker);
    for (const partnerId of ["dodam-finance", "namu-youth", "namu-youth"]) {
      const linkId = anId("lnk");
      await world.get(
        linkKey,
        { params: { visitId: other.visitId, registrationId, linkId }, body: aPartnerLink({ partnerId }) },
        counsellor,
      );
      await world.call(mineKey, { params: { linkId } }, seeker);
    }
    const { report } = await world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId: other.visitId } }, other.manager);
    expect(report.counts).toMatchObject({ linkedFinance: 1, linkedYouth: 2, linkedMind: 0 });
  });
});

describe("the list of partners", () => {
  const listKey = "GET /api/office/partners" as const;
  const putKey = "PUT /api/office/partners/{partnerId}" as const;
  const put = (partnerId: string, body: ReturnType<typeof aPartner>) => world.call(putKey, { params: { partnerId }, body }, manager);
  const choices = async (params: Awaited<ReturnType<typeof somebody>>["params"]) => {
    const { partners } = await world.get(`GET ${links}`, { params }, counsellor);
    return partners.map(({ partnerId }) => partnerId);
  };

  test("is the manager's to add to and to correct; whoever was handed on reads the name of now", async () => {
    const { seeker, params, at } = await somebody();
    const partnerId = anId("ptn");
    for (let n = 0; n < 2; n++) expect(await put(partnerId, aPartner())).toMatchObject({ status: 200 });
    const { partners } = await world.get(listKey, {}, manager);
    expect(partners.filter((one) => one.partnerId === partnerId)).toMatchObject([{ nameKo: "솔향 청년센터", isInUse: true }]);
    await world.get(linkKey, { params: at, body: aPartnerLink({ partnerId }) }, counsellor);
    await put(partnerId, aPartner({ nameKo: "솔내음 청년센터", phone: "02-0000-0107" }));
    expect(await linksOf(params)).toMatchObject([{ partnerId, partner: { nameKo: "솔내음 청년센터", phone: "0200000107" } }]);
    const { consents } = await world.get("GET /api/me/export", {}, seeker);
    expect(consents.partners).toMatchObject([{ partnerId, nameKo: "솔내음 청년센터" }]);
  });

  test("loses one for whoever comes after it was taken out of use; who was handed on before stays", async () => {
    const { params, at } = await somebody();
    const partnerId = anId("ptn");
    await put(partnerId, aPartner());
    await world.get(linkKey, { params: at, body: aPartnerLink({ partnerId }) }, counsellor);
    expect(await choices(params)).toContain(partnerId);
    await put(partnerId, aPartner({ isInUse: false }));
    expect(await choices(params)).not.toContain(partnerId);
    const later = { params: { ...params, linkId: anId("lnk") }, body: aPartnerLink({ partnerId }) };
    expect(refusalOf(await world.call(linkKey, later, counsellor))).toBe("invalid-fields");
    // The same request again, whose answer was lost, is the link that was made.
    expect(await world.call(linkKey, { params: at, body: aPartnerLink({ partnerId }) }, counsellor)).toMatchObject({ status: 200 });
    expect(await linksOf(params)).toMatchObject([{ partnerId, state: "linked" }]);
  });

  test.each([
    ["without a name", { nameKo: " " }],
    ["without a number", { phone: "" }],
    ["of a kind that reports do not count", { kind: "bank" }],
    ["with a resident number", { nameEn: "681123-1234567" }],
  ])("one %s is refused", async (_, over) => {
    expect(refusalOf(await put(anId("ptn"), aPartner(over)))).toBe("invalid-fields");
  });

  test("an unknown one is refused, and nothing is kept", async () => {
    const { params, at } = await somebody();
    expect(refusalOf(await world.call(linkKey, { params: at, body: aPartnerLink({ partnerId: "nobody" }) }, counsellor))).toBe(
      "invalid-fields",
    );
    expect([await linksOf(params), await tasksFor(params.registrationId)]).toEqual([[], []]);
  });
});
