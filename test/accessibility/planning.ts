import type { Page } from "playwright-core";
import type { ShownTeam } from "../../shared/contract/season.ts";
import { seasonWords } from "../../shared/copy/pages-manager-season.ts";
import { calendarPageWords } from "../../shared/copy/pages-seeker/calendar.ts";
import { DeskId } from "../../shared/domain/ids.ts";
import { LocalTime } from "../../shared/domain/seoul-time.ts";
import { PhoneNumber } from "../../shared/domain/text.ts";
import { button, field, type Speaking } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

const time = (text: string) => LocalTime.parse(text);

/** The team as the API has it, with people in it: one of them elsewhere, too, and one without rights. */
const withPeople = async (page: Page): Promise<void> => {
  await page.route("**/api/staff/visits/*/team", async (route) => {
    const response = await route.fetch();
    const team = (await response.json()) as ShownTeam;
    const duty = {
      ...{ from: time("10:00"), to: time("17:00"), rest: { from: time("12:00"), to: time("13:00") }, clashSettled: false, clashes: [] },
      ...{ deskId: DeskId.parse("d1"), specialities: ["resume", "interview_prep"] as ShownTeam["members"][number]["specialities"] },
    };
    const [one, two] = team.choices;
    if (!one || !two) throw new Error("There is no staff in the demo season.");
    team.members = [
      { ...duty, ...one, roles: ["counsellor"], rights: ["counsellor"] },
      {
        ...{ ...duty, ...two, roles: ["desk"], rights: [], specialities: [], deskId: null },
        clashes: [{ visitId: team.visit.visitId, placeNameKo: "서울역광장", placeNameEn: "Seoul Station Plaza" }],
      },
    ];
    team.contacts = [{ what: "전기", name: "관리사무소", phone: PhoneNumber.parse("02-000-0009") }];
    team.version = 1;
    await route.fulfill({ response, json: team });
  });
};

const proposed = async (on: Speaking) => {
  const words = seasonWords[on.locale];
  await field(on, words.inCharge).fill("운영팀 백다온");
  await button(on, words.propose).click();
  await on.page.getByRole("heading", { name: words.proposalsTitle }).waitFor();
};

export const calendarSights: readonly Sight[] = [
  {
    name: "the calendar of visits, with addresses open",
    by: "nobody",
    path: () => "/calendar",
    reach: async (on) => {
      await on.page.getByText(calendarPageWords[on.locale].addressTitle).click();
    },
  },
];

export const planningSights = {
  "/console/visits/season": [
    { name: "rules of a season", by: "manager", path: () => "/console/visits/season" },
    { name: "a proposed season", by: "manager", path: () => "/console/visits/season", reach: proposed },
    {
      name: "changing a proposed visit",
      by: "manager",
      path: () => "/console/visits/season",
      reach: async (on) => {
        await proposed(on);
        await on.page.locator(".season-visit button").first().click();
        await on.page.getByRole("dialog").waitFor();
      },
    },
  ],
  "/console/visits/:visitId/team": [
    { name: "a team of nobody", by: "manager", path: ({ next }) => `/console/visits/${next}/team` },
    { name: "a team with a clash", by: "manager", path: ({ next }) => `/console/visits/${next}/team`, before: withPeople },
  ],
  "/console/visits/:visitId/run-sheet": [
    { name: "the run sheet", by: "manager", path: ({ next }) => `/console/visits/${next}/run-sheet`, before: withPeople },
  ],
  "/console/visits/:visitId/poster": [{ name: "the poster", by: "manager", path: ({ next }) => `/console/visits/${next}/poster` }],
} satisfies Record<string, readonly Sight[]>;
