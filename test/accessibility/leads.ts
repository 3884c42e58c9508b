import { Lead } from "../../shared/contract/leads.ts";
import { importWords } from "../../shared/copy/pages-import.ts";
import { jobListWords } from "../../shared/copy/pages-job-lists.ts";
import { leadWords } from "../../shared/copy/pages-leads.ts";
import { postingWords } from "../../shared/copy/pages-postings.ts";
import { talkWords } from "../../shared/copy/pages-talks.ts";
import { aDraft, anId } from "../support/builders.ts";
import { aJobRow } from "../support/job-rows.ts";
import { aBusinessNumber } from "../support/leads.ts";
import { button, field } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

/** Ids of a firm and of who sees to it. */
const [leadId, ownerId] = [anId("lea"), anId("acc")];

const steps = {
  ...{ today: "2026-11-26", next: null },
  steps: [
    { leadId, nameKo: "㈜솔버들정밀", what: "담당 과장에게 다시 전화하기", dueOn: "2026-11-20", contactName: "윤다래", phone: "020000001" },
    { leadId: anId("lea"), nameKo: "가람요양원", what: "방문 약속 잡기", dueOn: "2026-11-26", contactName: null, phone: null },
  ],
};
const leads = {
  next: "2026-11-20T01:00:00.000Z#lea_01K00000000000000000000000",
  leads: [
    { stage: "found", nameKo: "㈜솔버들정밀", districtCode: "11545", ownerName: "오세영", next: { what: "전화하기", dueOn: "2026-12-01" } },
    { stage: "found", nameKo: "가나다라마바사아자차카타파하전자부품유통상사", districtCode: null, ownerName: null, next: null },
  ].map((lead) => ({ ...lead, leadId: anId("lea"), changedAt: "2026-11-25T01:00:00.000Z" })),
};
const aFirm = Lead.parse({
  ...{ leadId, stage: "visited", ownerId, ownerName: "오세영", foundOn: "2026-11-10", changedAt: "2026-11-25T01:00:00.000Z", version: 3 },
  draft: {
    ...{ nameKo: "㈜솔버들정밀", businessNumber: aBusinessNumber(), districtCode: "11545", address: "서울특별시 금천구 가상로 101" },
    contact: { name: "윤다래", title: "과장", phone: "020000001", mail: "hr@solbeodeul.example.com" },
    job: { titleKo: "펌프 부품 조립원", occupation: "81", headcount: 3, pay: { type: "M", min: 2_450_000, max: 2_750_000 } },
    note: "오후에 전화하면 잘 받음.",
  },
  ...{ next: { what: "방문 결과 알리기", dueOn: "2026-12-01" }, closed: null, employerId: null },
  contacts: (["visit", "call"] as const).map((kind) => ({
    ...{
      contactId: anId("lco"),
      kind,
      heldOn: "2026-11-20",
      outcome: "interested",
      note: "12월 방문에 면접을 열고 싶어 함.",
      team: [ownerId],
    },
    ...{ next: null, byName: "오세영", teamNames: ["오세영", "문가람", null], writtenAt: "2026-11-20T05:00:00.000Z" },
  })),
  ...{ postings: [], talks: [], invitation: null },
});
const invited = {
  ...{ ...aFirm, stage: "agreed", employerId: anId("emp") },
  talks: [{ talkId: anId("tlk"), visitOn: "2026-12-10" }],
  invitation: { mail: "hr@solbeodeul.example.com", sentAt: "2026-11-10T05:00:00.000Z", usableUntil: null },
};
const draft = {
  ...aDraft({ employmentType: "21", workDays: "1", workplaceKo: "서울 금천구 가상로 101", insurance: ["accident"], severancePay: true }),
  validUntil: "2026-12-31",
};
const aFirmWithPostings = { ...aFirm, postings: [{ postingId: anId("pst"), draft }] };
const sources = {
  today: "2026-11-26",
  sources: [
    {
      nameKo: "고용24 금천구 신규 공고",
      kind: "work24",
      where: "https://example.com/jobs",
      lookedOn: null,
      dueOn: "2026-11-26",
      ended: false,
    },
    {
      nameKo: "가산디지털단지 1층 게시판",
      kind: "street",
      where: "가산디지털단지역 5번 출구",
      lookedOn: "2026-11-20",
      dueOn: "2026-11-27",
      ended: false,
    },
    { nameKo: "옛 게시판", kind: "other", lookedOn: "2026-06-01", dueOn: null, ended: true },
  ].map((source) => ({ ...source, sourceId: anId("lso"), lookerId: ownerId, lookerName: "오세영", everyDays: 7 })),
};
const counts = { found: 42, contacted: 31, visited: 12, agreed: 7, posted: 6, interviewed: 4, hired: 2, stayed: 1 };
const funnel = {
  all: counts,
  sources: [
    { nameKo: "고용24 금천구 신규 공고", counts },
    { nameKo: null, counts },
  ],
};

type Answers = Readonly<Record<string, unknown>>;
/** What the API answers to these addresses. */
const answers = (bodies: Answers) => async (page: Parameters<NonNullable<Sight["before"]>>[0]) => {
  for (const [path, body] of Object.entries(bodies)) {
    const pattern = new RegExp(`/api/office/${path}(\\?.*)?$`);
    await page.route(pattern, (route) => (route.request().method() === "GET" ? route.fulfill({ json: body }) : route.fallback()));
  }
};
const oneFirm = answers({ [`leads/${leadId}`]: aFirm });

/** A list with a formula and a column that nobody knows. */
const list = "\uFEFF기업명,사업자등록번호,전화,평점\r\n=1+1,,,\r\n가람요양원,000-00-00000,02-000-0005,5\r\n";

