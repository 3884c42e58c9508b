import * as z from "zod/mini";
import { ensureAccount } from "../../../functions/accounts/ensure-account.ts";
import { readTicketSealKey } from "../../../functions/platform/env.ts";
import type { AccountId, BookingId, EmployerId, PostingId, ReferralId, RegistrationId, VisitId } from "../../../shared/domain/ids.ts";
import { DemoPeople, read, type Season, type SeasonEmployer, seedEmployers, seedPlaces, seedStaff } from "../centre-seed.ts";
import type { Guest } from "./guests.ts";
import type { FiledVisit } from "./season-file.ts";

/** The centre that holds the season. */
export type Centre = Season & {
  employers: readonly SeasonEmployer[];
  manager: AccountId;
  counsellors: readonly AccountId[];
  ticketSealKey: Uint8Array;
  /** Resolves when all that follows from what was written is done, as in life it would have been long before the next step. */
  drain(): Promise<void>;
  /** Everybody who came so far, the newest last. */
  guests: Guest[];
  visits: HeldVisit[];
};

export type Job = { employerId: EmployerId; postingId: PostingId };
type Interview = { guest: Guest; registrationId: RegistrationId; bookingId: BookingId; employerId: EmployerId };

/** A visit of the file, and what became of it in the table. */
export type HeldVisit = {
  filed: FiledVisit;
  visitId: VisitId;
  /** Jobs of the employers that come. */
  jobs: Job[];
  interviews: { done: Interview[]; missed: Interview[] };
  /** Who comes with a registration. */
  coming: { guest: Guest; registrationId: RegistrationId; isNew: boolean }[];
  walkIns: number;
  /** Who was referred from here, in that order. */
  referred: { guest: Guest; registrationId: RegistrationId; referralId: ReferralId }[];
};

export const openCentre = async (season: Season, drain: () => Promise<void>): Promise<Centre> => {
  await seedStaff(season);
  await seedPlaces(season);
  const { staff } = read("people.json", z.pick(DemoPeople, { staff: true }));
  const idOf = async ({ mail }: { mail: (typeof staff)[number]["mail"] }) => (await ensureAccount(season.deps, mail)).accountId;
  const [manager] = await Promise.all(staff.filter(({ roles }) => roles.includes("manager")).map(idOf));
  const counsellors = await Promise.all(staff.filter(({ roles }) => roles.includes("counsellor")).map(idOf));
  if (!manager) throw new Error("The demo's staff has no manager.");
  const employers = await seedEmployers(season);
  return { ...season, employers, manager, counsellors, ticketSealKey: readTicketSealKey(), drain, guests: [], visits: [] };
};
