import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readJobList } from "../../shared/domain/job-row.ts";
import { seoulAnswerOf, seoulTableOf } from "../../shared/domain/job-row-out.ts";
import { chunksOf } from "../../web/src/console/import/send-rows.ts";
import type { Value } from "../../web/src/platform/api.ts";
import { refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, aProfile } from "../support/builders.ts";
import { aJobRow } from "../support/job-rows.ts";
import { aBusinessNumber, aFinder, aFoundFirm } from "../support/leads.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let finder: Browser & { accountId: string };
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set("2026-11-23T01:00:00.000Z");
  finder = await aFinder(world);
});

type Cells = Record<string, string>;
type Row = { line: number; cells: Cells };
const send = (rows: readonly Row[], { browser = finder as Browser, businessNumber = undefined as string | undefined } = {}) =>
  world.get("POST /api/office/posting-imports", { body: { rows, ...(businessNumber && { businessNumber }) } }, browser);
const sendOne = async (cells: Cells, options: Parameters<typeof send>[1] = {}) => (await send([{ line: 2, cells }], options)).rows[0];
/** Of all firms that were found: a list of them has pages. */
const leadsNamed = async (nameKo: string) =>
  (await world.table.allItems()).flatMap((item) =>
    item.type === "lead" && (item as { draft?: { nameKo?: string } }).draft?.nameKo === nameKo ? [String(item.leadId)] : [],
  );
const postingsOf = ({ employerId, employer }: { employerId: string; employer: Browser }) =>
  world.get("GET /api/employers/{employerId}/postings", { params: { employerId } }, employer);
/** All that is given out, page by page. */
const giveOut = async (which: "shown" | "valid") => {
  const pages: Value<"GET /api/office/postings">[] = [];
  for (let after: string | null | undefined; after !== null; after = pages.at(-1)?.next ?? null)
    pages.push(await world.get("GET /api/office/postings", { query: { which, ...(after && { after }) } }, finder));
  return pages.flatMap(({ rows }) => rows);
};

/** A verified employer with a business number of its own, and a posting of its own. */
const anEmployer = async () => {
  const visit = await anOpenVisit(world);
  const businessNumber = aBusinessNumber();
  const params = { employerId: visit.employerId };
  await world.get("PUT /api/employers/{employerId}", { params, body: aProfile({ businessNumber }) }, visit.employer);
  await world.get("POST /api/staff/employers/{employerId}/decision", { params, body: { decision: "approve" } }, visit.manager);
  return { ...visit, businessNumber };
};