const page = (name: string, path = "", more: Partial<Sight> = {}): Sight => ({
  ...{ name: `outreach: ${name}`, by: "manager", path: () => `/console/leads${path}` },
  ...more,
});

/** What the outreach team has before it. */
export const leadSights = {
  "/console/leads": [
    page("nothing yet", "", { before: answers({ "lead-steps": { ...steps, steps: [] }, leads: { leads: [], next: null } }) }),
    page("what to do, and firms", "", { before: answers({ "lead-steps": steps, leads }) }),
    page("firms by source", "", {
      before: answers({ "lead-steps": steps, leads, "lead-sources": sources }),
      reach: async (on) => {
        await field(on, leadWords[on.locale].filterBy).selectOption("source");
        await field(on, leadWords[on.locale].whence).waitFor();
      },
    }),
  ],
  "/console/leads/new": [
    page("a new firm, from an advertisement", "/new", {
      before: answers({ "lead-sources": sources }),
      reach: async (on) => {
        const words = leadWords[on.locale];
        const ad = "회사명: ㈜솔버들정밀\n모집직종: 조립원\n모집인원: 3명\n월급 245만원~275만원\n서울 금천구 가상로 101\n02-000-0001";
        await on.page.getByLabel(words.paste).fill(ad);
        await button(on, words.pasteRead).click();
        await on.page.getByText(words.pasteDone(8)).waitFor();
      },
    }),
  ],
  "/console/leads/import": [
    page("a list with rows to mend", "/import", {
      reach: async (on) => {
        const words = importWords[on.locale];
        const buffer = Buffer.from(list, "utf8");
        await on.page.locator("input[type=file]").setInputFiles({ name: "firms.csv", mimeType: "text/csv", buffer });
        await button(on, words.start).click();
        await on.page.getByText(words.refusedTitle, { exact: true }).waitFor();
      },
    }),
  ],
  "/console/leads/postings": [
    page("files of postings", "/postings"),
    page("files of postings, with rows to mend", "/postings", {
      reach: async (on) => {
        const words = importWords[on.locale];
        const rows = [
          aJobRow(),
          aJobRow({ HOPE_WAGE: "협의", WORK_PARAR_BASS_ADRES_CN: "경기 구리시" }),
          aJobRow({ HOPE_WAGE: "시급 / 9000원" }),
          aJobRow({ JO_SJ: "여직원 모집" }),
        ];
        const buffer = Buffer.from(JSON.stringify({ GetJobInfo: { row: rows } }), "utf8");
        await on.page.locator("input[type=file]").setInputFiles({ name: "jobs.json", mimeType: "application/json", buffer });
        await button(on, words.start).click();
        await on.page.getByText(words.refusedTitle, { exact: true }).waitFor();
      },
    }),
    page("files of postings, given out", "/postings", {
      before: answers({ postings: { rows: [], next: null } }),
      reach: async (on) => {
        await button(on, jobListWords[on.locale].outStart).click();
        await on.page.getByText(jobListWords[on.locale].outNone, { exact: true }).waitFor();
      },
    }),
  ],
  "/console/leads/sources": [
    page("places to look", "/sources", { before: answers({ "lead-sources": sources }) }),
    page("a new place to look", "/sources", { reach: (on) => button(on, leadWords[on.locale].sourceAdd).click() }),
  ],
  "/console/leads/funnel": [
    page("how far firms came", "/funnel", { before: answers({ "lead-funnel": funnel }) }),
    page("how far no firm came", "/funnel", {
      before: answers({ "lead-funnel": { all: Object.fromEntries(Object.keys(counts).map((name) => [name, 0])), sources: [] } }),
    }),
  ],
  "/console/leads/:leadId": [
    page("a firm", `/${leadId}`, { before: oneFirm }),
    page("a firm that was invited and signed up for a talk", `/${leadId}`, {
      before: answers({ [`leads/${leadId}`]: invited }),
      reach: (on) => button(on, leadWords[on.locale].inviteAgain).waitFor(),
    }),
    page("a firm with a posting from a file", `/${leadId}`, {
      before: answers({ [`leads/${leadId}`]: aFirmWithPostings }),
      reach: (on) => on.page.getByText(postingWords[on.locale].whole, { exact: true }).click(),
    }),
    page("a firm, noting a visit", `/${leadId}`, {
      before: oneFirm,
      reach: (on) => button(on, leadWords[on.locale].noteContact).click(),
    }),
    page("a firm, giving it up", `/${leadId}`, { before: oneFirm, reach: (on) => button(on, leadWords[on.locale].close).click() }),
    page("a firm, deleting it", `/${leadId}`, { before: oneFirm, reach: (on) => button(on, leadWords[on.locale].erase).click() }),
  ],
  "/console/leads/:leadId/change": [page("changing a firm", `/${leadId}/change`, { before: oneFirm })],
  "/console/leads/:leadId/talk": [
    page("a firm to be signed up for a talk", `/${leadId}/talk`, {
      before: oneFirm,
      reach: (on) => button(on, talkWords[on.locale].send).waitFor(),
    }),
  ],
  "/console/leads/:leadId/agreement": [
    page("an agreement, the firm", `/${leadId}/agreement`, { before: oneFirm }),
    page("an agreement, the last step", `/${leadId}/agreement`, {
      before: oneFirm,
      reach: async (on) => {
        const words = leadWords[on.locale];
        const fill = (pointer: string, text: string) => on.page.locator(`[name="${pointer}"]`).fill(text);
        await fill("/industryKo", "기계 부품 가공");
        await fill("/aboutKo", "펌프 부품을 만듭니다.");
        await button(on, words.agreeNext).click();
        await button(on, words.agreeNoPosting).click();
        await button(on, words.agreeSend).waitFor();
      },
    }),
  ],
} satisfies Record<string, readonly Sight[]>;
