import type { Page, Route } from "playwright-core";
import type { MyRegistration } from "../../shared/contract/bookings.ts";
import type { CallBoard } from "../../shared/contract/check-in.ts";
import type { VisitKiosks } from "../../shared/contract/kiosk.ts";
import type { MyExport } from "../../shared/contract/my-data.ts";
import type { PublicVisitDetail } from "../../shared/contract/public.ts";
import type { Me } from "../../shared/contract/sign-in.ts";
import type { VisitDay } from "../../shared/contract/staff.ts";
import type { VisitTables } from "../../shared/contract/table.ts";
import { enrolmentWords } from "../../shared/copy/enrolment.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { employerWords } from "../../shared/copy/pages-employer.ts";
import { applicantWords } from "../../shared/copy/pages-employer-applicants.ts";
import { timesWords } from "../../shared/copy/pages-employer-times.ts";
import { kioskWords } from "../../shared/copy/pages-kiosk.ts";
import { managerWords } from "../../shared/copy/pages-manager.ts";
import { accessLogWords } from "../../shared/copy/pages-manager-access.ts";
import { approvalWords } from "../../shared/copy/pages-manager-approvals.ts";
import { centreTimesWords } from "../../shared/copy/pages-manager-centre-times.ts";
import { connectionWords } from "../../shared/copy/pages-manager-connections.ts";
import { incidentWords } from "../../shared/copy/pages-manager-incidents.ts";
import { partnerListWords } from "../../shared/copy/pages-manager-partners.ts";
import { planWords } from "../../shared/copy/pages-manager-plan.ts";
import { membersWords } from "../../shared/copy/pages-members.ts";
import { postingWords } from "../../shared/copy/pages-postings.ts";
import { accessWords } from "../../shared/copy/pages-seeker/access.ts";
import { addressWords } from "../../shared/copy/pages-seeker/address.ts";
import { boardWords } from "../../shared/copy/pages-seeker/board.ts";
import { bookingWords } from "../../shared/copy/pages-seeker/booking.ts";
import { myEnrolmentWords } from "../../shared/copy/pages-seeker/enrolment.ts";
import { inquiryWords } from "../../shared/copy/pages-seeker/inquiry.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { myDataWords } from "../../shared/copy/pages-seeker/my-data.ts";
import { proveAddressWords } from "../../shared/copy/pages-seeker/prove-address.ts";
import { sayResultWords } from "../../shared/copy/pages-seeker/say-result.ts";
import { supportWords } from "../../shared/copy/pages-seeker/support.ts";
import { visitWords } from "../../shared/copy/pages-seeker/visit.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffAddressWords } from "../../shared/copy/pages-staff-address.ts";
import { staffAnywhereWords } from "../../shared/copy/pages-staff-anywhere.ts";
import { staffAptitudeWords } from "../../shared/copy/pages-staff-aptitude.ts";
import { staffCallsWords } from "../../shared/copy/pages-staff-calls.ts";
import { staffCareWords } from "../../shared/copy/pages-staff-care.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { staffDesksWords } from "../../shared/copy/pages-staff-desks.ts";
import { staffFindWords } from "../../shared/copy/pages-staff-find.ts";
import { staffNotesWords } from "../../shared/copy/pages-staff-notes.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { staffOwnDataWords } from "../../shared/copy/pages-staff-own-data.ts";
import { staffPeopleWords } from "../../shared/copy/pages-staff-people.ts";
import { staffQueueWords } from "../../shared/copy/pages-staff-queue.ts";
import { staffReconcileWords } from "../../shared/copy/pages-staff-reconcile.ts";
import { staffReferralWords } from "../../shared/copy/pages-staff-referrals.ts";
import { staffResultsWords } from "../../shared/copy/pages-staff-results.ts";
import { samePeopleWords } from "../../shared/copy/pages-staff-same-people.ts";
import { staffSupportWords } from "../../shared/copy/pages-staff-support.ts";
import { staffTablesWords } from "../../shared/copy/pages-staff-tables.ts";
import { tableWords } from "../../shared/copy/pages-table.ts";
import { partnerWords } from "../../shared/copy/partners.ts";
import { postingFactWords } from "../../shared/copy/posting-facts.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { signInWords } from "../../shared/copy/sign-in.ts";
import { signInsWords } from "../../shared/copy/sign-ins.ts";
import { statisticsWords } from "../../shared/copy/statistics.ts";
import { uiWords } from "../../shared/copy/ui.ts";
import { verdictWords } from "../../shared/copy/verdicts.ts";
import { Application } from "../../shared/domain/application.ts";
import { Booking } from "../../shared/domain/booking.ts";
import { doubts } from "../../shared/domain/event-doubt.ts";
import { AccountId, PairingId } from "../../shared/domain/ids.ts";
import { UndeliveredState } from "../../shared/domain/mail.ts";
import { firstPartners } from "../../shared/domain/partner.ts";
import { Instant, LocalTime } from "../../shared/domain/seoul-time.ts";
import { ApplicationState } from "../../shared/domain/states.ts";
import { Timetable } from "../../shared/domain/timetable.ts";
import { WaitlistEntry } from "../../shared/domain/waitlist.ts";
import type { PageName } from "../../web/src/seeker/site.ts";
import { aDraft, anId } from "../support/builders.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import {
  affected,
  allConsents,
  aMonth,
  closedIncident,
  destroyedRows,
  differentPair,
  everyRow,
  handedOut,
  helpedSupport,
  lateIncident,
  months,
  mySignIns,
  mySupport,
  openIncident,
  samePairs,
  seenBy,
  supportConsents,
} from "./access.ts";
import { foundAnywhere } from "./anywhere.ts";
import { aRegister, someTests } from "./aptitude.ts";
import { helpedCertificateSights, ownCertificateSights, verifySights } from "./certificates.ts";
import { connectionSights } from "./connections.ts";
import { leadSights } from "./leads.ts";
import { refusedNotes, somePartnerLinks } from "./notes.ts";
import { calendarSights, planningSights } from "./planning.ts";
import { aPlanAnswer, planIdOfAnswers } from "./plans.ts";
import { anEnrolmentOf, everyReferral, referredPeople, someMatches } from "./referral-answers.ts";
import { reportSights } from "./reports.ts";
import type { Season, Visitor } from "./season.ts";
import { accountSights, membersSights, secondStepSights } from "./second-step.ts";
import { aTableDay, aTableProfile, employersTimes } from "./table.ts";
import { talkSights } from "./talks.ts";

/** A page as somebody has it before them. */
export type Sight = {
  name: string;
  by: Visitor;
  path: (season: Season) => string;
  /** Before the page is opened: what the network will do to it. */
  before?: (page: Page) => Promise<void>;
  /** From the opened page to the state that is meant. */
  reach?: (on: Speaking, season: Season) => Promise<void>;
  /** Trouble that belongs to it, as `"409 PUT /api/me/…"`. */
  provokes?: RegExp;
  /** One page for both languages: where the address does not tell which one the reader speaks. */
  inBoth?: boolean;
};

/** The answer of the API, changed on its way. */
const change = async <Body>(page: Page, pattern: string | RegExp, how: (body: Body) => void): Promise<void> => {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Body;
    how(body);
    await route.fulfill({ response, json: body });
  });
};

const cancelVisit = (page: Page) =>
  change<PublicVisitDetail>(page, /\/api\/public\/visits\/vis_[^/]+$/, (detail) => {
    detail.visit.state = "cancelled";
  });

/** One job full, one screened, one with times kept for the day; and the centre's own times. */
const everyKindOfTime = (page: Page) =>
  change<{ timetables: Timetable[] }>(page, "**/api/public/visits/*/slots", (answer) => {
    const [full, screened, walkIn] = answer.timetables;
    if (full) full.mode = "open";
    for (const time of full?.times ?? []) time.free = 0;
    if (screened) screened.mode = "screened";
    if (walkIn) walkIn.mode = "walk_in";
    answer.timetables.push(
      ...(["resume", "aptitude"] as const).map((service, i) =>
        Timetable.parse({
          ...{
            slotRequestId: `srq_0000000000000000000000000${i}`,
            kind: i === 0 ? "counselling" : "aptitude",
            mode: "open",
            postingId: null,
          },
          ...{
            service,
            minutes: 30,
            seats: 1,
            times: [
              { no: "00", at: "10:00", free: i },
              { no: "01", at: "11:00", free: 0 },
            ],
          },
        }),
      ),
    );
  });

/** Whoever is not coming after all. */
const tookBack = (page: Page) =>
  change<{ registrations: MyRegistration[] }>(page, "**/api/me/registrations", ({ registrations }) => {
    for (const registration of registrations) registration.withdrawnAt = registration.registeredAt;
  });

/** The interview of this morning, and what somebody said of it. */
const wasInterviewed = (page: Page) =>
  change<{ registrations: MyRegistration[] }>(page, "**/api/me/registrations", ({ registrations }) => {
    const own = registrations.flatMap(({ bookings }) => bookings).find(({ booking }) => booking.employerId);
    if (!own) throw new Error("The seeker has no interview.");
    Object.assign(own.booking, { startsAt: "2026-11-25T23:00:00.000Z", endsAt: "2026-11-25T23:20:00.000Z" });
    own.saidResult = "waiting";
  });

/** Somebody who has, waits and applied for everything there is. */
const everyKindOfMine = (page: Page) =>
  change<{ registrations: MyRegistration[] }>(page, "**/api/me/registrations", ({ registrations }) => {
    const mine = registrations.find(({ bookings }) => bookings.length > 0);
    const [own] = mine?.bookings ?? [];
    if (!mine || !own?.booking.employerId || !own.booking.postingId) throw new Error("The seeker has no interview.");
    const { deskLabel, booking, ...names } = own;
    const { employerId, postingId, slotId, startsAt, endsAt } = own.booking;
    const appliedAt = mine.registeredAt;
    const id = <Prefix extends string>(prefix: Prefix, last: number) => `${prefix}_0000000000000000000000000${last}`;
    mine.waits.push(
      {
        entry: WaitlistEntry.parse({
          ...{ waitId: id("wai", 1), list: postingId, appliedAt, passed: [] },
          offer: { offerId: id("off", 1), slotId, startsAt, endsAt, offeredAt: appliedAt, holdUntil: "2026-11-26T05:00:00.000Z" },
        }),
        place: 1,
        ...names,
      },
      {
        entry: WaitlistEntry.parse({ waitId: id("wai", 2), list: "aptitude", appliedAt, passed: [] }),
        ...{ place: 3, employerNameKo: null, employerNameEn: null, postingTitleKo: null, postingTitleEn: null },
      },
    );
    const consent = { version: "2026-11", textHash: "", locale: "ko", channel: "web" };
    const summary = { wishedJob: "포장", years: 0, experience: "포장" };
    for (const [i, state] of ApplicationState.options.entries())
      mine.applications.push({
        application: Application.parse({
          ...{ applicationId: id("apl", i), employerId, postingId, state, summary, consent, appliedAt },
          decidedAt: state === "applied" ? null : appliedAt,
        }),
        ...names,
      });
    for (const [i, state] of (["cancelled_by_centre", "rebooked"] as const).entries())
      mine.bookings.push({
        ...own,
        booking: Booking.parse({
          ...{ ...booking, bookingId: id("bkg", i), state, reason: "기업 사정" },
          ...(state === "rebooked" && { rebookedTo: mine.visit.visitId }),
        }),
      });
  });

/** Somebody called, somebody served, some waiting and one missed. */
const aBusyBoard = (page: Page) =>
  change<CallBoard>(page, "**/api/public/visits/*/board", ({ desks: [first, second] }) => {
    if (!first || !second) throw new Error("The visit has fewer than two desks.");
    const waiting = (["A-013", "A-014", "7K3M", "A-015", "A-016"] as const).map((label, i) => ({
      label,
      about: LocalTime.parse(`1${i}:30`),
    }));
    Object.assign(first, { serving: "A-011", called: [{ label: "A-012", calls: 2 }], waiting, missed: ["B-002"] });
    Object.assign(second, { serving: "9QXA", called: [], waiting: [], missed: [] });
  });
/** One answer, and none after it. */
const lostBoard = async (page: Page) => {
  let isFirst = true;
  await page.route("**/api/public/visits/*/board", (route) => {
    const goesOn = isFirst;
    isFirst = false;
    return goesOn ? route.continue() : route.abort();
  });
};

/** A kiosk whose every registration is taken, or whose connection is over. */
const kiosk = (isOver: boolean) => async (page: Page) => {
  await page.route("**/api/kiosk/pairing", (route) => route.fulfill({ json: { visitId: "vis_00000000000000000000000000" } }));
  const over = { type: "urn:jobstop:problem:pairing-needed", title: "", status: 401, code: "pairing-needed", detail: "" };
  await page.route("**/api/kiosk/registrations/**", (route) =>
    isOver ? route.fulfill({ status: 401, json: over }) : route.fulfill({ status: 204 }),
  );
};
/** Its form, filled in: the last press is left. */
const atKiosk = async (on: Speaking) => {
  const [words, asked] = [kioskWords[on.locale], bookingWords[on.locale]];
  await button(on, words.pair).click();
  await button(on, words.start).click();
  await field(on, asked.name).fill("김순자");
  await field(on, asked.birthYear).fill("1961");
};
const aKiosk = { by: "nobody" as const, path: () => "/kiosk#7K3M9QXA", before: kiosk(false) };

const paired = async (page: Page) => {
  await page.route("**/api/table/day", (route) => route.fulfill({ json: aTableDay }));
  await page.route("**/api/table/people/**", (route) => route.fulfill({ json: aTableProfile }));
};

const heads = (words: (locale: Speaking["locale"]) => string) => (on: Speaking) => heading(on, words(on.locale)).waitFor();