describe("a list of postings", () => {
  test("of 1,000 rows with 50 bad ones: 950 are in, 50 explained by line and column; sent again nothing is there twice", {
    timeout: 120_000,
  }, async () => {
    const isBad = (n: number): boolean => n % 20 === 7;
    const bad: [Cells, column: string, code: string][] = [
      [{ RCRIT_JSSFC_CMMN_CODE_SE: "990000" }, "RCRIT_JSSFC_CMMN_CODE_SE", "unknown-code"],
      [{ WORK_PARAR_BASS_ADRES_CN: "경기 구리시 가상로 1" }, "WORK_PARAR_BASS_ADRES_CN", "district"],
      [{ HOPE_WAGE: "시급 / 9000원" }, "HOPE_WAGE", "below-minimum-wage"],
      [{ RCEPT_CLOS_NM: "마감일 (2026-11-20)" }, "RCEPT_CLOS_NM", "day-over"],
      [{ JO_SJ: "여직원 모집" }, "JO_SJ", "no-sex"],
      [{ RCRIT_NMPR_CO: "여럿" }, "RCRIT_NMPR_CO", "number-needed"],
      [{ CMPNY_NM: '=HYPERLINK("https://example.com")' }, "CMPNY_NM", "formula"],
      [{ JO_REQST_NO: "" }, "JO_REQST_NO", "required"],
      [{ DTY_CN: "연락처 900101-1234567" }, "DTY_CN", "resident-number"],
      [{ RCEPT_CLOS_NM: "마감일 (2027-03-31)" }, "RCEPT_CLOS_NM", "valid-too-long"],
    ];
    const badAt = (n: number) => bad[Math.floor(n / 20) % bad.length] as (typeof bad)[number];
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      line: n + 2,
      cells: aJobRow({ CMPNY_NM: `가상돌봄 ${n % 299}`, BASS_ADRES_CN: `서울 금천구 가상로 ${n % 299}`, ...(isBad(n) && badAt(n)[0]) }),
    }));
    const sendAll = async () => {
      const answers: Awaited<ReturnType<typeof send>>["rows"] = [];
      for (const chunk of chunksOf(rows)) answers.push(...(await send(chunk)).rows);
      return answers;
    };
    const count = (all: Awaited<ReturnType<typeof sendAll>>) =>
      ["added", "known", "refused"].map((how) => all.filter((row) => row.how === how).length);
    const first = await sendAll();
    expect(count(first)).toEqual([950, 0, 50]);
    const refused = first.filter(({ how }) => how === "refused");
    expect(refused.map(({ line }) => line)).toEqual(rows.filter((_, n) => isBad(n)).map(({ line }) => line));
    expect(refused.map(({ errors: [error] }) => [error?.column, error?.code])).toEqual(
      rows.flatMap((_, n) => (isBad(n) ? [badAt(n).slice(1)] : [])),
    );
    expect(refused.every(({ errors }) => errors.every(({ detail }) => detail.length > 5))).toBe(true);
    expect(count(await sendAll())).toEqual([0, 950, 50]);
    const items = await world.table.allItems();
    const leads = items.filter((item) => item.type === "lead" && JSON.stringify(item).includes("가상돌봄"));
    expect(leads).toHaveLength(299);
    const ids = new Set(leads.map(({ leadId }) => leadId));
    expect(items.filter(({ type, leadId }) => type === "lead-posting" && ids.has(leadId))).toHaveLength(950);
  });

  test("sent twice in the same moment is there once", async () => {
    const rows = Array.from({ length: 10 }, (_, n) => ({
      line: n + 2,
      cells: aJobRow({ CMPNY_NM: "가상동시", BASS_ADRES_CN: "서울 중구 가상로 9" }),
    }));
    const answers = (await Promise.all([send(rows), send(rows)])).flatMap((answer) => answer.rows);
    expect(answers.map(({ how }) => how).sort()).toEqual(["added", "known"].flatMap((how) => rows.map(() => how)));
    const [leadId = "", ...others] = await leadsNamed("가상동시");
    expect(others).toEqual([]);
    const lead = await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    expect(lead.postings).toHaveLength(10);
  });

  test("is explained in the language of whoever reads it", async () => {
    const cells = aJobRow({ HOPE_WAGE: "시급 / 9000원" });
    expect((await sendOne(cells))?.errors[0]?.detail).toContain("최저임금");
    expect((await sendOne(cells, { browser: { ...finder, locale: "en" } }))?.errors[0]?.detail).toContain("minimum wage");
  });

  test("keeps nobody of whom the other system says that they see to it", async () => {
    const list = readJobList(JSON.stringify(seoulAnswerOf([{ ...aJobRow(), MNGR_NM: "문가람", MNGR_PHON_NO: "02-000-0009" } as never])));
    if (!list.ok) throw new Error(list.why);
    expect(JSON.stringify(list.rows)).not.toMatch(/문가람|02-000-0009/);
    const refused = await world.call(
      "POST /api/office/posting-imports",
      { body: { rows: [{ line: 1, cells: { ...aJobRow(), MNGR_NM: "문가람" } }] } },
      finder,
    );
    expect(refusalOf(refused)).toBe("invalid-fields");
  });
});

