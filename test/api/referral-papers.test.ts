import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { refusalOf } from "../support/booking.ts";
import { anEnrolment, anId, anOpenVisit, anotherEmployer, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { readPdf } from "../support/read-pdf.ts";
import { registrationOf } from "../support/registrations.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const ofEmployer = "/api/papers/employers/{employerId}/visits/{visitId}" as const;

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
});
afterAll(() => world.close());

/** Somebody to whom the visit's job is proposed; the later it is, the later they answer. */
const aProposal = async (name: string, { visitId, postingId } = visit) => {
  const seeker = await aSeeker(world, visitId, { name });
  const { registrationId } = await registrationOf(world, { visitId } as OpenVisit, seeker);
  const params = { visitId, registrationId };
  const enrolment = anEnrolment({ careers: [{ what: "펌프 조립", years: 12 }], qualifications: "지게차운전기능사" });
  await world.get(`PUT ${here}/enrolment`, { params, body: enrolment }, counsellor);
  const referralId = anId("ref");
  const body = { at: { visitId, postingId }, why: "센터만 아는 까닭" };
  await world.get(`PUT ${here}/referrals/{referralId}`, { params: { ...params, referralId }, body }, counsellor);
  return { seeker, params, referralId };
};
const agree = ({ seeker, referralId }: Awaited<ReturnType<typeof aProposal>>) => {
  const body = { agrees: true, consentVersion: currentConsentVersion.to_employer };
  return must(world.call("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body }, seeker));
};
const takeBack = ({ seeker, referralId }: Awaited<ReturnType<typeof aProposal>>) =>
  must(world.call("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId } }, seeker));
const aReferral = async (name: string, at = visit) => {
  const proposal = await aProposal(name, at);
  await agree(proposal);
  return proposal;
};
const letterOf = (referralId: string, by: Browser) =>
  world.call("GET /api/papers/me/referrals/{referralId}/letter", { params: { referralId } }, by);
const textOf = async (bytes: Uint8Array) => (await readPdf(bytes)).text;

describe("the referral letter", () => {
  test("names whom, to which job of which employer, when and where, and not why; a page of A4 in Korean", async () => {
    const { seeker, params, referralId } = await aReferral("뷁하늘");
    const answer = await letterOf(referralId, seeker);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="referral-letter.pdf"');
    const { text, info, pages, size } = await readPdf(answer.value);
    expect([pages, ...size]).toEqual([1, 210, 297]);
    const [mine] = (await world.get("GET /api/me/referrals", {}, seeker)).referrals;
    if (!mine) throw new Error("There is no referral.");
    const says = ["취업알선장", "뷁하늘", mine.employerNameKo, mine.draft.titleKo, mine.placeNameKo, "펌프 조립 12년", "지게차운전기능사"];
    for (const words of [...says, "2026년 12월 3일(목)", "권도경", "일자리 정류장"]) expect(text).toContain(words);
    expect(text).not.toContain("센터만 아는");
    expect(JSON.stringify(info)).not.toContain("하늘");

    const looked = (await entriesOf(world, "referrals")).length;
    const key = "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter";
    expect(await textOf(await world.get(key, { params: { ...params, referralId } }, counsellor))).toContain("뷁하늘");
    expect(await entriesOf(world, "referrals")).toHaveLength(looked + 1);
  });

  test("is there from the yes to the taking back, for its person alone", async () => {
    const proposal = await aProposal("김하나");
    const other = await aSeeker(world, visit.visitId);
    expect(refusalOf(await letterOf(proposal.referralId, proposal.seeker))).toBe("not-found");
    await agree(proposal);
    expect(await letterOf(proposal.referralId, proposal.seeker)).toMatchObject({ ok: true });
    expect(refusalOf(await letterOf(proposal.referralId, other))).toBe("not-found");
    await takeBack(proposal);
    expect(refusalOf(await letterOf(proposal.referralId, proposal.seeker))).toBe("not-found");
  });
});

describe.for([
  ["referred-list", "알선자 명단"],
  ["result-notice", "채용 결과 통보서"],
] as const)("the %s", ([paper, title]) => {
  test("has who agreed, in order of application, and nobody who has not or took it back; who is seen is logged", async () => {
    const at = await anOpenVisit(world);
    const { visitId, employerId, employer } = at;
    // They are asked in one order, and answer in another.
    const second = await aProposal("둘째인", at);
    const first = await aReferral("첫째인", at);
    world.deps.clock.forward(1);
    await agree(second);
    await aProposal("아직인", at);
    const gone = await aReferral("거둔인", at);
    await takeBack(gone);
    const looked = (await entriesOf(world, "referred")).length;
    const answer = await world.call(`GET ${ofEmployer}/${paper}`, { params: { employerId, visitId } }, employer);
    if (!answer.ok) throw new Error(answer.problem.code);
    const { text, info } = await readPdf(answer.value);
    expect(text).toContain(title);
    expect(text.match(/첫째인|둘째인|아직인|거둔인/g)).toEqual(["첫째인", "둘째인"]);
    expect(info).toMatchObject({ Title: title });
    const entries = await entriesOf(world, "referred");
    expect(entries).toHaveLength(looked + 1);
    expect(entries.at(-1)?.among).toEqual([first.params.registrationId, second.params.registrationId].sort());

    const another = await anotherEmployer(world, at);
    expect(refusalOf(await world.call(`GET ${ofEmployer}/${paper}`, { params: { employerId, visitId } }, another.employer))).toBe(
      "not-found",
    );
  });

  test("goes on over as many pages as it takes, each name once", async () => {
    const at = await anOpenVisit(world);
    const names = Array.from({ length: 24 }, (_, i) => `사람${String(i).padStart(2, "0")}`);
    for (const name of names) await aReferral(name, at);
    const { visitId, employerId, employer } = at;
    const answer = await world.get(`GET ${ofEmployer}/${paper}`, { params: { employerId, visitId } }, employer);
    const { text, pages } = await readPdf(answer);
    expect(pages).toBeGreaterThan(1);
    // Its head stands above each part of it.
    expect(text.match(/모집 직무/g)).toHaveLength(pages);
    expect([...(text.match(/사람\d\d/g) ?? [])].sort()).toEqual(names);
  });
});