/** A refusal as the API words it; its words are not shown. */
/** A code is on its way to another address. */
const codeOnItsWay = async (page: Page): Promise<void> => {
  await page.route("**/api/me/address-challenges", (route) => route.fulfill({ status: 202, json: { minutes: 10 } }));
};
const asksForAddress = async (on: Speaking): Promise<void> => {
  await on.page.getByRole("textbox").fill("new@example.com");
  await button(on, addressWords[on.locale].send).click();
};
/** The address belongs to another registration, said in the reader's language. */
const takenAddress = (route: Route): Promise<void> => {
  const isEnglish = route.request().headers()["accept-language"]?.startsWith("en");
  const words = problemWords["address-taken"][isEnglish ? "en" : "ko"];
  const json = { type: "urn:jobstop:problem:address-taken", status: 409, code: "address-taken", ...words };
  return route.fulfill({ status: 409, contentType: "application/problem+json", json });
};

/** Signed in with an address that staff wrote down. */
const notProven = async (page: Page): Promise<void> => {
  const me = { accountId: "acc_00000000000000000000000001", mail: "hana@example.com", person: null, isUnproven: true };
  const rights = { employers: [], staffRoles: [], visitRoles: [], secondStep: "none" };
  await page.route("**/api/me", (route) => route.fulfill({ json: { ...me, ...rights } }));
};
/** A year of birth is answered with this refusal, in the reader's language. */
const answersYear = (code: "wrong-birth-year" | "address-refused", status: number) => async (page: Page) => {
  await notProven(page);
  await page.route("**/api/me/address-proof", (route) => {
    const isEnglish = route.request().headers()["accept-language"]?.startsWith("en");
    const json = { type: `urn:jobstop:problem:${code}`, status, code, ...problemWords[code][isEnglish ? "en" : "ko"] };
    return route.fulfill({ status, contentType: "application/problem+json", json });
  });
};
const saysYear = async (on: Speaking): Promise<void> => {
  await field(on, proveAddressWords[on.locale].year).fill("1961");
  await button(on, proveAddressWords[on.locale].send).click();
};

const freshNeeded = { type: "urn:jobstop:problem:fresh-sign-in-needed", title: "", status: 403, code: "fresh-sign-in-needed", detail: "" };