describe("whose a posting is", () => {
  test("is told by a business number: the employer's, as if it had been written there", async () => {
    const firm = await anEmployer();
    const cells = aJobRow({ BIZRNO: firm.businessNumber });
    expect(await sendOne(cells)).toMatchObject({ how: "added", at: "employer" });
    const { postings } = await postingsOf(firm);
    expect(postings.find(({ source }) => source?.requestNo === cells.JO_REQST_NO)).toMatchObject({
      state: "submitted",
      validFrom: "2026-11-10",
      source: { registNo: cells.JO_REGIST_NO },
      draft: {
        ...{
          titleKo: "재가 요양보호사 모십니다",
          occupation: "55",
          occupationCode: "550104",
          occupationNameKo: "요양보호사",
          headcount: 1,
        },
        ...{ employmentType: "11", weeklyHours: 15, workTimeKo: "(오전) 10시 30분 ~ (오후) 1시 30분", workDays: "1" },
        ...{ pay: { type: "H", min: 11_200, max: 11_200 }, insurance: ["pension", "health", "employment", "accident"], severancePay: true },
        ...{ education: "00", career: "Z", districtCode: "11230", workplaceKo: "서울 동대문구 가상로 1", stationKo: "청량리역" },
        ...{ documentsKo: "이력서", validUntil: "2026-12-31" },
      },
    });
  });

  test("or by one number for all of them; another employer's postings stay as they are", async () => {
    const [firm, other] = [await anEmployer(), await anEmployer()];
    const before = await postingsOf(other);
    expect(await sendOne(aJobRow(), { businessNumber: firm.businessNumber })).toMatchObject({ how: "added", at: "employer" });
    expect((await postingsOf(firm)).postings).toHaveLength(2);
    expect(await postingsOf(other)).toEqual(before);
  });

  test("without one, or with a name alone that an employer has too, it is a firm's that was found", async () => {
    const firm = await anEmployer();
    expect(await sendOne(aJobRow({ CMPNY_NM: "㈜솔버들정밀" }))).toMatchObject({ how: "added", at: "lead" });
    expect((await postingsOf(firm)).postings).toHaveLength(1);
  });

  test("it goes with the firm that becomes an employer, and what comes later goes there at once", async () => {
    const businessNumber = aBusinessNumber();
    const { leadId } = await aFoundFirm(world, finder, { businessNumber });
    const [first, over] = [aJobRow({ BIZRNO: businessNumber }), aJobRow({ BIZRNO: businessNumber, RCEPT_CLOS_NM: "마감일 (2026-11-30)" })];
    for (const cells of [first, over]) expect(await sendOne(cells)).toMatchObject({ how: "added", at: "lead" });
    // The second one is over by the time they agree.
    world.deps.clock.set("2026-12-07T01:00:00.000Z");
    finder = await aFinder(world);
    const { version, postings } = await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    expect(postings).toHaveLength(2);
    const employer = await anEmployerOf(leadId, businessNumber, version);
    expect((await postingsOf(employer)).postings.map(({ source }) => source?.requestNo)).toEqual([first.JO_REQST_NO]);
    expect((await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder)).postings).toEqual([]);
    expect(await sendOne(first)).toMatchObject({ how: "known" });
    expect(await sendOne(aJobRow({ BIZRNO: businessNumber }))).toMatchObject({ how: "added", at: "employer" });
  });

  test("of a firm that was deleted on its wish nothing is left, and the same file does not bring it back", async () => {
    const cells = aJobRow({ CMPNY_NM: "가상지움", BASS_ADRES_CN: "서울 중구 가상로 7" });
    await sendOne(cells);
    const [leadId = ""] = await leadsNamed("가상지움");
    await world.get("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body: { reason: "담당자 요청" } }, finder);
    expect(JSON.stringify(await world.table.allItems())).not.toContain("가상지움");
    expect((await world.table.allItems()).filter((item) => item.type === "lead-posting" && item.leadId === leadId)).toEqual([]);
    expect(await sendOne(cells)).toMatchObject({ how: "known" });
    expect(await leadsNamed("가상지움")).toEqual([]);
  });
});

