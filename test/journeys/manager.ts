import { centreServiceLabels, staffRoleLabels } from "../../shared/copy/codes.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { managerWords } from "../../shared/copy/pages-manager.ts";
import { approvalWords } from "../../shared/copy/pages-manager-approvals.ts";
import { type Place, placeNameOf } from "../../shared/domain/place.ts";
import { dateText, type LocalDate } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { zones } from "../../shared/domain/zones.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";

/** What a manager does in the console, by clicking. Each begins and ends on a page with the menu. */

export const addPlace = async (manager: Speaking, place: Omit<Place, "zone" | "noteKo" | "noteEn">): Promise<void> => {
  const words = managerWords[manager.locale];
  await link(manager, consoleWords[manager.locale].places).click();
  await link(manager, words.addPlace).first().click();
  await heading(manager, words.addPlaceTitle).waitFor();
  await field(manager, words.placeId).fill(place.placeId);
  await field(manager, words.district).selectOption(place.districtCode);
  await field(manager, words.placeNameKo).fill(place.nameKo);
  await field(manager, words.placeNameEn).fill(place.nameEn);
  await field(manager, words.roadAddress, { optional: true }).fill(place.roadAddress ?? "");
  await field(manager, words.lat).fill(String(place.lat));
  await field(manager, words.lng).fill(String(place.lng));
  await field(manager, words.stationKo, { optional: true }).fill(place.stationKo ?? "");
  await field(manager, words.stationEn, { optional: true }).fill(place.stationEn ?? "");
  if (place.stepFreeAccess) await field(manager, words.stepFree).check();
  if (place.indoorWaiting) await field(manager, words.indoorWaiting).check();
  await button(manager, consoleWords[manager.locale].save).click();
  await sees(manager, words.placeSaved(place.nameKo));
  const zone = zones.find(({ districts }) => districts.some(({ code }) => code === place.districtCode));
  await heading(manager, zone?.[manager.locale] ?? "").waitFor();
};

export const addStaff = async (manager: Speaking, member: { mail: string; name: string; role: StaffRole }): Promise<void> => {
  const words = managerWords[manager.locale];
  await link(manager, consoleWords[manager.locale].members).click();
  await field(manager, words.memberMail).fill(member.mail);
  await field(manager, words.memberName).fill(member.name);
  await manager.page.getByRole("checkbox", { name: `${staffRoleLabels[member.role][manager.locale]} (` }).check();
  await button(manager, consoleWords[manager.locale].save).click();
  await sees(manager, words.memberSaved(member.name));
};

export type VisitPlanned = { date: LocalDate; place: Place; team: readonly string[]; desks: readonly string[] };

/** A visit is called by its day and its place. */
const nameOfVisit = ({ date, place }: VisitPlanned, { locale }: Speaking, between = " "): string =>
  `${dateText(date, locale)}${between}${placeNameOf(place, locale)}`;

export const planVisit = async (manager: Speaking, visit: VisitPlanned): Promise<void> => {
  const words = managerWords[manager.locale];
  await link(manager, consoleWords[manager.locale].visits).click();
  await link(manager, words.planVisit).first().click();
  await field(manager, words.date).fill(visit.date);
  await field(manager, words.place).selectOption({ label: placeNameOf(visit.place, manager.locale) });
  for (const [i, name] of visit.team.entries()) {
    if (i > 0) await button(manager, words.addTeamMember).click();
    await field(manager, words.teamMember(i + 1)).fill(name);
  }
  await manager.page.getByRole("checkbox", { name: centreServiceLabels.startup[manager.locale], exact: true }).check();
  for (const [i, label] of visit.desks.entries()) await field(manager, words.desk(i + 1)).fill(label);
  await button(manager, words.planSend).click();
  await sees(manager, words.planSaved);
  await heading(manager, nameOfVisit(visit, manager, manager.locale === "en" ? ", " : " ")).waitFor();
};

export const confirmEmployer = async (manager: Speaking, name: string): Promise<void> => {
  const words = approvalWords[manager.locale];
  await link(manager, consoleWords[manager.locale].approvals).click();
  await heading(manager, words.employersTitle(1)).waitFor();
  await button(manager, `${words.approveEmployer} ${name}`).click();
  await sees(manager, words.employerApproved(name));
};

/** On the page of approvals, some time later. */
export const approveTimes = async (
  manager: Speaking,
  { employer, desk, times }: { employer: string; desk: string; times: number },
): Promise<void> => {
  const words = approvalWords[manager.locale];
  await manager.page.reload();
  await heading(manager, words.requestsTitle(1)).waitFor();
  await field(manager, words.chooseDesk).selectOption({ label: desk });
  await button(manager, `${words.approveTimes} ${employer}`).click();
  await sees(manager, words.timesApproved(employer, times));
};

export const openVisit = async (manager: Speaking, visit: VisitPlanned): Promise<void> => {
  const words = managerWords[manager.locale];
  await link(manager, consoleWords[manager.locale].visits).click();
  await link(manager, nameOfVisit(visit, manager)).click();
  await button(manager, words.openVisit).click();
  const dialog = manager.page.getByRole("dialog", { name: words.openTitle });
  await dialog.getByText(words.openWarning).waitFor();
  await dialog.getByRole("button", { name: words.openConfirm, exact: true }).click();
  await sees(manager, words.opened);
};