/** Pages of the seekers, by name: the compiler asks for each. */
export const seekerSights: Record<PageName, readonly Sight[]> = {
  visits: [{ name: "the visits", by: "nobody", path: () => "/" }],
  calendar: calendarSights,
  verify: verifySights,
  visit: [
    { name: "a visit that can be booked", by: "nobody", path: ({ next }) => `/visits/${next}` },
    {
      name: "a visit, with all that its first posting says",
      by: "nobody",
      path: ({ next }) => `/visits/${next}`,
      reach: async (on) => {
        await on.page.getByText(visitWords[on.locale].moreFacts, { exact: true }).first().click();
        await on.page.getByText(postingFactWords[on.locale].insurance, { exact: true }).first().waitFor();
      },
    },
    { name: "a visit whose online booking has closed, by somebody registered", by: "seeker", path: ({ today }) => `/visits/${today}` },
    { name: "a visit that is only planned", by: "nobody", path: ({ planned }) => `/visits/${planned}` },
    {
      name: "a visit that does not exist",
      by: "nobody",
      path: () => "/visits/vis_00000000000000000000000000",
      provokes: /^404 GET \/api\/public\/visits/,
    },
    { name: "a time that does not exist", by: "nobody", path: ({ next }) => `/visits/${next}?slot=nothing` },
    {
      name: "booking, step 1: signing in",
      by: "nobody",
      path: ({ next, freeSlot }) => `/visits/${next}?slot=${freeSlot}`,
      reach: heads((locale) => bookingWords[locale].signIn),
    },
    {
      name: "booking, step 2: who comes",
      by: "newcomer",
      path: ({ next, freeSlot }) => `/visits/${next}?slot=${freeSlot}`,
      reach: heads((locale) => bookingWords[locale].register),
    },
    {
      name: "booking, step 3: consent",
      by: "registered",
      path: ({ next, freeSlot }) => `/visits/${next}?slot=${freeSlot}`,
      reach: heads((locale) => bookingWords[locale].confirmTitles.book),
    },
    {
      name: "booking, step 4: done",
      by: "seeker",
      path: ({ today, ownSlot }) => `/visits/${today}?slot=${ownSlot}`,
      reach: heads((locale) => bookingWords[locale].doneTitles.book),
    },
    {
      name: "registering to come",
      by: "newcomer",
      path: ({ next }) => `/visits/${next}?register`,
      reach: heads((locale) => bookingWords[locale].register),
    },
    {
      name: "registered to come",
      by: "registered",
      path: ({ next }) => `/visits/${next}?register`,
      reach: heads((locale) => bookingWords[locale].doneTitles.come),
    },
    {
      name: "waiting for any time of a job",
      by: "registered",
      path: ({ next, postingAhead }) => `/visits/${next}?wait=${postingAhead}`,
      reach: heads((locale) => bookingWords[locale].confirmTitles.wait),
    },
    {
      name: "waiting for a service of the centre",
      by: "registered",
      path: ({ next }) => `/visits/${next}?wait=aptitude`,
      reach: heads((locale) => bookingWords[locale].confirmTitles.wait),
    },
    {
      name: "applying for an interview",
      by: "registered",
      path: ({ next, postingAhead }) => `/visits/${next}?apply=${postingAhead}`,
      reach: heads((locale) => bookingWords[locale].confirmTitles.apply),
    },
    { name: "a visit that is cancelled", by: "nobody", path: ({ next }) => `/visits/${next}`, before: cancelVisit },
    {
      name: "a visit with every kind of time",
      by: "nobody",
      path: ({ next }) => `/visits/${next}`,
      before: everyKindOfTime,
      reach: async (on) => {
        const words = visitWords[on.locale];
        await heading(on, words.centreTitle).waitFor();
        for (const summary of await on.page.locator("summary").all()) await summary.click();
        await heading(on, words.screenedTitle).first().waitFor();
        await heading(on, words.allFull).first().waitFor();
      },
    },
    {
      name: "a time that somebody else has",
      by: "registered",
      path: ({ next, fullSlot }) => `/visits/${next}?slot=${fullSlot}`,
      provokes: /^409 PUT /,
      reach: async (on) => {
        await on.page.getByRole("checkbox").check();
        await button(on, bookingWords[on.locale].confirmNow.book).click();
        await heading(on, bookingWords[on.locale].othersTitle).waitFor();
      },
    },
  ],
  mine: [
    { name: "my page, not signed in", by: "nobody", path: () => "/my" },
    ...ownCertificateSights,
    {
      name: "my page, with jobs proposed to me",
      ...{ by: "seeker", path: () => "/my", before: (page) => answer("**/api/me/referrals", { referrals: everyReferral })(page) },
      reach: heads((locale) => myEnrolmentWords[locale].proposalsTitle),
    },
    { name: "my page, empty", by: "newcomer", path: () => "/my", reach: (on) => on.page.getByText(mineWords[on.locale].none).waitFor() },
    {
      name: "my page, whose address staff wrote down",
      by: "seeker",
      path: () => "/my",
      before: notProven,
      reach: heads((locale) => proveAddressWords[locale].title),
    },
    {
      name: "my page, the wrong year of birth",
      by: "seeker",
      path: () => "/my",
      before: answersYear("wrong-birth-year", 422),
      provokes: /^422 POST \/api\/me\/address-proof/,
      reach: async (on) => {
        await saysYear(on);
        await sees(on, problemWords["wrong-birth-year"][on.locale].title);
      },
    },
    {
      name: "my page, the wrong year of birth for the last time",
      by: "seeker",
      path: () => "/my",
      before: answersYear("address-refused", 409),
      provokes: /^409 POST \/api\/me\/address-proof/,
      reach: async (on) => {
        await saysYear(on);
        await sees(on, problemWords["address-refused"][on.locale].title);
      },
    },
    { name: "my page, on the day", by: "seeker", path: () => "/my", reach: (on) => button(on, mineWords[on.locale].iWillCome).waitFor() },
    {
      name: "my page, about to cancel",
      by: "seeker",
      path: () => "/my",
      reach: async (on) => {
        await on.page.getByRole("button", { name: mineWords[on.locale].cancel }).first().click();
        await on.page.getByRole("dialog", { name: mineWords[on.locale].cancelTitle }).waitFor();
      },
    },
    {
      name: "my page, with an offered seat, lists, applications and changes by the centre",
      by: "seeker",
      path: () => "/my",
      before: everyKindOfMine,
      reach: heads((locale) => mineWords[locale].offerTitle),
    },
    {
      name: "my page, saying what came of an interview",
      by: "seeker",
      path: () => "/my",
      before: wasInterviewed,
      reach: (on) => button(on, sayResultWords[on.locale].answers.hired).waitFor(),
    },
    {
      name: "changing a time, choosing",
      by: "seeker",
      path: ({ ownBooking }) => `/my?move=${ownBooking}`,
      reach: heads((locale) => mineWords[locale].moveTitle),
    },
    {
      name: "changing a time, confirming",
      by: "seeker",
      path: ({ ownBooking, otherSlot }) => `/my?move=${ownBooking}&to=${otherSlot}`,
      reach: heads((locale) => mineWords[locale].moveConfirmTitle),
    },
    {
      name: "not coming after all, with all that is given up",
      by: "seeker",
      path: ({ today }) => `/my?withdraw=${today}`,
      before: everyKindOfMine,
      reach: heads((locale) => mineWords[locale].giveUpTitle),
    },
    {
      name: "my page, with a registration that I took back",
      by: "seeker",
      path: () => "/my",
      before: tookBack,
      reach: (on) => sees(on, mineWords[on.locale].gaveUp),
    },
    {
      name: "correcting my details",
      by: "registered",
      path: () => "/my?details",
      reach: heads((locale) => mineWords[locale].detailsTitle),
    },
  ],
  "my-data": [
    { name: "my data, not signed in", by: "nobody", path: () => "/my/data" },
    {
      name: "my data, of somebody who never registered",
      by: "newcomer",
      path: () => "/my/data",
      reach: (on) => on.page.getByText(myDataWords[on.locale].nothingYet).waitFor(),
    },
    {
      name: "my data, with everything open",
      by: "seeker",
      path: () => "/my/data",
      reach: async (on) => {
        await heading(on, myDataWords[on.locale].keptTitle).waitFor();
        for (const summary of await on.page.locator("summary").all()) await summary.click();
      },
    },
    {
      name: "my data, about to take a consent back",
      by: "seeker",
      path: () => "/my/data",
      reach: async (on) => {
        await on.page.getByRole("button", { name: myDataWords[on.locale].withdraw }).first().click();
        await on.page.getByRole("dialog", { name: myDataWords[on.locale].withdrawTitle }).waitFor();
      },
    },
    {
      name: "my data, correcting",
      by: "seeker",
      path: () => "/my/data?details",
      reach: heads((locale) => myDataWords[locale].correctTitle),
    },
    {
      name: "what I look for, nothing yet",
      ...{ by: "seeker", path: () => "/my/data?enrolment" },
      reach: heads((locale) => myEnrolmentWords[locale].write),
    },
    {
      name: "what I look for, its time over",
      ...{ by: "seeker", path: () => "/my/data?enrolment" },
      before: (page) =>
        answer("**/api/me/enrolment", { enrolment: anEnrolmentOf({ standing: "expired", validUntil: "2026-11-20" }) })(page),
      reach: (on) => button(on, myEnrolmentWords[on.locale].renew).waitFor(),
    },
    {
      name: "what I give for statistics, nothing yet",
      ...{ by: "seeker", path: () => "/my/data?statistics" },
      provokes: /^422 PUT .*statistics/,
      reach: async (on) => {
        await button(on, statisticsWords[on.locale].save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
    {
      name: "what I give for statistics, given",
      ...{ by: "seeker", path: () => "/my/data?statistics" },
      before: (page) => answer("**/api/me/statistics", { statistics: { sex: "female", education: "03" } })(page),
      reach: (on) => button(on, statisticsWords[on.locale].takeBack).waitFor(),
    },
    {
      name: "my address, another one",
      by: "seeker",
      path: () => "/my/data?address",
      reach: (on) => button(on, addressWords[on.locale].send).waitFor(),
    },
    {
      name: "my address, a code at the one of now first",
      by: "seeker",
      path: () => "/my/data?address",
      before: async (page) => {
        await page.route("**/api/me/address-challenges", (route) =>
          route.fulfill({ status: 403, contentType: "application/problem+json", json: freshNeeded }),
        );
      },
      provokes: /^403 POST \/api\/me\/address-challenges/,
      reach: async (on) => {
        await asksForAddress(on);
        await heading(on, addressWords[on.locale].freshTitle).waitFor();
      },
    },
    {
      name: "my address, the code from the new one",
      by: "seeker",
      path: () => "/my/data?address",
      before: codeOnItsWay,
      reach: async (on) => {
        await asksForAddress(on);
        await button(on, addressWords[on.locale].save).waitFor();
      },
    },
    {
      name: "my address, of another registration",
      by: "seeker",
      path: () => "/my/data?address",
      before: async (page) => {
        await codeOnItsWay(page);
        await page.route("**/api/me/address", takenAddress);
      },
      provokes: /^409 PUT \/api\/me\/address/,
      reach: async (on) => {
        await asksForAddress(on);
        await on.page.getByRole("textbox").fill("123456");
        await button(on, addressWords[on.locale].save).click();
        await sees(on, problemWords["address-taken"][on.locale].title);
      },
    },
    {
      name: "my address, changed",
      by: "seeker",
      path: () => "/my/data?address",
      before: async (page) => {
        await codeOnItsWay(page);
        await page.route("**/api/me/address", (route) => route.fulfill({ status: 204 }));
      },
      reach: async (on) => {
        await asksForAddress(on);
        await on.page.getByRole("textbox").fill("123456");
        await button(on, addressWords[on.locale].save).click();
        await sees(on, addressWords[on.locale].changed);
      },
    },
    {
      name: "who saw my data, nobody yet",
      by: "newcomer",
      path: () => "/my/data?access",
      reach: (on) => on.page.getByText(accessWords[on.locale].none).waitFor(),
    },
    {
      name: "who saw my data",
      by: "seeker",
      path: () => "/my/data?access",
      before: (page) => answer("**/api/me/access-log", { rows: seenBy, next: "2026-11-26T00:00:00.000Z#x" })(page),
      reach: (on) => button(on, accessWords[on.locale].more).waitFor(),
    },
    {
      name: "my data, with everything agreed to for what I need",
      by: "seeker",
      path: () => "/my/data",
      before: (page) => change<MyExport>(page, "**/api/me/export", ({ consents }) => consents.support.push(...supportConsents)),
      reach: (on) => link(on, supportWords[on.locale].changeNeeds).waitFor(),
    },
    {
      name: "my data, all of it to read or print",
      by: "seeker",
      path: () => "/my/data?copy",
      before: (page) => change<MyExport>(page, "**/api/me/export", ({ consents }) => consents.support.push(...supportConsents)),
      reach: (on) => button(on, myDataWords[on.locale].print).waitFor(),
    },
    {
      name: "where I am signed in",
      by: "seeker",
      path: () => "/my/data?sign-ins",
      before: (page) => answer("**/api/me/sign-ins", { signIns: mySignIns })(page),
      reach: (on) => button(on, signInsWords[on.locale].endOthers).waitFor(),
    },
    {
      name: "what I need, and what an employer may know",
      by: "seeker",
      path: () => "/my/data?needs",
      before: (page) => answer("**/api/me/support", mySupport)(page),
      reach: async (on) => {
        await button(on, supportWords[on.locale].share).first().click();
        await button(on, supportWords[on.locale].cancel).waitFor();
      },
    },
    {
      name: "what I need, nothing said yet",
      by: "seeker",
      path: () => "/my/data?needs",
      reach: heads((locale) => supportWords[locale].title),
    },
    {
      name: "groups",
      by: "seeker",
      path: () => "/my/data?groups",
      reach: heads((locale) => supportWords[locale].groupsTitle),
    },
    {
      name: "my data, deleting: what it means",
      by: "seeker",
      path: () => "/my/data?erase",
      reach: heads((locale) => myDataWords[locale].eraseScreenTitle),
    },
    {
      name: "my data, deleting: sure",
      by: "seeker",
      path: () => "/my/data?erase",
      reach: async (on) => {
        await button(on, myDataWords[on.locale].eraseNext).click();
        await heading(on, myDataWords[on.locale].eraseSure).waitFor();
      },
    },
    {
      name: "my data, deleting: a code once more",
      by: "seeker",
      path: () => "/my/data?erase",
      before: async (page) => {
        await page.route("**/api/me/erasure", (route) =>
          route.fulfill({ status: 403, contentType: "application/problem+json", json: freshNeeded }),
        );
      },
      provokes: /^403 POST \/api\/me\/erasure/,
      reach: async (on) => {
        await button(on, myDataWords[on.locale].eraseNext).click();
        await button(on, myDataWords[on.locale].eraseNow).click();
        await heading(on, myDataWords[on.locale].eraseFresh).waitFor();
      },
    },
    {
      name: "my data, deleted",
      by: "seeker",
      path: () => "/my/data?erase",
      before: async (page) => {
        await page.route("**/api/me/erasure", (route) => route.fulfill({ json: { lockedUntil: "2027-11-26" } }));
      },
      reach: async (on) => {
        await button(on, myDataWords[on.locale].eraseNext).click();
        await button(on, myDataWords[on.locale].eraseNow).click();
        await heading(on, myDataWords[on.locale].gone).waitFor();
      },
    },
  ],
  ticket: [
    {
      name: "the ticket",
      by: "seeker",
      path: ({ today }) => `/my/ticket?visit=${today}`,
      reach: (on) => on.page.getByRole("img", { name: mineWords[on.locale].ticketImage }).waitFor(),
    },
    { name: "the ticket, not signed in", by: "nobody", path: ({ today }) => `/my/ticket?visit=${today}`, provokes: /^401 GET \/api\/me\// },
    {
      name: "the ticket of a registration that was taken back",
      by: "seeker",
      path: ({ today }) => `/my/ticket?visit=${today}`,
      before: async (page) => {
        const code = "registration-withdrawn";
        const problem = { type: `urn:jobstop:problem:${code}`, title: "409", status: 409, code, detail: "409" };
        await page.route("**/api/me/visits/*/ticket", (route) =>
          route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem) }),
        );
      },
      provokes: /^409 GET /,
      reach: (on) => sees(on, mineWords[on.locale].gaveUpTicket),
    },
    {
      name: "no ticket",
      by: "newcomer",
      path: ({ today }) => `/my/ticket?visit=${today}`,
      provokes: /^404 GET \/api\/me\//,
      reach: (on) => on.page.getByText(mineWords[on.locale].noTicket).waitFor(),
    },
  ],
  board: [
    { name: "the call board", by: "nobody", path: ({ today }) => `/board?visit=${today}`, before: aBusyBoard },
    {
      name: "the call board, connection lost",
      by: "nobody",
      path: ({ today }) => `/board?visit=${today}`,
      before: lostBoard,
      reach: (on) => on.page.locator(".board-lost").waitFor(),
      provokes: /^(net::ERR_FAILED GET|503 GET) /,
    },
  ],
  number: [
    {
      name: "my turn",
      by: "nobody",
      path: ({ today }) => `/number?visit=${today}&n=A-014`,
      before: aBusyBoard,
      reach: heads((locale) => boardWords[locale].waiting(2)),
    },
    {
      name: "my turn, called",
      by: "nobody",
      path: ({ today }) => `/number?visit=${today}&n=A-012`,
      before: aBusyBoard,
      reach: heads((locale) => boardWords[locale].calledNow),
    },
    {
      name: "my turn, missed",
      by: "nobody",
      path: ({ today }) => `/number?visit=${today}&n=B-002`,
      before: aBusyBoard,
      reach: heads((locale) => boardWords[locale].missedNow),
    },
    {
      name: "my turn, not in the queue",
      by: "nobody",
      path: ({ today }) => `/number?visit=${today}&n=Z-001`,
      before: aBusyBoard,
      reach: heads((locale) => boardWords[locale].unknown),
    },
    { name: "my turn, asked for a number", by: "nobody", path: ({ today }) => `/number?visit=${today}` },
  ],
  table: [
    {
      name: "the employer's device",
      by: "nobody",
      path: () => "/table",
      before: paired,
      reach: async (on) => {
        const words = tableWords[on.locale];
        await heading(on, words.now).waitFor();
        await on.page.getByRole("button", { name: words.look }).first().click();
        await on.page.getByText(aTableProfile.name, { exact: true }).waitFor();
        await on.page.getByRole("button", { name: words.correct }).click();
      },
    },
    { name: "the employer's device, not connected", by: "nobody", path: () => "/table" },
    {
      name: "the employer's device, with the code that a QR code brought",
      by: "nobody",
      path: () => "/table#7K3M9QXA",
      reach: async (on) => {
        await button(on, tableWords[on.locale].pair).click();
        await on.page.getByRole("alert").waitFor();
      },
      provokes: /^410 POST \/api\/table\/pairing/,
    },
    {
      name: "the employer's device, about to be disconnected",
      by: "nobody",
      path: () => "/table",
      before: paired,
      reach: async (on) => {
        await button(on, tableWords[on.locale].leave).click();
        await on.page.getByRole("dialog", { name: tableWords[on.locale].leaveTitle }).waitFor();
      },
    },
  ],
  kiosk: [
    { name: "self-registration, not connected", by: "nobody", path: () => "/kiosk" },
    {
      name: "self-registration, waiting for somebody",
      ...aKiosk,
      reach: async (on) => {
        await button(on, kioskWords[on.locale].pair).click();
        await button(on, kioskWords[on.locale].start).waitFor();
      },
    },
    { name: "self-registration, the form", ...aKiosk, reach: atKiosk },
    {
      name: "self-registration, done",
      ...aKiosk,
      reach: async (on) => {
        await atKiosk(on);
        await button(on, kioskWords[on.locale].register).click();
        await heading(on, kioskWords[on.locale].doneTitle).waitFor();
      },
    },
    {
      name: "self-registration, ended by the desk",
      ...aKiosk,
      before: kiosk(true),
      reach: async (on) => {
        await atKiosk(on);
        await button(on, kioskWords[on.locale].register).click();
        await on.page.getByText(kioskWords[on.locale].ended).waitFor();
      },
      provokes: /^401 PUT \/api\/kiosk/,
    },
  ],
  "sign-in": [
    { name: "signing in", by: "nobody", path: () => "/sign-in" },
    {
      name: "signing in, the code",
      by: "nobody",
      path: () => "/sign-in",
      reach: async (on) => {
        await field(on, signInWords[on.locale].mail).fill(`somebody-${on.locale}@example.com`);
        await button(on, signInWords[on.locale].sendCode).click();
        await field(on, signInWords[on.locale].code).waitFor();
      },
    },
  ],
  help: [
    {
      name: "help, with an answer open",
      by: "nobody",
      path: () => "/help",
      reach: (on) => on.page.locator("summary").first().click(),
    },
  ],
  inquiry: [
    { name: "inquiries of anybody: asking", by: "nobody", path: () => "/inquiry" },
    {
      name: "inquiries of anybody: sent",
      by: "nobody",
      path: () => "/inquiry",
      before: async (page) => {
        await page.route("**/api/inquiries/*", (route) => route.fulfill({ status: 204 }));
      },
      reach: async (on) => {
        const words = inquiryWords[on.locale];
        await on.page.locator('[name="/topic"]').selectOption("booking");
        await on.page.locator('[name="/text"]').fill("예약한 시각을 바꿀 수 있나요?");
        await on.page.locator('[name="/mail"]').fill("asker@example.com");
        await on.page.locator('[name="/agreed"]').check();
        await button(on, words.send).click();
        await on.page.getByText(words.sentTitle).waitFor();
      },
    },
  ],
  privacy: [{ name: "notice on personal data", by: "nobody", path: () => "/privacy" }],
  "not-found": [
    { name: "no such page", by: "nobody", path: () => "/nothing-here", provokes: /^404 GET \/(en\/)?nothing-here/, inBoth: true },
  ],
};

const firm = (rest = "") => ({ by: "employer" as const, path: ({ employerId }: Season) => `/console/employers/${employerId}${rest}` });

const applicants = {
  by: "employer" as const,
  path: ({ employerId, next }: Season) => `/console/employers/${employerId}/slot-requests/applicants/${next}`,
};

const results = {
  by: "employer" as const,
  path: ({ employerId, next }: Season) => `/console/employers/${employerId}/slot-requests/interviews/${next}`,
};

const referred = {
  by: "employer" as const,
  path: ({ employerId, next }: Season) => `/console/employers/${employerId}/slot-requests/referred/${next}`,
};

const accessLog = { by: "manager", path: () => "/console/access-log" } as const;
const month = { by: "manager", path: () => "/console/access-log/months/2026-10" } as const;
const incident = { by: "manager", path: () => `/console/incidents/${openIncident.incidentId}` } as const;

const partnersList = { by: "manager", path: () => "/console/partners" } as const;
const answer = (pattern: string | RegExp, body: object) => async (page: Page) => {
  await page.route(pattern, (route) => route.fulfill({ json: body }));
};

const plan = (state: "draft" | "running" | "done") => ({
  by: "manager" as const,
  path: ({ next }: Season) => `/console/visits/${next}/plans/${planIdOfAnswers}`,
  before: answer("**/api/staff/visits/*/plans/*", aPlanAnswer(state)),
});

/** The first button that begins with a word, and the dialog that it opens. */
const pressFirst = (words: (locale: Speaking["locale"]) => string) => async (on: Speaking) => {
  await on.page
    .getByRole("button", { name: words(on.locale) })
    .first()
    .click();
  await on.page.getByRole("dialog").waitFor();
};

/** Pages of the console, by the pattern of their route. */
const colleagues: Omit<Sight, "name"> = {
  ...firm("/members"),
  before: answer("**/api/employers/*/members", {
    members: [
      { accountId: `acc_${"0".repeat(26)}`, mail: "hr@solbeodeul.example.com", isOwner: true, isYou: true, since: null },
      {
        ...{ accountId: `acc_${"1".repeat(26)}`, mail: "hr2@solbeodeul.example.com", isOwner: false, isYou: false },
        since: "2026-11-20T01:00:00.000Z",
      },
    ],
    invitations: [
      {
        ...{ invitationId: `inv_${"0".repeat(26)}`, mail: "hr3@solbeodeul.example.com" },
        ...{ sentAt: "2026-11-24T01:00:00.000Z", usableUntil: "2026-12-01T01:00:00.000Z" },
      },
    ],
  }),
};

/** Postings that end soon, have ended, and are from before there was a validity. */
const agedPostings = (["2026-12-01", "2026-11-20", undefined] as const).map((validUntil, i) => ({
  ...{ postingId: anId("pst"), employerId: `emp_${"0".repeat(26)}`, state: "submitted", version: 1 },
  draft: {
    ...aDraft({ titleKo: `펌프 부품 조립원 ${i + 1}`, titleEn: `Pump part assembler ${i + 1}` }),
    ...(validUntil && { validUntil }),
  },
  ...(i === 1 && { source: { requestNo: "K120122611090018" } }),
}));

export const consoleSights: Record<string, readonly Sight[]> = {
  "/console/register": [{ name: "registering a firm", by: "newcomer", path: () => "/console/register" }],
  "/console/employers/:employerId": [{ name: "our firm", ...firm() }],
  "/console/employers/:employerId/change": [{ name: "changing the firm", ...firm("/change") }],
  "/console/employers/:employerId/members": [
    { name: "who works for the firm", ...colleagues },
    { name: "who works for the firm, about to remove one", ...colleagues, reach: pressFirst((locale) => membersWords[locale].remove) },
  ],
  "/console/invitations/:employerId/:invitationId": [
    {
      name: "an invitation to a firm",
      by: "newcomer",
      path: ({ employerId }) => `/console/invitations/${employerId}/inv_${"0".repeat(26)}`,
      reach: (on) => button(on, membersWords[on.locale].accept).waitFor(),
    },
  ],
  "/console/employers/:employerId/postings": [
    { name: "postings", ...firm("/postings") },
    {
      name: "postings that end or have ended",
      ...firm("/postings"),
      before: answer("**/api/employers/*/postings", { postings: agedPostings }),
    },
  ],
  "/console/employers/:employerId/postings/new": [
    { name: "a new posting", ...firm("/postings/new") },
    {
      name: "a new posting, with all that may be added",
      ...firm("/postings/new"),
      reach: async (on) => {
        const words = postingWords[on.locale];
        await on.page.locator('[name="/employmentType"]').selectOption("20");
        await on.page.locator('[name="/career"]').selectOption("E");
        for (const fold of [words.moreAsked, words.moreGiven, words.moreInterview, words.moreEnglish])
          await on.page.getByText(fold, { exact: true }).click();
      },
    },
  ],
  "/console/employers/:employerId/postings/:postingId": [
    {
      name: "changing a posting",
      by: "employer",
      path: ({ employerId, postingId }) => `/console/employers/${employerId}/postings/${postingId}`,
    },
  ],
  "/console/employers/:employerId/slot-requests": [{ name: "interview times", ...firm("/slot-requests") }],
  "/console/employers/:employerId/slot-requests/new": [
    {
      name: "asking for times, with the preview",
      ...firm("/slot-requests/new"),
      reach: async (on) => {
        const words = timesWords[on.locale];
        await on.page.locator('[name="/visitId"]').first().check();
        await field(on, words.from).fill("10:00");
        await field(on, words.to).fill("15:00");
        await button(on, words.addBreak).click();
        await on.page.getByText(words.previewCount(12, 12)).waitFor();
      },
    },
  ],
  "/console/employers/:employerId/slot-requests/:slotRequestId": [
    {
      name: "changing a request",
      by: "employer",
      path: ({ employerId, slotRequestId }) => `/console/employers/${employerId}/slot-requests/${slotRequestId}`,
    },
  ],
  "/console/employers/:employerId/slot-requests/applicants/:visitId": [
    { name: "who applied", ...applicants },
    { name: "who applied, about to accept", ...applicants, reach: pressFirst((locale) => applicantWords[locale].accept) },
    { name: "who applied, about to decline", ...applicants, reach: pressFirst((locale) => applicantWords[locale].decline) },
  ],
  "/console/employers/:employerId/slot-requests/interviews/:visitId": [
    { name: "interviews and results", ...results, before: answer("**/api/employers/*/visits/*/interviews", employersTimes) },
    { name: "no interviews", ...results, before: answer("**/api/employers/*/visits/*/interviews", { times: [] }) },
  ],
  "/console/employers/:employerId/slot-requests/referred/:visitId": [
    { name: "people who are referred", ...referred, before: answer("**/api/employers/*/visits/*/referrals", referredPeople) },
    { name: "nobody is referred", ...referred },
  ],
  "/console/visits": [{ name: "the season", by: "manager", path: () => "/console/visits" }],
  "/console/visits/past": [{ name: "earlier visits", by: "manager", path: () => "/console/visits/past" }],
  ...planningSights,
  "/console/visits/new": [{ name: "planning a visit", by: "manager", path: () => "/console/visits/new" }],
  "/console/visits/:visitId": [
    { name: "an open visit", by: "manager", path: ({ next }) => `/console/visits/${next}` },
    {
      name: "a planned visit, about to open",
      by: "manager",
      path: ({ planned }) => `/console/visits/${planned}`,
      reach: async (on) => {
        await button(on, managerWords[on.locale].openVisit).click();
        await on.page.getByRole("dialog").waitFor();
      },
    },
  ],
  "/console/visits/:visitId/centre-times/new": [
    {
      name: "opening times of the centre, with the preview",
      by: "manager",
      path: ({ next }) => `/console/visits/${next}/centre-times/new`,
      reach: async (on) => {
        const words = timesWords[on.locale];
        const cells = on.page.getByRole("group", { name: words.drawTitle }).getByRole("button");
        await cells.first().click();
        await cells.nth(1).click();
        await on.page.getByText(words.previewCount(3, 3)).waitFor();
      },
    },
  ],
  "/console/visits/:visitId/desks/:deskId": [
    { name: "changing a desk", by: "manager", path: ({ next }) => `/console/visits/${next}/desks/d1` },
    {
      name: "changing a desk for another",
      by: "manager",
      path: ({ next }) => `/console/visits/${next}/desks/d1`,
      reach: (on) => on.page.getByRole("radio", { name: planWords[on.locale].kinds["reassign-desk"] }).check(),
    },
  ],
  "/console/visits/:visitId/plans/new": [
    { name: "moving a visit", by: "manager", path: ({ next }) => `/console/visits/${next}/plans/new` },
    {
      name: "cancelling a visit",
      by: "manager",
      path: ({ next }) => `/console/visits/${next}/plans/new`,
      reach: (on) => on.page.getByRole("radio", { name: planWords[on.locale].kinds["cancel-visit"] }).check(),
    },
  ],
  "/console/visits/:visitId/plans/:planId": [
    { name: "whom a plan affects", ...plan("draft") },
    {
      name: "a plan, about to run",
      ...plan("draft"),
      reach: pressFirst((locale) => planWords[locale].run),
    },
    { name: "a plan that runs", ...plan("running") },
    { name: "a plan that is done", ...plan("done") },
    {
      name: "a plan that does not exist",
      by: "manager",
      path: ({ next }) => `/console/visits/${next}/plans/${planIdOfAnswers}`,
      provokes: /^404 GET \/api\/staff\/visits/,
      reach: (on) => on.page.getByText(planWords[on.locale].notFound).waitFor(),
    },
  ],
  "/console/visits/:visitId/change": [
    { name: "changing a plan", by: "manager", path: ({ planned }) => `/console/visits/${planned}/change` },
  ],
  "/console/approvals": [
    { name: "approvals", by: "manager", path: () => "/console/approvals" },
    {
      name: "approvals, refusing",
      by: "manager",
      path: () => "/console/approvals",
      reach: async (on) => {
        await on.page.getByRole("button", { name: approvalWords[on.locale].refuse }).first().click();
        await on.page.getByRole("dialog").waitFor();
      },
    },
  ],
  "/console/places": [{ name: "places", by: "manager", path: () => "/console/places" }],
  "/console/places/new": [{ name: "a new place", by: "manager", path: () => "/console/places/new" }],
  "/console/places/:placeId": [{ name: "changing a place", by: "manager", path: ({ placeId }) => `/console/places/${placeId}` }],
  "/console/partners": [
    {
      name: "partners, one out of use",
      ...partnersList,
      before: answer("**/api/office/partners", { partners: firstPartners.map((one, i) => ({ ...one, isInUse: i < 4 })) }),
    },
    { name: "adding a partner", ...partnersList, reach: (on) => button(on, partnerListWords[on.locale].add).click() },
    {
      name: "a partner, refused",
      ...{ ...partnersList, provokes: /^422 PUT .*partners/ },
      reach: async (on) => {
        await button(on, partnerListWords[on.locale].add).click();
        await button(on, consoleWords[on.locale].save).click();
        await on.page.getByRole("alert").first().waitFor();
      },
    },
    {
      name: "changing a partner",
      ...partnersList,
      reach: (on) => on.page.getByRole("button", { name: consoleWords[on.locale].change }).first().click(),
    },
  ],
  ...leadSights,
  ...talkSights,
  ...connectionSights,
  ...reportSights,
  "/console/members": [{ name: "staff", by: "manager", path: () => "/console/members" }, ...membersSights],
  "/console/account": [{ name: "own sign-ins in the console", by: "manager", path: () => "/console/account" }],
  "/console/access-log": [
    { name: "who looked at what, a day", by: "manager", path: () => "/console/access-log" },
    {
      name: "who looked at what, everything that can be there",
      ...accessLog,
      before: async (page) => {
        await answer(/\/api\/staff\/access-log(\?.*)?$/, { today: "2026-11-26", rows: everyRow, next: "2026-11-26T00:00:00.000Z#x" })(page);
        await answer("**/api/staff/access-log/months", { months })(page);
      },
      reach: (on) => button(on, accessLogWords[on.locale].more).waitFor(),
    },
  ],
  "/console/access-log/destroyed": [
    { name: "what was destroyed, nothing yet", by: "manager", path: () => "/console/access-log/destroyed" },
    {
      name: "what was destroyed",
      by: "manager",
      path: () => "/console/access-log/destroyed",
      before: answer(/\/api\/staff\/access-log\/destroyed/, { rows: destroyedRows, next: "2026-11-26T00:00:00.000Z#x" }),
      reach: (on) => button(on, accessLogWords[on.locale].more).waitFor(),
    },
  ],
  "/console/access-log/months/:month": [
    { name: "a month that goes on", by: "manager", path: () => "/console/access-log/months/2026-11" },
    {
      name: "a month to sign off",
      ...month,
      before: answer("**/api/staff/access-log/months/2026-10", aMonth(false)),
      reach: (on) => button(on, accessLogWords[on.locale].sign).waitFor(),
    },
    { name: "a month that was signed off", ...month, before: answer("**/api/staff/access-log/months/2026-10", aMonth(true)) },
  ],
  "/console/incidents": [
    { name: "no incidents", by: "manager", path: () => "/console/incidents" },
    {
      name: "incidents",
      by: "manager",
      path: () => "/console/incidents",
      before: answer("**/api/staff/incidents", { incidents: [openIncident, lateIncident, closedIncident] }),
    },
  ],
  "/console/incidents/:incidentId": [
    {
      name: "an incident, whom it affects and what they are told",
      ...incident,
      before: async (page) => {
        await answer("**/api/staff/incidents/inc_*", openIncident)(page);
        await answer("**/api/staff/incidents/inc_*/people", affected)(page);
      },
      reach: async (on) => {
        await button(on, incidentWords[on.locale].showPeople).click();
        await button(on, incidentWords[on.locale].tell).waitFor();
        for (const draft of await on.page.locator("summary").all()) await draft.click();
      },
    },
    { name: "an incident that is closed", ...incident, before: answer("**/api/staff/incidents/inc_*", closedIncident) },
    {
      name: "an incident that does not exist",
      ...incident,
      provokes: /^404 GET \/api\/staff\/incidents/,
      reach: (on) => on.page.getByText(incidentWords[on.locale].notFound).waitFor(),
    },
  ],
};

/** Opened without a camera: what the browser says when somebody has blocked it. */
const blockCamera = async (page: Page) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("blocked by a test", "NotAllowedError"));
  });
};