/** The firm agrees and whoever it invited signs in. */
const anEmployerOf = async (leadId: string, businessNumber: string, seen: number) => {
  const [employerId, invitationId] = [anId("emp"), anId("inv")];
  const mail = `${anId("hr").toLowerCase()}@garam.example.com`;
  const profile = aProfile({ businessNumber, contact: { name: "윤다래", phone: "02-000-0001", mail } });
  const body = { employer: { how: "new", employerId, invitationId, profile }, seen };
  await world.get("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body } as never, finder);
  const employer = await world.signIn(mail);
  await world.get(
    "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance",
    { params: { employerId, invitationId } },
    employer,
  );
  await world.takeSecondStep(employer);
  return { employerId, employer };
};

describe("what is given out", () => {
  test("is what visits have shown, or all that is valid, of verified employers; nobody's name is in it", async () => {
    const firm = await anEmployer();
    const cells = aJobRow({ BIZRNO: firm.businessNumber });
    await sendOne(cells);
    const numbers = async (which: "shown" | "valid") => (await giveOut(which)).map(({ JO_REQST_NO }) => JO_REQST_NO);
    expect(await numbers("shown")).toContain(firm.postingId);
    expect(await numbers("shown")).not.toContain(cells.JO_REQST_NO);
    expect(await numbers("valid")).toEqual(expect.arrayContaining([firm.postingId, cells.JO_REQST_NO]));
    expect(JSON.stringify(await giveOut("valid"))).not.toMatch(/윤다래|hr@/);

    // Of an employer that nobody has verified, nothing is.
    const newcomer = await world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`);
    const [employerId, postingId] = [anId("emp"), anId("pst")];
    await world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile() }, newcomer);
    await world.takeSecondStep(newcomer);
    const own = { params: { employerId, postingId }, body: aDraft() };
    await world.get("PUT /api/employers/{employerId}/postings/{postingId}", own, newcomer);
    expect(await numbers("valid")).not.toContain(postingId);

    // After its last day it is given out no more; renewed, it is again.
    world.deps.clock.set("2027-02-01T01:00:00.000Z");
    finder = await aFinder(world);
    expect(await numbers("valid")).not.toContain(firm.postingId);
    const params = { employerId: firm.employerId, postingId: firm.postingId };
    const again = await world.signIn(firm.employerMail);
    await world.get("POST /api/employers/{employerId}/postings/{postingId}/renewal", { params }, again);
    expect(await numbers("shown")).toContain(firm.postingId);
  });

  test.for(["JSON", "CSV"] as const)("as %s and taken in again, is known to the last row, and nothing new is there", async (kind) => {
    const firm = await anEmployer();
    await send([
      { line: 2, cells: aJobRow({ BIZRNO: firm.businessNumber }) },
      { line: 3, cells: aJobRow({ BIZRNO: firm.businessNumber, DTY_CN: '=재료, "손질"\n- 배식' }) },
    ]);
    const given = await giveOut("valid");
    expect(given.length).toBeGreaterThan(2);
    const list = readJobList(kind === "JSON" ? JSON.stringify(seoulAnswerOf(given)) : seoulTableOf(given));
    if (!list.ok) throw new Error(list.why);
    expect(list).toMatchObject({ unknown: [], rows: { length: given.length } });
    const before = await world.table.allItems();
    const rows: Awaited<ReturnType<typeof send>>["rows"] = [];
    for (const chunk of chunksOf(list.rows as Row[])) rows.push(...(await send(chunk)).rows);
    expect(rows.map(({ how }) => how)).toEqual(given.map(() => "known"));
    expect(await world.table.allItems()).toEqual(before);
  });

  test("comes in pages, each posting once", async () => {
    const firm = await anEmployer();
    const rows = Array.from({ length: 110 }, (_, n) => ({ line: n + 2, cells: aJobRow({ BIZRNO: firm.businessNumber }) }));
    for (const chunk of chunksOf(rows)) await send(chunk);
    const seen = (await giveOut("valid")).map(({ JO_REQST_NO }) => JO_REQST_NO);
    expect(seen.length).toBeGreaterThanOrEqual(111);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("is not for the desk or for employers", async () => {
    const firm = await anEmployer();
    expect(refusalOf(await world.call("GET /api/office/postings", { query: {} }, firm.employer))).toBe("not-allowed");
  });
});
