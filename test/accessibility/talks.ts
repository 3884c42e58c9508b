import { Inquiry } from "../../shared/contract/inquiries.ts";
import { ConcernRow, OwnTalk, Talk } from "../../shared/contract/talks.ts";
import { inquiriesWords } from "../../shared/copy/pages-inquiries.ts";
import { talkWords } from "../../shared/copy/pages-talks.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { anId } from "../support/builders.ts";
import { aBusinessNumber } from "../support/leads.ts";
import { button } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

const [talkId, ownerId] = [anId("tlk"), anId("acc")];
const atVisit = { visitId: anId("vis"), visitOn: "2026-12-03" };

const concern = (over: object) => ({
  ...{ concernId: anId("ccn"), category: "hiring", state: "new", answer: null, answeredOn: null, ownerId: null, ownerName: null },
  ...{ dueOn: null, isOverdue: false, version: 1 },
  text: "용접공을 여섯 달째 구하지 못하고 있습니다. 기숙사를 마련하면 지원을 받을 수 있는지 알고 싶습니다.",
  ...over,
});
const given = { state: "assigned", ownerId, ownerName: "오세영", dueOn: "2026-11-20" };
const answered = {
  ...{ ...given, state: "answered", category: "funding", answeredOn: "2026-11-24", text: "운전 자금이 모자랍니다." },
  answer: "서울신용보증재단의 소상공인 자금을 안내해 드립니다.\n서류는 저희가 함께 봅니다. 센터로 전화해 주세요.",
};
const every = [concern({ ...given, isOverdue: true }), concern({}), concern({ ...given, dueOn: "2026-12-10", category: "regulation" })];

const concerns = {
  ...{ today: "2026-11-26", next: "2026-12-10#ccn_01K00000000000000000000000" },
  concerns: [...every, concern({ category: "site" })].map((one, n) =>
    ConcernRow.parse({
      ...{ ...one, ...atVisit, talkId },
      nameKo: n === 3 ? "가나다라마바사아자차카타파하전자부품유통상사" : "㈜솔버들정밀",
      visitOn: n === 3 ? null : atVisit.visitOn,
    }),
  ),
};
const aTalk = Talk.parse({
  ...{ ...atVisit, talkId, nameKo: "㈜솔버들정밀", leadId: null, businessNumber: aBusinessNumber(), employerId: null },
  contact: { name: "윤다래", title: "대표", phone: "02-000-0001", mail: "ceo@solbeodeul.example.com" },
  ...{ signedUpAt: "2026-11-18T01:00:00.000Z", concerns: [...every.slice(0, 2), concern(answered)], version: 4 },
});
const ownTalks = {
  talks: [
    OwnTalk.parse({
      ...{ ...atVisit, talkId, contact: aTalk.contact },
      concerns: [answered, {}].map((over) => {
        const { concernId, category, text, state, answer, answeredOn } = concern(over) as ReturnType<typeof concern> & typeof answered;
        return { concernId, category, text, state, answer, answeredOn };
      }),
    }),
  ],
};
const counts = { brought: 24, new: 3, assigned: 6, overdue: 2, answered: 12, withdrawn: 1 };
const noCounts = { brought: 0, new: 0, assigned: 0, overdue: 0, answered: 0, withdrawn: 0 };
const team = {
  members: [
    { accountId: ownerId, name: "오세영", isYou: true },
    { accountId: anId("acc"), name: "문가람", isYou: false },
  ],
};

/** What the API answers to these addresses. */
const answers = (bodies: Readonly<Record<string, unknown>>) => async (page: Parameters<NonNullable<Sight["before"]>>[0]) => {
  for (const [path, body] of Object.entries(bodies)) {
    const pattern = new RegExp(`/api/office/${path}(\\?.*)?$`);
    await page.route(pattern, (route) => (route.request().method() === "GET" ? route.fulfill({ json: body }) : route.fallback()));
  }
};
const oneTalk = answers({ [`talks/${talkId}`]: aTalk, "lead-team": team });
type Pages = Parameters<NonNullable<Sight["before"]>>[0];
/** The same, with the visit that it names. */
const oneTalkAtVisit = async (page: Pages) => {
  await oneTalk(page);
  await page.route("**/api/staff/visits?visitId=*", async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(/\?.*/, "") });
    const body = (await response.json()) as { visits: { visit: object }[] };
    const visits = body.visits.slice(0, 1).map((one) => ({ ...one, visit: { ...one.visit, visitId: atVisit.visitId } }));
    await route.fulfill({ response, json: { ...body, visits } });
  });
};
/** A colleague was first. */
const changedMeanwhile = async (page: Pages) => {
  await oneTalkAtVisit(page);
  await page.route("**/api/office/talks/*/correction", (route) => {
    const isEnglish = route.request().headers()["accept-language"]?.startsWith("en");
    const json = { type: "urn:jobstop:problem:talk-changed", status: 409, code: "talk-changed" };
    return route.fulfill({ status: 409, json: { ...json, ...problemWords["talk-changed"][isEnglish ? "en" : "ko"] } });
  });
};