const typeCode = async (on: Speaking, code: string): Promise<void> => {
  await field(on, staffWords[on.locale].codeLabel).fill(code);
  await button(on, staffWords[on.locale].codeSend).click();
};

const atToday = (rest = "") => ({ by: "desk" as const, path: ({ today }: Season) => `/staff/visits/${today}${rest}` });
const onPerson = (rest: string) => ({
  by: "desk" as const,
  path: ({ today, ownRegistration }: Season) => `/staff/visits/${today}/people/${ownRegistration}${rest}`,
});
const onBooking = (rest: string) => ({
  by: "desk" as const,
  path: ({ today, ownRegistration, ownBooking }: Season) =>
    `/staff/visits/${today}/people/${ownRegistration}/bookings/${ownBooking}${rest}`,
});
const onWait = {
  by: "desk" as const,
  path: ({ today }: Season) => `/staff/visits/${today}/waits/wai_00000000000000000000000001`,
};

type Shown = { people: { arrivedAt: string | null; bookings: { startsAt: string; endsAt: string; isMissing: boolean }[] }[] };

/** The day as it is a quarter of an hour after the first interviews began and nobody of them has come; whoever has no interview is here. */
const nobodyCame = async (page: Page) => {
  await page.route("**/api/staff/visits/*/day", async (route) => {
    const day = (await route
      .fetch()
      .then((answer) => answer.json())
      // the page was left meanwhile
      .catch(() => undefined)) as Shown | undefined;
    if (!day) return;
    const now = Date.now();
    for (const person of day.people) {
      if (person.bookings.length === 0) person.arrivedAt = new Date(now).toISOString();
      for (const booking of person.bookings) {
        booking.startsAt = new Date(now - 15 * 60_000).toISOString();
        booking.endsAt = new Date(now + 15 * 60_000).toISOString();
        booking.isMissing = person.arrivedAt === null;
      }
    }
    await route.fulfill({ json: day });
  });
};

