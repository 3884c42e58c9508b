import type { Page } from "playwright-core";
import { certificateWords } from "../../shared/copy/pages-certificates.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { button, field, type Speaking } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

const place = {
  ...{ visitId: "vis_00000000000000000000000000", placeNameKo: "강서구청 앞", placeNameEn: "In front of Gangseo-gu Office" },
  roadAddress: "서울특별시 강서구 화곡로 302",
};
const interview = {
  ...{ ...place, kind: "interview", subjectId: "bkg_00000000000000000000000000", consultationKind: null, channel: null },
  ...{ startsAt: "2026-11-25T23:00:00.000Z", endsAt: "2026-11-25T23:20:00.000Z" },
  ...{ employerNameKo: "(주)가람테크", employerNameEn: "Garam Tech", jobTitleKo: "펌프 부품 조립원", jobTitleEn: "Pump part assembler" },
};
const talk = {
  ...{ ...place, kind: "counselling", subjectId: "con_00000000000000000000000000", consultationKind: "resume", channel: "onsite" },
  ...{ startsAt: "2026-11-26T00:10:00.000Z", endsAt: null, employerNameKo: null, employerNameEn: null, jobTitleKo: null, jobTitleEn: null },
};
const issued = { code: "7K3M9QXA2B4C8DEF", issuedAt: "2026-11-26T00:30:00.000Z", isOutdated: false, revoked: null };
const revoked = { at: "2026-11-26T00:50:00.000Z", reason: "다른 사람의 이름으로 발급되었습니다", mayRenew: true };
const certificates = {
  name: "김하늘",
  certificates: [
    { ...talk, issued: null },
    { ...interview, issued: { ...issued, isOutdated: true } },
    { ...talk, subjectId: "con_00000000000000000000000001", issued: { ...issued, revoked } },
    { ...talk, subjectId: "con_00000000000000000000000002", issued },
  ],
};

const haveCertificates = async (page: Page): Promise<void> => {
  await page.route("**/api/papers/**/certificates", (route) => route.fulfill({ json: certificates }));
};
const haveNone = async (page: Page): Promise<void> => {
  await page.route("**/api/papers/**/certificates", (route) => route.fulfill({ json: { name: "김하늘", certificates: [] } }));
};

const canThemselves = async (page: Page): Promise<void> => {
  const json = { status: 409, code: "can-do-it-themselves", title: "-", detail: "-" };
  await page.route("**/api/papers/**/certificates", (route) =>
    route.fulfill({ status: 409, contentType: "application/problem+json", json }),
  );
};

const verified = async (page: Page): Promise<void> => {
  const { subjectId: _, visitId: __, ...facts } = interview;
  const json = { standing: "valid", ...facts, maskedName: "김○늘", issuedAt: issued.issuedAt };
  await page.route("**/api/papers/verifications", (route) => route.fulfill({ json }));
};

const ended =
  (standing: "replaced" | "revoked") =>
  async (page: Page): Promise<void> => {
    const json = { standing, since: "2026-11-26T00:50:00.000Z" };
    await page.route("**/api/papers/verifications", (route) => route.fulfill({ json }));
  };

const answeredUnknown = async ({ page, locale }: Speaking): Promise<void> => {
  await page.getByText(problemWords["certificate-unknown"][locale].title).waitFor();
};

/** Of somebody who was given one. */
export const verifySights: readonly Sight[] = [
  { name: "a certificate to be checked", by: "nobody", path: () => "/verify" },
  {
    name: "a certificate that is true",
    ...{ by: "nobody", path: () => `/verify#${issued.code}`, before: verified },
    reach: (on) => button(on, certificateWords[on.locale].other).waitFor(),
  },
  ...(["replaced", "revoked"] as const).map(
    (standing): Sight => ({
      name: `a certificate that was ${standing}`,
      ...{ by: "nobody", path: () => `/verify#${issued.code}`, before: ended(standing) },
      reach: (on) => button(on, certificateWords[on.locale].other).waitFor(),
    }),
  ),
  {
    name: "a certificate that nobody issued",
    ...{ by: "nobody", path: () => "/verify", provokes: /^404 POST \/api\/papers\/verifications/ },
    reach: async (on) => {
      await field(on, certificateWords[on.locale].code).fill("7K3M 9QXA 2B4C 8DEF");
      await button(on, certificateWords[on.locale].verify).click();
      await answeredUnknown(on);
    },
  },
];

const of = (who: Pick<Sight, "by" | "path">) => ({ ...who, before: haveCertificates });
const seesList = (on: Speaking) => button(on, certificateWords[on.locale].more).waitFor();

export const ownCertificateSights: readonly Sight[] = [
  { name: "my page, with certificates", ...of({ by: "seeker", path: () => "/my" }), reach: seesList },
];

export const helpedCertificateSights = (who: Pick<Sight, "by" | "path">): readonly Sight[] => [
  { name: "certificates for somebody", ...of(who), reach: seesList },
  {
    ...{ name: "nothing to certify for somebody", ...who, before: haveNone },
    reach: (on) => on.page.getByText(certificateWords[on.locale].staffNone).waitFor(),
  },
  {
    ...{
      name: "a certificate to be made invalid, of who makes them alone",
      ...who,
      before: canThemselves,
      provokes: /^(409 GET|422 POST) \/api\/papers\//,
    },
    reach: async (on) => {
      await button(on, certificateWords[on.locale].revoke).click();
      await on.page.getByRole("alert").waitFor();
    },
  },
];