const page = (name: string, path = "", more: Partial<Sight> = {}): Sight => ({
  ...{ name: `CEO talk: ${name}`, by: "manager", path: () => `/console/talks${path}` },
  ...more,
});
const own = (name: string, path: string, more: Partial<Sight> = {}): Sight => ({
  ...{ name: `CEO talk of a firm: ${name}`, by: "employer", path: ({ employerId }) => `/console/employers/${employerId}/talks${path}` },
  ...more,
});

const inquiries = {
  ...{ next: null },
  inquiries: [
    { mail: "asker@example.com", phone: null, name: "홍길동", answer: null },
    { mail: null, phone: "01000000123", name: null, answer: null, topic: "data" },
    { mail: "asker@example.com", phone: null, name: null, answer: "네, 하루 전까지 바꾸실 수 있습니다.\n내 예약에서 바로 바꾸세요." },
  ].map((one) =>
    Inquiry.parse({
      ...{ inquiryId: anId("inq"), topic: "booking", text: "예약한 시각을 바꿀 수 있나요?\n오전에는 병원에 가야 합니다.", ...one },
      ...{ askedAt: "2026-11-24T01:00:00.000Z", answeredOn: one.answer && "2026-11-25", answeredBy: one.answer && "오세영" },
    }),
  ),
};
const asked = (name: string, more: Partial<Sight> = {}): Sight => ({
  ...{ name: `inquiries: ${name}`, by: "manager", path: () => "/console/inquiries", before: answers({ inquiries }) },
  ...more,
});

/** What the centre and firms have before them of CEO talks. */
export const talkSights = {
  "/console/talks": [
    page("concerns", "", { before: answers({ concerns }) }),
    page("no concern", "", { before: answers({ concerns: { ...concerns, next: null, concerns: [] } }) }),
  ],
  "/console/talks/new": [page("signing up a firm", "/new", { reach: (on) => button(on, talkWords[on.locale].addConcern).click() })],
  "/console/talks/counts": [
    page("how many concerns", "/counts", {
      before: answers({ "concern-counts": { all: counts, categories: [{ category: "hiring", counts }] } }),
    }),
    page("how many of none", "/counts", { before: answers({ "concern-counts": { all: noCounts, categories: [] } }) }),
  ],
  "/console/talks/:talkId": [
    page("a firm and what it brought", `/${talkId}`, { before: oneTalk }),
    page("giving a concern to somebody", `/${talkId}`, {
      before: oneTalk,
      reach: async (on) => {
        await button(on, talkWords[on.locale].giveAgain).first().click();
        await on.page.locator('[name="/ownerId"]').waitFor();
      },
    }),
    page("answering a concern", `/${talkId}`, {
      before: oneTalk,
      reach: (on) => on.page.getByRole("button", { name: talkWords[on.locale].answer, exact: true }).first().click(),
    }),
    page("deleting a firm", `/${talkId}`, { before: oneTalk, reach: (on) => button(on, talkWords[on.locale].erase).click() }),
  ],
  "/console/talks/:talkId/correction": [
    page("correcting a firm", `/${talkId}/correction`, { before: oneTalkAtVisit }),
    page("correcting what a colleague corrected first", `/${talkId}/correction`, {
      before: changedMeanwhile,
      provokes: /^409 PUT \/api\/office\/talks\//,
      reach: async (on) => {
        await button(on, talkWords[on.locale].save).click();
        await on.page.getByRole("heading", { name: talkWords[on.locale].newerTitle }).waitFor();
      },
    }),
  ],
  "/console/inquiries": [
    asked("what was asked"),
    asked("nothing", { before: answers({ inquiries: { inquiries: [], next: null } }) }),
    asked("an answer", { reach: (on) => button(on, inquiriesWords[on.locale].answer).last().click() }),
  ],
  "/console/employers/:employerId/talks": [
    own("nothing yet", "", { before: answers({ "employers/[^/]+/talks": { talks: [] } }) }),
    own("an answer", "", { before: answers({ "employers/[^/]+/talks": ownTalks }) }),
    own("taking it back", "", {
      before: answers({ "employers/[^/]+/talks": ownTalks }),
      reach: async (on) => {
        await button(on, talkWords[on.locale].withdraw).first().click();
        await on.page.getByRole("dialog").waitFor();
      },
    }),
  ],
  "/console/employers/:employerId/talks/new": [own("signing up", "/new")],
} satisfies Record<string, readonly Sight[]>;