/** Mails in every state: to a person with a telephone, without one, and to an employer. */
const everyKindOfMail = async (page: Page) => {
  const shared = { message: "interview_booked", maskedMail: "ha***@example.com", at: "2026-11-26T01:00:00.000Z", callBy: "2026-11-27" };
  const person = { who: "person", maskedName: "김○늘", registrationId: "reg_00000000000000000000000000" };
  const firm = { who: "employer", nameKo: "㈜솔버들정밀", employerId: "emp_00000000000000000000000000" };
  const mails = UndeliveredState.options.map((state, i) => ({
    ...{ ...shared, mailId: `reg_1.mail_${i}`, state, reader: i === 1 ? firm : person, phone: i === 2 ? null : "01000000101" },
    ...{ visitId: i === 1 ? null : "vis_00000000000000000000000000", visitOn: i === 1 ? null : "2026-11-26", canGoAgain: i < 3 },
  }));
  const asker = { who: "asker", maskedName: "홍○동", inquiryId: "inq_00000000000000000000000000" };
  const toCall = {
    ...{ ...shared, mailId: "inq_1.answered", message: "inquiry_answered", state: "no-address", maskedMail: null, phone: "01000000123" },
    ...{ visitId: null, visitOn: null, canGoAgain: false },
    reader: {
      ...asker,
      question: "예약한 시각을 바꿀 수 있나요?\n오전에는 병원에 가야 합니다.",
      answer: "네, 하루 전까지 바꾸실 수 있습니다.",
    },
  };
  await page.route("**/api/staff/undelivered-mails", (route) => route.fulfill({ json: { mails: [toCall, ...mails] } }));
};

/** Everything that devices can disagree about, what was kept aside for every reason, and a device that is lost. */
const everyConflict = async (page: Page) => {
  const at = (minute: number) => `2026-11-26T01:${minute}:00.000Z`;
  const [a, b] = [
    { deviceId: "phone-a-0001", letter: "A" },
    { deviceId: "phone-b-0002", letter: "B" },
  ];
  const seen = (device: typeof a, minute: number, reason: string | null = null) => ({
    ...{ ...device, at: at(minute), reason },
    eventId: `0199d9a0-0000-7000-8000-0000000000${minute}`,
    ...{ scannedBy: "오세영", sentBy: minute === 13 ? "권도경" : "오세영", isByOther: minute === 13 },
  });
  const conflict = (n: number, flags: string[], admissions: unknown[], over = {}) => ({
    ...{ idx: `AAAAAAAAAAAAAAA${n}`, version: "v".repeat(22), code: "00000000", maskedName: "김○늘", flags, admissions },
    ...{ cancelledAt: null, renewedAt: null, timesChangedAt: null, settled: null, ...over },
  });
  const json = {
    scans: 14,
    sent: [
      { ...a, people: 11, walkIns: 4, acts: 9, refused: 1, byOthers: 1 },
      { ...b, people: 2, walkIns: 0, acts: 0, refused: 0, byOthers: 0 },
    ],
    conflicts: [
      conflict(0, ["two-devices"], [seen(b, 11), seen(a, 13)]),
      conflict(1, ["after-cancel"], [seen(a, 20)], { cancelledAt: at(15) }),
      conflict(2, ["superseded", "override"], [seen(a, 22, "신분증과 등록한 이름을 확인했습니다")], { renewedAt: at(16) }),
      conflict(3, ["unknown-ticket"], [seen(b, 24)], { maskedName: null }),
      conflict(5, ["times-changed"], [seen(a, 27)], { timesChangedAt: at(18) }),
      conflict(4, [], [seen(b, 25), seen(b, 26)], { settled: { at: at(40), note: "같은 분입니다", by: "오세영" } }),
    ],
    quarantined: doubts.map((reason, i) => ({
      ...{ hash: `${"x".repeat(21)}${i}`, reason, deviceId: b.deviceId, uploadedAt: at(30) },
      ...{
        sentBy: "권도경",
        maskedName: i % 2 ? "김○늘" : null,
        code: i ? "11111111" : null,
        mayCount: i > 1 && !reason.startsWith("unknown-"),
      },
      event:
        i === 0
          ? null
          : {
              ...{ v: 1, kind: "admit", id: "0199d9a0-0000-7000-8000-000000000099", visitId: "" },
              ...{ staffId: "acc_00000000000000000000000000", deviceId: b.deviceId, at: at(29), clockOffset: 0, packRevision: 1 },
              ...{ idx: "BBBBBBBBBBBBBBBB", gen: 1, verdict: "admitted", reentry: false },
            },
      settled: i === 5 ? { at: at(41), isAccepted: true, note: "본인이 현장에 계셨습니다", by: "오세영" } : null,
    })),
    takenBack: [
      { ...{ code: "22222222", maskedName: "박○연", admittedAt: at(11), at: at(14), by: "권도경" }, ...b, reason: "다른 분의 표였습니다" },
      { ...{ code: "33333333", maskedName: null, admittedAt: at(15), at: at(15), by: null }, ...a, reason: null },
    ],
    unread: [
      { what: "reason", eventId: "0199d9a0-0000-7000-8000-000000000079", number: null, letter: "A" },
      { what: "note", eventId: "0199d9a0-0000-7000-8000-000000000077", number: "A-007", letter: "A" },
      { what: "event", eventId: "0199d9a0-0000-7000-8000-000000000078", number: null, letter: null },
    ],
  };
  const held = { leasedAt: at(10), until: "2026-11-26T19:00:00.000Z", seenAt: at(30), heldBy: "오세영" };
  const devices = [
    { ...a, ...held, revokedAt: null },
    { ...b, ...held, revokedAt: at(31) },
  ];
  await page.route("**/api/staff/visits/*/reconciliation", (route) => {
    const visitId = new URL(route.request().url()).pathname.split("/")[4];
    const quarantined = json.quarantined.map((one) => ({ ...one, event: one.event && { ...one.event, visitId } }));
    return route.fulfill({ json: { ...json, quarantined } });
  });
  await page.route("**/api/staff/visits/*/devices", (route) => route.fulfill({ json: { devices } }));
};

/** Two who wait for the posting that the seeker of today has an interview for. */
const twoWait = async (page: Page) => {
  await page.route("**/api/staff/visits/*/waits", async (route) => {
    const visit = /visits\/([^/]+)/.exec(route.request().url())?.[1] ?? "";
    const base = new URL(route.request().url()).origin;
    const { people } = (await (await route.fetch({ url: `${base}/api/staff/visits/${visit}/day` })).json()) as {
      people: { registrationId: string; maskedName: string }[];
    };
    const { slots } = (await (await route.fetch({ url: `${base}/api/staff/visits/${visit}/slots` })).json()) as {
      slots: { postingId: string | null }[];
    };
    const waits = people.slice(0, 2).map(({ registrationId, maskedName }, i) => ({
      registrationId,
      maskedName,
      entry: {
        waitId: `wai_0000000000000000000000000${i}`,
        list: slots[0]?.postingId,
        appliedAt: `2026-11-2${i + 3}T01:00:00.000Z`,
        passed: [],
      },
    }));
    await route.fulfill({ json: { waits } });
  });
};

const aPlan = {
  planId: "pln_00000000000000000000000000",
  change: { kind: "shift-desk", deskId: "d1", minutes: 10 },
  reason: "면접관이 늦게 도착합니다",
  choices: [],
  state: "done",
  startedAt: "2026-11-26T00:00:00.000Z",
  doneAt: "2026-11-26T00:01:00.000Z",
};
const aReceipt = (maskedName: string, mail: "sent" | "refused" | null) => ({
  registrationId: `reg_${maskedName}`,
  maskedName,
  doneAt: aPlan.doneAt,
  bookings: [{ bookingId: `bkg_${maskedName}`, startsAt: "2026-11-26T01:10:00.000Z", result: "kept", to: null }],
  mail,
});
const receipts = [aReceipt("김○늘", "sent"), aReceipt("이○솔", "refused"), aReceipt("박○람", null)];

/** Gives somebody a number; answers it. */
const aWalkIn = async (on: Speaking): Promise<string> => {
  const words = staffQueueWords[on.locale];
  await on.page.getByLabel(words.other, { exact: true }).check();
  await field(on, words.name).fill("도라지");
  await button(on, words.give).click();
  const number = on.page.locator(".slip-number [aria-hidden]");
  await number.waitFor();
  return (await number.textContent()) ?? "";
};
const withTicket = async (on: Speaking): Promise<void> => {
  const words = staffQueueWords[on.locale];
  await on.page.getByLabel(words.withTicket, { exact: true }).check();
  await field(on, words.code).fill("00000000");
  await button(on, words.admit).click();
  await heading(on, verdictWords["unknown-code"][on.locale].word).waitFor();
};
/** The board after somebody has come, with the next press named after them. */
const boardWithWalkIn = async (on: Speaking): Promise<void> => {
  const words = staffQueueWords[on.locale];
  const number = await aWalkIn(on);
  await link(on, words.toBoard).last().click();
  await button(on, `${words.call} ${number}`).click();
  await button(on, `${words.serve} ${number}`).waitFor();
};

/** A typed code of somebody who is here already. */
const seesAgain = async (on: Speaking, { ticketCode }: Season): Promise<void> => {
  await typeCode(on, ticketCode);
  const arrived = heading(on, verdictWords["admitted-by-code"][on.locale].word);
  const again = heading(on, verdictWords["already-arrived"][on.locale].word);
  await arrived.or(again).waitFor();
  if (await again.isVisible()) return;
  await button(on, staffWords[on.locale].next).click();
  await typeCode(on, ticketCode);
  await again.waitFor();
};

/** One device that is connected, one that staff ended, and one whose day is over. */
const someDevices = (page: Page) =>
  change<VisitTables>(page, "**/api/staff/visits/*/tables", (answer) => {
    const [table] = answer.tables;
    if (!table) throw new Error("No employer interviews today.");
    const { employerId: _, ...at } = table;
    const pairedAt = Instant.parse("2026-11-26T00:00:00.000Z");
    const one = { ...at, givenBy: AccountId.parse("acc_00000000000000000000000000"), pairedAt };
    const pairingId = (last: number) => PairingId.parse(`prg_0000000000000000000000000${last}`);
    answer.pairings = [
      { ...one, pairingId: pairingId(1), endedAt: null, isLive: true },
      { ...one, pairingId: pairingId(2), endedAt: pairedAt, isLive: false },
      { ...one, pairingId: pairingId(3), endedAt: null, isLive: false },
    ];
  });

/** A kiosk that is connected, one that staff ended, and one whose day is over. */
const someKiosks = (page: Page) =>
  change<VisitKiosks>(page, "**/api/staff/visits/*/kiosks", (answer) => {
    const pairedAt = Instant.parse("2026-11-26T00:00:00.000Z");
    const one = (last: number) => ({ pairingId: PairingId.parse(`prg_0000000000000000000000000${last}`), pairedAt });
    answer.kiosks = [
      { ...one(1), endedAt: null, isLive: true },
      { ...one(2), endedAt: pairedAt, isLive: false },
      { ...one(3), endedAt: null, isLive: false },
    ];
  });

/** Nobody of the day has a mail address. */
const withoutMail = (page: Page) =>
  change<VisitDay>(page, "**/api/staff/visits/*/day", ({ people }) => {
    for (const person of people) person.mailTrouble = "no-address";
  });
const toErasing = async (on: Speaking) => {
  await button(on, staffOwnDataWords[on.locale].toErase).click();
  await button(on, staffOwnDataWords[on.locale].next).click();
  await heading(on, staffOwnDataWords[on.locale].sure).waitFor();
};
/** A counsellor with whom this person had a time until a moment ago. */
const othersCounsellor = async (page: Page) => {
  await answer("**/api/staff/visits/*/people/*/needs", { needs: null, seesGroups: true })(page);
  const problem = { type: "urn:jobstop:problem:not-found", title: "404", status: 404, code: "not-found", detail: "404" };
  await page.route("**/api/staff/visits/*/people/*/groups", (route) =>
    route.fulfill({ status: 404, contentType: "application/problem+json", json: problem }),
  );
};

const aTask = (n: number, over: object) => ({
  ...{ followUpId: anId("fup"), cause: "consultation", stayMonth: null, openedAt: "2026-11-20T01:00:00.000Z", version: 1 },
  ...{ what: "이력서 고친 것 받아서 기업에 보내기", dueOn: "2026-11-26", waitingFor: "person" },
  person: { visitId: anId("vis"), registrationId: anId("reg"), name: "김하늘", phone: `0100000010${n}`, hasMail: true },
  ...over,
});
/** Something overdue, something for today, and something later for somebody without a telephone. */
const muchToDo = answer("**/api/staff/follow-ups*", {
  ...{ today: "2026-11-26", next: null },
  followUps: [
    aTask(1, { dueOn: "2026-11-20", waitingFor: "us" }),
    aTask(2, {}),
    aTask(3, {
      ...{ dueOn: "2026-12-10", waitingFor: "employer", what: "면접 결과 물어보기" },
      person: { visitId: anId("vis"), registrationId: anId("reg"), name: "Nguyen Thi Hoa", phone: null, hasMail: true },
    }),
  ],
});
const aNote = (over: object) => ({
  ...{ consultationId: anId("con"), kind: "job_initial", channel: "onsite", outcomes: ["info_given", "follow_up"], version: 1 },
  ...{ note: "펌프 조립을 12년 하셨고 다시 하고 싶어 하심.\n오전 근무를 원하심.", heldAt: "2026-11-26T01:00:00.000Z" },
  ...{ byName: "한결이", isMine: true, visitOn: "2026-11-26", writtenAt: "2026-11-26T01:00:00.000Z" },
  next: { followUpId: anId("fup"), what: "이력서 고친 것 받기", dueOn: "2026-12-03", waitingFor: "person", state: "open", result: null },
  ...over,
});
/** One's own and a colleague's, with what was and is to be done. */
const someNotes = answer("**/api/staff/visits/*/people/*/consultations", {
  ...{ name: "김하늘", closed: 0 },
  consultations: [
    aNote({}),
    aNote({
      ...{ kind: "resume", channel: "phone", byName: null, isMine: false, heldAt: "2026-10-29T05:00:00.000Z" },
      next: {
        followUpId: anId("fup"),
        what: "자기소개서 초안 받기",
        dueOn: "2026-11-05",
        waitingFor: "person",
        state: "given-up",
        result: "연락이 닿지 않음",
      },
    }),
  ],
});

/** An enrolment that runs, with jobs that suit and referrals that stand in every way there is. */
const muchToRefer = async (page: Page) => {
  await answer("**/api/staff/visits/*/people/*/enrolment", { name: "김하늘", enrolment: anEnrolmentOf() })(page);
  await answer("**/api/staff/visits/*/people/*/matches", { name: "김하늘", matches: someMatches })(page);
  await answer("**/api/staff/visits/*/people/*/referrals", { name: "김하늘", referrals: everyReferral })(page);
};

/** A check whether somebody is still at work. */
const aStayCheck = answer("**/api/staff/follow-ups*", {
  ...{ today: "2026-11-26", next: null },
  followUps: [aTask(1, { cause: "stay-check", stayMonth: 1, what: "입사 1개월 재직 확인", waitingFor: "us" })],
});
const aResult = (n: number, over: object) => ({
  ...{ registrationId: anId("reg"), bookingId: anId("bkg"), startsAt: "2026-11-26T01:00:00.000Z", name: "김하늘", hasArrived: true },
  ...{ phone: `0100000020${n}`, employerNameKo: "(주)가람테크", employerPhone: "0200000000", jobTitleKo: "펌프 조립원" },
  ...{ employerSays: null, personSays: null, placement: null, isDoubted: false },
  ...over,
});
const aPlacement = {
  ...{ startedOn: "2026-10-05", confirmedBy: "person", confirmedAt: "2026-10-01T01:00:00.000Z" },
  checks: [{ month: 1, stays: true, checkedAt: "2026-11-05T01:00:00.000Z" }],
};
/** Interviews that stand in every way there is. */
const everyResult = answer("**/api/staff/visits/*/results", {
  date: "2026-11-26",
  results: [
    aResult(1, { employerSays: "not_hired", personSays: "hired" }),
    aResult(2, { name: "Nguyen Thi Hoa", employerSays: "hired" }),
    aResult(3, { phone: null, hasArrived: false }),
    aResult(4, { employerSays: "met", personSays: "waiting" }),
    aResult(5, { employerSays: "hired", personSays: "hired", placement: aPlacement }),
    aResult(6, { personSays: "declined" }),
    aResult(7, { employerSays: "hired", personSays: "not_hired", placement: aPlacement, isDoubted: true }),
  ],
  toCall: [{ employerId: anId("emp"), nameKo: "(주)가람테크", contactName: "윤다래", contactPhone: "0200000000", unanswered: 2 }],
});
/** Pages of the staff, by the pattern of their route. */
export const staffSights: Record<string, readonly Sight[]> = {
  "/staff": [
    { name: "visits to work at", by: "desk", path: () => "/staff" },
    { name: "staff pages, not signed in", by: "nobody", path: () => "/staff" },
    { name: "staff pages, without a role", by: "newcomer", path: () => "/staff" },
    {
      name: "staff pages, of the outreach team alone",
      by: "newcomer",
      path: () => "/staff",
      before: (page) => change<Me>(page, "**/api/me", ({ staffRoles }) => staffRoles.push("outreach")),
      reach: (on) => link(on, staffWords[on.locale].toConsole).waitFor(),
    },
    ...secondStepSights,
  ],
  "/staff/account": accountSights,
  "/staff/mails": [
    { name: "mails that may not have arrived", by: "desk", path: () => "/staff/mails", before: everyKindOfMail },
    { name: "no mail to look into", by: "desk", path: () => "/staff/mails" },
  ],
  "/staff/follow-ups": [
    { name: "nothing to do", by: "desk", path: () => "/staff/follow-ups" },
    { name: "what I have to do", by: "desk", path: () => "/staff/follow-ups", before: muchToDo },
    {
      name: "what I have to do, writing what came of it",
      ...{ by: "desk", path: () => "/staff/follow-ups", before: muchToDo },
      reach: async (on) => {
        await on.page.getByRole("button", { name: staffCareWords[on.locale].settle }).first().click();
        await on.page.getByLabel(staffCareWords[on.locale].nextYes, { exact: true }).check();
      },
    },
    {
      name: "what I have to do, whether somebody is still at work",
      ...{ by: "desk", path: () => "/staff/follow-ups", before: aStayCheck, provokes: /^422 POST .*closing/ },
      reach: async (on) => {
        await on.page.getByRole("button", { name: staffCareWords[on.locale].settle }).first().click();
        await button(on, staffCareWords[on.locale].save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
    {
      name: "what I have to do, putting off",
      ...{ by: "desk", path: () => "/staff/follow-ups", before: muchToDo },
      reach: (on) => on.page.getByRole("button", { name: staffCareWords[on.locale].putOff }).first().click(),
    },
  ],
  "/staff/notes": [
    { name: "no notes of talks waiting", by: "desk", path: () => "/staff/notes" },
    { name: "notes of talks to mend", by: "desk", path: () => "/staff/notes", before: answer("**/api/office/desk-notes", refusedNotes) },
    {
      name: "notes of talks to mend, mending one",
      ...{ by: "desk", path: () => "/staff/notes", before: answer("**/api/office/desk-notes", refusedNotes) },
      reach: (on) => button(on, staffNotesWords[on.locale].mend).first().click(),
    },
    {
      name: "notes of talks to mend, dropping one",
      ...{ by: "desk", path: () => "/staff/notes", before: answer("**/api/office/desk-notes", refusedNotes) },
      reach: (on) => button(on, staffNotesWords[on.locale].drop).first().click(),
    },
  ],
  "/staff/visits/:visitId/notes": [
    { name: "with whom a talk was", ...atToday("/notes"), reach: heads((locale) => staffNotesWords[locale].title) },
  ],
  "/staff/visits/:visitId/notes/:subject": [
    {
      name: "a note of a talk at the bus",
      ...atToday("/notes/AAAAAAAAAAAAAAAA"),
      reach: async (on) => {
        await on.page.getByLabel(staffCareWords[on.locale].nextYes, { exact: true }).check();
        await button(on, staffCareWords[on.locale].save).click();
        await on.page.getByRole("alert").first().waitFor();
      },
    },
    {
      name: "a note of a talk with a walk-in",
      ...atToday("/notes/01964f3e-7c00-7000-8000-000000000001"),
      reach: (on) => sees(on, staffNotesWords[on.locale].walkInNext),
    },
  ],
  "/staff/visits/:visitId/results": [
    {
      name: "what came of interviews, none has begun",
      ...atToday("/results"),
      before: answer("**/api/staff/visits/*/results", { date: "2026-11-26", results: [], toCall: [] }),
    },
    { name: "what came of interviews", ...atToday("/results"), before: everyResult },
    {
      name: "what came of interviews, writing down with nothing chosen",
      ...{ ...atToday("/results"), before: everyResult, provokes: /^422 PUT .*result/ },
      reach: async (on) => {
        const words = staffResultsWords[on.locale];
        await on.page.getByRole("button", { name: words.write }).nth(2).click();
        await button(on, words.save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
    {
      name: "what came of interviews, taking back a placement without a reason",
      ...{ ...atToday("/results"), before: everyResult, provokes: /^422 POST .*withdrawal/ },
      reach: async (on) => {
        const words = staffResultsWords[on.locale];
        await on.page.getByRole("button", { name: words.withdraw }).first().click();
        await button(on, words.withdraw).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
    {
      name: "what came of interviews, confirming with nothing typed",
      ...{ ...atToday("/results"), before: everyResult, provokes: /^422 PUT .*placement/ },
      reach: async (on) => {
        const words = staffResultsWords[on.locale];
        await on.page.getByRole("button", { name: words.confirm }).first().click();
        await button(on, words.confirm).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
  ],
  "/staff/visits/:visitId": [
    { name: "the day", ...atToday() },
    {
      name: "the day, with seats to give away",
      ...atToday(),
      before: nobodyCame,
      reach: heads((locale) => staffDayWords[locale].emptySeats),
    },
    {
      name: "the day, when data of some was deleted",
      ...atToday(),
      before: (page) => change<VisitDay>(page, "**/api/staff/visits/*/day", (day) => Object.assign(day, { erased: 2 })),
      reach: (on) => sees(on, staffWords[on.locale].peopleErased(2)),
    },
  ],
  "/staff/visits/:visitId/desk-board": [
    {
      name: "the board of the desks",
      ...atToday("/walk-in"),
      reach: boardWithWalkIn,
    },
  ],
  "/staff/visits/:visitId/call-board": [
    {
      name: "the call board of this device",
      ...atToday("/call-board"),
      reach: (on) => button(on, boardWords[on.locale].fullScreen).waitFor(),
    },
  ],
  "/staff/visits/:visitId/walk-in": [
    { name: "a walk-in", ...atToday("/walk-in"), reach: (on) => button(on, staffQueueWords[on.locale].give).waitFor() },
    { name: "a walk-in with a ticket", ...atToday("/walk-in"), reach: withTicket },
    {
      name: "sending somebody to a desk",
      by: "desk",
      path: ({ today }) => `/staff/visits/${today}/walk-in?send=AAAAAAAAAAAAAAAA`,
      reach: (on) => button(on, staffQueueWords[on.locale].sendTo).waitFor(),
    },
    { name: "the slip of a walk-in", ...atToday("/walk-in"), reach: (on) => aWalkIn(on).then(() => undefined) },
  ],
  "/staff/visits/:visitId/ready": [
    { name: "check before leaving", ...atToday("/ready"), reach: heads((locale) => staffOfflineWords[locale].readyTitle) },
    {
      name: "check before leaving, setting a PIN",
      ...atToday("/ready"),
      reach: async (on) => {
        const words = staffFindWords[on.locale];
        await on.page.getByRole("button", { name: new RegExp(`^(${words.set}|${words.setAgain})$`) }).click();
        await field(on, words.newPin).fill("123456");
        await button(on, words.setNow).click();
        await sees(on, words.badPin);
      },
    },
  ],
  "/staff/visits/:visitId/find": [
    {
      name: "somebody without a code, found",
      ...atToday("/find"),
      before: answer("**/api/staff/visits/*/people-search", {
        people: [
          {
            maskedName: "김○늘",
            phoneEnd: "0101",
            code: "00000000",
            arrivedAt: null,
            times: [{ startsAt: "2026-11-26T01:20:00.000Z", deskLabel: "면접 1번 창구" }],
          },
          {
            maskedName: "김○늘",
            phoneEnd: null,
            code: "00000001",
            arrivedAt: "2026-11-26T01:11:00.000Z",
            times: [{ startsAt: "2026-11-26T01:20:00.000Z", deskLabel: "면접 1번 창구" }],
          },
          { maskedName: "A○○a B○○g", phoneEnd: "0102", code: null, arrivedAt: null, times: [] },
        ],
      }),
      reach: async (on) => {
        const words = staffFindWords[on.locale];
        await field(on, words.text).fill("김하");
        await button(on, words.search).click();
        await sees(on, words.found(3));
      },
    },
    {
      name: "somebody without a code, and no network",
      ...atToday("/find"),
      before: async (page) => {
        await page.route("**/api/staff/visits/*/people-search", (route) => route.abort());
      },
      reach: async (on) => {
        const words = staffFindWords[on.locale];
        await field(on, words.text).fill("김하");
        await button(on, words.search).click();
        await on.page.locator(".notice-warn").waitFor();
      },
      provokes: /people-search/,
    },
  ],
  "/staff/visits/:visitId/reconcile": [
    { name: "what devices disagree about", ...atToday("/reconcile"), before: everyConflict },
    { name: "nothing to settle", ...atToday("/reconcile") },
    {
      name: "a conflict that is settled",
      ...atToday("/reconcile"),
      before: everyConflict,
      reach: async (on) => {
        const { settle, settleNow } = staffReconcileWords[on.locale];
        await on.page
          .getByRole("button", { name: new RegExp(`^${settle}, `) })
          .first()
          .click();
        await button(on, settleNow).click();
        await sees(on, staffReconcileWords[on.locale].needsReason);
      },
    },
    {
      name: "a device that is lost",
      ...atToday("/reconcile"),
      before: everyConflict,
      reach: async (on) => {
        const words = staffReconcileWords[on.locale];
        await on.page
          .getByRole("button", { name: `: ${words.lost}` })
          .first()
          .click();
        await button(on, words.lostNow).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/register": [
    { name: "registering somebody", ...atToday("/register"), reach: heads((locale) => staffDayWords[locale].registerTitle) },
  ],
  "/staff/visits/:visitId/people/:registrationId/consultations": [
    { name: "notes of talks, nothing yet", ...onPerson("/consultations") },
    { name: "notes of talks", ...onPerson("/consultations"), before: someNotes },
    {
      name: "notes of talks, one that is to be struck",
      ...onPerson("/consultations"),
      before: someNotes,
      reach: async (on) => {
        await button(on, staffCareWords[on.locale].strike).first().click();
        await on.page.getByText(staffCareWords[on.locale].strikeTitle).waitFor();
      },
    },
    {
      name: "notes of talks by other counsellors",
      ...onPerson("/consultations"),
      before: answer("**/api/staff/visits/*/people/*/consultations", { name: "김하늘", consultations: [], closed: 2 }),
      reach: (on) => heading(on, staffCareWords[on.locale].closed(2)).waitFor(),
    },
    {
      name: "writing the note of a talk, with nothing typed",
      ...onPerson("/consultations"),
      provokes: /^422 PUT .*consultations/,
      reach: async (on) => {
        const words = staffCareWords[on.locale];
        await button(on, words.write).click();
        await on.page.getByLabel(words.nextYes, { exact: true }).check();
        await button(on, words.save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
  ],
  "/staff/people": [
    { name: "finding people over all visits", ...atToday(), path: () => "/staff/people" },
    {
      name: "people found over all visits",
      ...atToday(),
      path: () => "/staff/people",
      before: answer("**/api/office/people-search", foundAnywhere),
      reach: async (on) => {
        const words = staffAnywhereWords[on.locale];
        await field(on, words.text).fill("김하늘");
        await button(on, words.search).click();
        await on.page.getByText(words.found(2)).waitFor();
      },
    },
    {
      name: "finding people over all visits, with too little said",
      ...atToday(),
      path: () => "/staff/people",
      provokes: /^422 POST .*people-search/,
      reach: async (on) => {
        await field(on, staffAnywhereWords[on.locale].text).fill("12");
        await button(on, staffAnywhereWords[on.locale].search).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/aptitude-tests": [
    { name: "register of aptitude tests, nothing yet", ...atToday("/aptitude-tests") },
    {
      name: "register of aptitude tests",
      ...atToday("/aptitude-tests"),
      before: answer("**/api/office/visits/*/aptitude-tests", aRegister),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/partner-links": [
    { name: "links to partners, none yet", ...onPerson("/partner-links") },
    {
      name: "links to partners",
      ...onPerson("/partner-links"),
      before: answer("**/api/office/visits/*/people/*/partner-links", somePartnerLinks),
    },
    {
      name: "links to partners, without a consent",
      ...{ ...onPerson("/partner-links"), provokes: /^(409|422) PUT .*partner-links/ },
      reach: async (on) => {
        const words = partnerWords[on.locale];
        await button(on, words.make).click();
        await field(on, words.what).fill("채무 조정 상담");
        await button(on, words.save).click();
        await on.page.getByRole("alert").first().waitFor();
      },
    },
    {
      name: "links to partners, what came of one",
      ...{ ...onPerson("/partner-links"), before: answer("**/api/office/visits/*/people/*/partner-links", somePartnerLinks) },
      reach: (on) => button(on, partnerWords[on.locale].result).first().click(),
    },
    {
      name: "links to partners, the slip",
      ...{ ...onPerson("/partner-links"), before: answer("**/api/office/visits/*/people/*/partner-links", somePartnerLinks) },
      reach: (on) => button(on, partnerWords[on.locale].slip).first().click(),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/aptitude-tests": [
    { name: "aptitude tests of somebody, nothing yet", ...onPerson("/aptitude-tests") },
    {
      name: "aptitude tests of somebody, why none is needed",
      ...onPerson("/aptitude-tests"),
      before: answer("**/api/office/visits/*/people/*/aptitude-tests", someTests),
      reach: async (on) => {
        await on.page.getByLabel(staffAptitudeWords[on.locale].needNo, { exact: true }).check();
        await field(on, staffAptitudeWords[on.locale].why).waitFor();
      },
    },
    {
      name: "somebody's aptitude tests, taking back the last step",
      ...onPerson("/aptitude-tests"),
      before: answer("**/api/office/visits/*/people/*/aptitude-tests", someTests),
      reach: async (on) => {
        const words = staffAptitudeWords[on.locale];
        await on.page.getByRole("button", { name: words.undo, exact: true }).nth(2).click();
        await on.page.getByRole("button", { name: words.undoSend, exact: true }).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/enrolment": [
    {
      name: "what somebody looks for, nothing yet",
      ...onPerson("/enrolment"),
      before: answer("**/api/staff/visits/*/people/*/enrolment", { name: "김하늘", enrolment: null }),
    },
    { name: "what somebody looks for, jobs that suit and what was proposed", ...onPerson("/enrolment"), before: muchToRefer },
    {
      name: "what somebody looks for, to be accepted",
      ...onPerson("/enrolment"),
      before: answer("**/api/staff/visits/*/people/*/enrolment", {
        name: "김하늘",
        enrolment: anEnrolmentOf({ standing: "submitted", acceptedOn: null, validUntil: null }),
      }),
    },
    {
      name: "writing down what somebody looks for, with nothing typed",
      ...onPerson("/enrolment"),
      provokes: /^422 PUT .*enrolment/,
      reach: async (on) => {
        await button(on, staffReferralWords[on.locale].write).click();
        await button(on, enrolmentWords[on.locale].save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
    {
      name: "writing down what somebody gives for statistics",
      ...onPerson("/enrolment"),
      before: muchToRefer,
      reach: async (on) => {
        await button(on, statisticsWords[on.locale].open).click();
        await field(on, statisticsWords[on.locale].sex, { optional: true }).waitFor();
      },
    },
    {
      name: "confirming a hire by referral",
      ...onPerson("/enrolment"),
      before: muchToRefer,
      reach: async (on) => {
        await on.page.getByRole("button", { name: staffReferralWords[on.locale].hire }).first().click();
        await button(on, staffResultsWords[on.locale].confirm).waitFor();
      },
    },
    {
      name: "proposing a job, and writing down an answer",
      ...onPerson("/enrolment"),
      before: muchToRefer,
      reach: async (on) => {
        const words = staffReferralWords[on.locale];
        await on.page.getByRole("button", { name: words.propose }).first().click();
        await button(on, words.answer).click();
        await on.page.getByLabel(words.agrees, { exact: true }).check();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/support": [
    {
      name: "what somebody needs",
      ...onPerson("/support"),
      before: answer("**/api/staff/visits/*/people/*/needs", { needs: ["wheelchair", "interpreter_vi"], seesGroups: false }),
    },
    {
      name: "what somebody needs, nothing said",
      ...onPerson("/support"),
      before: answer("**/api/staff/visits/*/people/*/needs", { needs: null, seesGroups: false }),
    },
    {
      name: "what somebody needs, as their counsellor sees it",
      ...onPerson("/support"),
      before: answer("**/api/staff/visits/*/people/*/needs", { needs: ["wheelchair"], seesGroups: true }),
      reach: (on) => button(on, staffSupportWords[on.locale].groupsShow).waitFor(),
    },
    {
      name: "groups, asked for by a counsellor who is theirs no more",
      ...onPerson("/support"),
      before: othersCounsellor,
      provokes: /^404 GET .*groups/,
      reach: async (on) => {
        await button(on, staffSupportWords[on.locale].groupsShow).click();
        await sees(on, staffSupportWords[on.locale].groupsOthers);
      },
    },
    {
      name: "writing down what somebody needs, with nothing chosen",
      ...onPerson("/support"),
      before: answer("**/api/staff/visits/*/people/*/needs", { needs: null, seesGroups: false }),
      reach: async (on) => {
        await button(on, staffSupportWords[on.locale].write).click();
        await button(on, staffSupportWords[on.locale].save).click();
        await on.page.getByRole("alert").waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/same-people": [
    { name: "nobody twice", ...atToday("/same-people"), before: answer("**/api/staff/visits/*/same-people", { pairs: [] }) },
    {
      name: "people who may be there twice",
      ...atToday("/same-people"),
      before: answer("**/api/staff/visits/*/same-people", { pairs: samePairs }),
      reach: async (on) => {
        await button(on, samePeopleWords[on.locale].merge).first().click();
        await button(on, samePeopleWords[on.locale].mergeNow).waitFor();
      },
    },
    {
      name: "two who are two people",
      ...atToday("/same-people"),
      before: answer("**/api/staff/visits/*/same-people", { pairs: [...samePairs, differentPair] }),
      reach: async (on) => {
        await on.page.getByText(samePeopleWords[on.locale].apartTitle(1)).click();
        await button(on, samePeopleWords[on.locale].propose).click();
        await button(on, samePeopleWords[on.locale].proposeNow).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/calls": [{ name: "people to call", ...atToday("/calls") }],
  "/staff/visits/:visitId/waits": [{ name: "who waits", ...atToday("/waits"), before: twoWait }],
  "/staff/visits/:visitId/waits/:waitId": [
    {
      name: "giving a seat out of turn",
      ...onWait,
      before: twoWait,
      reach: (on) => button(on, staffCallsWords[on.locale].waitsSeatNow).waitFor(),
    },
  ],
  "/staff/visits/:visitId/desks": [{ name: "the desks", ...atToday("/desks") }],
  "/staff/visits/:visitId/kiosk": [
    {
      name: "connecting a device on which people register by themselves",
      ...atToday("/kiosk"),
      before: someKiosks,
      reach: async (on) => {
        await button(on, staffTablesWords[on.locale].give).click();
        await on.page.locator(".qr path[d^=M]").waitFor();
        await button(on, staffTablesWords[on.locale].kiosk.endAll).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/desks/:deskId/table": [
    {
      name: "connecting the employer's device, with a code",
      ...atToday("/desks/d1/table"),
      before: someDevices,
      reach: async (on) => {
        await button(on, staffTablesWords[on.locale].give).click();
        await on.page.locator(".pair-letters").waitFor();
        await on.page.locator(".qr path[d^=M]").waitFor();
      },
    },
    { name: "connecting a device where no employer is", ...atToday("/desks/d9/table") },
  ],
  "/staff/visits/:visitId/desks/:deskId": [
    { name: "a desk", ...atToday("/desks/d1") },
    {
      name: "a desk, about to be late",
      ...atToday("/desks/d1"),
      reach: async (on) => {
        await button(on, staffDesksWords[on.locale].deskLate(10)).click();
        await button(on, staffDesksWords[on.locale].deskBack).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/plans/:planId": [
    {
      name: "what became of a change",
      ...atToday(`/plans/${aPlan.planId}`),
      before: async (page) => {
        await page.route("**/api/staff/visits/*/plans/*", (route) =>
          route.fulfill({ json: { plan: aPlan, people: [], employers: [], receipts } }),
        );
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId": [
    { name: "one person", ...onPerson("") },
    {
      name: "one person without a mail address",
      ...onPerson(""),
      before: withoutMail,
      reach: (on) => sees(on, staffDayWords[on.locale].readAloudHint),
    },
    {
      name: "one person whose address nobody has used yet",
      ...onPerson(""),
      before: (page) =>
        change<VisitDay>(page, "**/api/staff/visits/*/day", (day) => {
          for (const person of day.people) person.mailUnproven = true;
        }),
      reach: (on) => sees(on, staffAddressWords[on.locale].unprovenText),
    },
    {
      name: "one person who is not coming after all",
      ...onPerson(""),
      before: (page) =>
        change<VisitDay>(page, "**/api/staff/visits/*/day", (day) => {
          for (const person of day.people) Object.assign(person, { withdrawnAt: person.registeredAt, bookings: [] });
        }),
      reach: (on) => sees(on, staffPeopleWords[on.locale].withdrawnTitle),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/withdraw": [
    {
      name: "taking a registration back for a person",
      ...onPerson("/withdraw"),
      reach: (on) => button(on, staffPeopleWords[on.locale].withdrawNow).waitFor(),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/details": [
    {
      name: "correcting what a person is called",
      ...onPerson("/details"),
      reach: (on) => button(on, staffPeopleWords[on.locale].detailsSave).waitFor(),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/data/consents": [
    {
      name: "what somebody agreed to",
      ...onPerson("/data/consents"),
      before: answer("**/api/staff/visits/*/people/*/consents", allConsents),
      reach: heads((locale) => myDataWords[locale].noticeTitle),
    },
    {
      name: "a consent taken back for somebody, and what goes with it",
      ...onPerson("/data/consents"),
      before: answer("**/api/staff/visits/*/people/*/consents", allConsents),
      reach: async (on) => {
        await button(on, myDataWords[on.locale].withdraw).first().click();
        await button(on, staffOwnDataWords[on.locale].leaveIt).waitFor();
      },
    },
    {
      name: "consents of somebody whom mail reaches",
      ...onPerson("/data/consents"),
      provokes: /^409 GET \/api\/staff\/visits\/.*\/consents$/,
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/data/shares": [
    {
      name: "which employer knows what somebody needs",
      ...onPerson("/data/shares"),
      before: answer("**/api/staff/visits/*/people/*/support", helpedSupport),
      reach: async (on) => {
        await button(on, staffOwnDataWords[on.locale].unshare).first().click();
        await button(on, staffOwnDataWords[on.locale].leaveIt).waitFor();
      },
    },
    {
      name: "an employer told what somebody needs",
      ...onPerson("/data/shares"),
      before: answer("**/api/staff/visits/*/people/*/support", helpedSupport),
      reach: async (on) => {
        await button(on, staffOwnDataWords[on.locale].share).first().click();
        await button(on, staffOwnDataWords[on.locale].leaveIt).waitFor();
      },
    },
    {
      name: "shares of somebody who needs nothing",
      ...onPerson("/data/shares"),
      before: answer("**/api/staff/visits/*/people/*/support", { needs: null, interviews: [] }),
      reach: (on) => sees(on, staffSupportWords[on.locale].none),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/data/certificates": helpedCertificateSights(onPerson("/data/certificates")),
  "/staff/visits/:visitId/people/:registrationId/data/looks": [
    {
      name: "who saw somebody's data, for them",
      ...onPerson("/data/looks"),
      before: answer("**/api/staff/visits/*/people/*/access-log", { rows: seenBy, next: "2026-11-26T00:00:00.000Z#x" }),
      reach: (on) => button(on, accessWords[on.locale].more).waitFor(),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/address": [
    {
      name: "the address of somebody without one",
      ...onPerson("/address"),
      before: withoutMail,
      reach: (on) => button(on, staffAddressWords[on.locale].save).waitFor(),
    },
    {
      name: "the address of somebody whom mail reaches",
      ...onPerson("/address"),
      reach: (on) => sees(on, staffAddressWords[on.locale].themselves),
    },
    {
      name: "the address of somebody, written down",
      ...onPerson("/address"),
      before: async (page) => {
        await withoutMail(page);
        await page.route("**/api/staff/visits/*/people/*/address", (route) => route.fulfill({ status: 204 }));
      },
      reach: async (on) => {
        await on.page.getByRole("textbox").fill("new@example.com");
        await on.page.getByRole("radio").first().check();
        await button(on, staffAddressWords[on.locale].save).click();
        await sees(on, staffAddressWords[on.locale].done);
      },
    },
    {
      name: "the address of somebody, of another registration",
      ...onPerson("/address"),
      before: async (page) => {
        await withoutMail(page);
        await page.route("**/api/staff/visits/*/people/*/address", takenAddress);
      },
      provokes: /^409 PUT /,
      reach: async (on) => {
        await on.page.getByRole("textbox").fill("new@example.com");
        await on.page.getByRole("radio").first().check();
        await button(on, staffAddressWords[on.locale].save).click();
        await link(on, staffAddressWords[on.locale].toSamePeople).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/data": [
    {
      name: "data of somebody whom mail reaches",
      ...onPerson("/data"),
      reach: (on) => sees(on, staffOwnDataWords[on.locale].themselves),
    },
    {
      name: "data of somebody, handing it out or deleting it",
      ...onPerson("/data"),
      before: withoutMail,
      reach: (on) => button(on, staffOwnDataWords[on.locale].exportNow).waitFor(),
    },
    {
      name: "data of somebody, handed out",
      ...onPerson("/data"),
      before: async (page) => {
        await withoutMail(page);
        await answer("**/api/staff/visits/*/people/*/export", handedOut)(page);
      },
      reach: async (on) => {
        await on.page.getByRole("radio").first().check();
        await button(on, staffOwnDataWords[on.locale].exportNow).click();
        await button(on, myDataWords[on.locale].print).waitFor();
      },
    },
    {
      name: "data of somebody, deleting: what it means",
      ...onPerson("/data"),
      before: withoutMail,
      reach: async (on) => {
        await button(on, staffOwnDataWords[on.locale].toErase).click();
        await heading(on, staffOwnDataWords[on.locale].staysTitle).waitFor();
      },
    },
    { name: "data of somebody, deleting: why", ...onPerson("/data"), before: withoutMail, reach: toErasing },
    {
      name: "data of somebody, deleted",
      ...onPerson("/data"),
      before: async (page) => {
        await withoutMail(page);
        await answer("**/api/staff/visits/*/people/*/erasure", { lockedUntil: "2027-11-26" })(page);
      },
      reach: async (on) => {
        await toErasing(on);
        await on.page.getByRole("radio").first().check();
        await button(on, staffOwnDataWords[on.locale].eraseNow).click();
        await sees(on, staffOwnDataWords[on.locale].erased);
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/qr": [
    {
      name: "a new QR code for somebody",
      ...onPerson("/qr"),
      reach: (on) => button(on, staffDayWords[on.locale].renewNow).waitFor(),
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/book": [
    {
      name: "booking for a person, with what is read to them",
      ...onPerson("/book"),
      reach: async (on) => {
        await field(on, staffDayWords[on.locale].what).selectOption({ index: 1 });
        await on.page.getByRole("radio").first().waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/move": [
    {
      name: "moving a booking for a person",
      ...onBooking("/move"),
      reach: async (on) => {
        await field(on, staffDayWords[on.locale].what).selectOption({ index: 1 });
        await on.page.getByRole("radio").first().waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/cancel": [
    {
      name: "cancelling for a person, in own words",
      ...onBooking("/cancel"),
      reach: async (on) => {
        await on.page.getByRole("radio").last().check();
        await field(on, staffDayWords[on.locale].reasonOwnLabel).waitFor();
      },
    },
  ],
  "/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/seat": [
    {
      name: "giving a seat away, with what is read to the taker",
      ...onBooking("/seat"),
      before: nobodyCame,
      reach: async (on) => {
        await on.page.getByRole("radio").first().check();
        await on.page.getByRole("checkbox").waitFor();
      },
    },
    {
      name: "giving a seat away, with a device that is not heard of",
      ...onBooking("/seat"),
      before: async (page) => {
        await nobodyCame(page);
        const held = { leasedAt: "2026-11-25T23:00:00.000Z", until: "2026-11-26T19:00:00.000Z", revokedAt: null };
        const silent = { ...held, deviceId: "abcdefabcd", letter: "D", seenAt: "2026-11-25T23:25:00.000Z", heldBy: "오세영" };
        await page.route("**/api/staff/visits/*/devices", (route) => route.fulfill({ json: { devices: [silent] } }));
      },
      reach: (on) => sees(on, staffDayWords[on.locale].seatAskFirst(1)),
    },
  ],
  "/staff/visits/:visitId/scan": [
    {
      name: "scanner with a camera",
      by: "desk",
      path: ({ today }) => `/staff/visits/${today}/scan`,
      reach: (on) => on.page.getByText(staffWords[on.locale].cameraHint).waitFor(),
    },
    {
      name: "scanner without a camera",
      by: "desk",
      path: ({ today }) => `/staff/visits/${today}/scan`,
      before: blockCamera,
      reach: heads((locale) => staffWords[locale].cameraTrouble.denied.title),
    },
    {
      name: "scanner, unknown code",
      by: "desk",
      path: ({ today }) => `/staff/visits/${today}/scan`,
      reach: async (on) => {
        await typeCode(on, "ZZZZ ZZZZ");
        await heading(on, verdictWords["unknown-code"][on.locale].word).waitFor();
      },
    },
    { name: "scanner, already arrived", by: "desk", path: ({ today }) => `/staff/visits/${today}/scan`, reach: seesAgain },
    {
      name: "scanner, somebody else with the same code",
      by: "desk",
      path: ({ today }) => `/staff/visits/${today}/scan`,
      reach: async (on, season) => {
        await seesAgain(on, season);
        await button(on, staffOfflineWords[on.locale].another).click();
        await button(on, staffOfflineWords[on.locale].override).click();
        await heading(on, staffOfflineWords[on.locale].overrideTitle).waitFor();
      },
    },
  ],
};

/** Pages that belong to no route: everything below the entry that nobody else answers. */
export const otherSights: readonly Sight[] = [
  { name: "console, not signed in", by: "nobody", path: () => "/console" },
  {
    name: "console, no such page",
    by: "manager",
    path: () => "/console/nothing-here",
    reach: heads((locale) => consoleWords[locale].notFoundTitle),
  },
  {
    name: "staff pages, no such page",
    by: "desk",
    path: () => "/staff/nothing-here",
    reach: heads((locale) => staffWords[locale].notFoundTitle),
  },
];

/** Nothing there yet. */
export const emptySights: readonly Sight[] = [
  {
    name: "no visits",
    by: "nobody",
    path: () => "/",
    before: answer("**/api/public/visits", { today: "2026-11-26", visits: [], undeliveredMails: 0 }),
  },
  { name: "no postings", ...firm("/postings"), before: answer("**/api/employers/*/postings", { postings: [] }) },
  { name: "no interview times", ...firm("/slot-requests"), before: answer("**/api/employers/*/slot-requests", { requests: [] }) },
  {
    name: "asking for times with no posting that is valid",
    ...firm("/slot-requests/new"),
    before: answer("**/api/employers/*/postings", { postings: agedPostings.slice(1, 2) }),
  },
  {
    name: "asking for times without a posting",
    ...firm("/slot-requests/new"),
    before: answer("**/api/employers/*/postings", { postings: [] }),
  },
  {
    name: "nobody applied",
    ...applicants,
    before: answer("**/api/employers/*/visits/*/applications", { decideBy: "2026-12-01T06:00:00.000Z", applications: [] }),
  },
  {
    name: "no season",
    by: "manager",
    path: () => "/console/visits",
    before: answer(/\/api\/staff\/visits(\?|$)/, { today: "2026-11-26", visits: [], undeliveredMails: 0 }),
  },
  {
    name: "nothing to approve",
    by: "manager",
    path: () => "/console/approvals",
    before: answer("**/api/staff/approvals", { employers: [], slotRequests: [] }),
  },
  { name: "no places", by: "manager", path: () => "/console/places", before: answer("**/api/staff/places", { places: [] }) },
  {
    name: "nobody to call",
    ...atToday("/calls"),
    before: answer("**/api/staff/visits/*/unconfirmed", { people: [] }),
  },
  { name: "nobody waits", ...atToday("/waits"), before: answer("**/api/staff/visits/*/waits", { waits: [] }) },
  {
    name: "no visit to work at",
    by: "desk",
    path: () => "/staff",
    before: answer(/\/api\/staff\/visits(\?|$)/, { today: "2026-11-26", visits: [], undeliveredMails: 0 }),
  },
];

/** The connection is gone, except for asking who is signed in. */
const loseConnection = async (page: Page) => {
  await page.route(/\/api\/(?!me$|me\?)/, (route) => route.abort("internetdisconnected"));
};
const failed = (on: Speaking) => button(on, uiWords[on.locale].tryAgain).first().waitFor();

/** It could not be loaded, and says so. */
export const failedSights: readonly Sight[] = (
  [
    ["the visits", "nobody", () => "/"],
    ["a visit", "nobody", ({ next }) => `/visits/${next}`],
    ["my page", "seeker", () => "/my"],
    ["our firm", "employer", ({ employerId }) => `/console/employers/${employerId}`],
    ["interview times", "employer", ({ employerId }) => `/console/employers/${employerId}/slot-requests`],
    ["who applied", "employer", applicants.path],
    ["whom a plan affects", "manager", plan("draft").path],
    ["the season", "manager", () => "/console/visits"],
    ["a plan", "manager", ({ planned }) => `/console/visits/${planned}`],
    ["approvals", "manager", () => "/console/approvals"],
    ["visits to work at", "manager", () => "/staff"],
    ["the day", "desk", ({ today }) => `/staff/visits/${today}`],
    ["people to call", "desk", ({ today }) => `/staff/visits/${today}/calls`],
    ["one person", "desk", ({ today, ownRegistration }) => `/staff/visits/${today}/people/${ownRegistration}`],
  ] satisfies [string, Visitor, Sight["path"]][]
).map(([name, by, path]) => ({
  name: `no connection: ${name}`,
  by,
  path,
  before: loseConnection,
  reach: failed,
  provokes: /^net::ERR_INTERNET_DISCONNECTED/,
}));

/** Forms sent with nothing in them, and the button that sends them. */
export const refusedForms: readonly (Sight & { send: (locale: Speaking["locale"]) => string })[] = [
  { name: "signing in", by: "nobody", path: () => "/sign-in", send: (locale) => signInWords[locale].sendCode, provokes: /^422 / },
  {
    name: "who comes",
    by: "newcomer",
    path: ({ next, freeSlot }) => `/visits/${next}?slot=${freeSlot}`,
    send: (locale) => bookingWords[locale].next,
    provokes: /^422 /,
  },
  {
    name: "consent",
    by: "registered",
    path: ({ next, freeSlot }) => `/visits/${next}?slot=${freeSlot}`,
    send: (locale) => bookingWords[locale].confirmNow.book,
  },
  { name: "registering a firm", by: "newcomer", path: () => "/console/register", send: (locale) => employerWords[locale].registerSend },
  { name: "inviting a colleague", ...firm("/members"), send: (locale) => membersWords[locale].send },
  { name: "a posting", ...firm("/postings/new"), send: (locale) => consoleWords[locale].save },
  { name: "interview times", ...firm("/slot-requests/new"), send: (locale) => timesWords[locale].askSend },
  {
    name: "times of the centre",
    by: "manager",
    path: ({ next }) => `/console/visits/${next}/centre-times/new`,
    send: (locale) => centreTimesWords[locale].send,
  },
  {
    name: "a plan for a visit",
    by: "manager",
    path: ({ next }) => `/console/visits/${next}/plans/new`,
    send: (locale) => planWords[locale].toPreview,
  },
  { name: "a place", by: "manager", path: () => "/console/places/new", send: (locale) => consoleWords[locale].save },
  { name: "a visit", by: "manager", path: () => "/console/visits/new", send: (locale) => managerWords[locale].planSend },
  { name: "staff", by: "manager", path: () => "/console/members", send: (locale) => consoleWords[locale].save },
  { name: "the log as a file", ...accessLog, send: (locale) => accessLogWords[locale].exportNow },
  {
    name: "signing off a month",
    ...month,
    before: answer("**/api/staff/access-log/months/2026-10", aMonth(false)),
    send: (locale) => accessLogWords[locale].sign,
    provokes: /^422 /,
  },
  {
    name: "a new incident",
    by: "manager",
    path: () => "/console/incidents",
    send: (locale) => incidentWords[locale].open,
    provokes: /^422 /,
  },
  {
    name: "a new system to tell",
    by: "manager",
    path: () => "/console/connections",
    reach: (on) => button(on, connectionWords[on.locale].toldAdd).click(),
    send: (locale) => connectionWords[locale].add,
  },
  {
    name: "picking entries of an incident",
    ...incident,
    before: answer("**/api/staff/incidents/inc_*", openIncident),
    send: (locale) => incidentWords[locale].pick,
    provokes: /^422 /,
  },
  { name: "cancelling for a person", ...onBooking("/cancel"), send: (locale) => staffDayWords[locale].cancelNow, provokes: /^422 / },
  {
    name: "taking a registration back",
    ...onPerson("/withdraw"),
    send: (locale) => staffPeopleWords[locale].withdrawNow,
    provokes: /^422 /,
  },
  {
    name: "correcting somebody's details",
    ...onPerson("/details"),
    send: (locale) => staffPeopleWords[locale].detailsSave,
    provokes: /^422 /,
  },
  {
    name: "writing down somebody's address",
    ...onPerson("/address"),
    before: withoutMail,
    send: (locale) => staffAddressWords[locale].save,
    provokes: /^422 /,
  },
  {
    name: "handing out somebody's data",
    ...onPerson("/data"),
    before: withoutMail,
    send: (locale) => staffOwnDataWords[locale].exportNow,
    provokes: /^422 /,
  },
  { name: "registering somebody", ...atToday("/register"), send: (locale) => staffDayWords[locale].registerNow },
  { name: "booking for a person", ...onPerson("/book"), send: (locale) => staffDayWords[locale].bookNow },
  {
    name: "giving a seat away",
    ...onBooking("/seat"),
    before: nobodyCame,
    send: (locale) => staffDayWords[locale].seatNow,
  },
];
