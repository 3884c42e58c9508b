import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { openEnrolment } from "../../functions/accounts/account-writes.ts";
import { ensureAccount } from "../../functions/accounts/ensure-account.ts";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { decideEmployer } from "../../functions/employers/decide-employer.ts";
import { registerEmployer } from "../../functions/employers/register-employer.ts";
import { putPlace } from "../../functions/places/put-place.ts";
import type { Clock } from "../../functions/platform/clock.ts";
import type { LedgerDeps } from "../../functions/platform/deps.ts";
import { transact } from "../../functions/platform/transact.ts";
import { writePosting } from "../../functions/postings/write-posting.ts";
import { EmployerProfile } from "../../shared/domain/employer.ts";
import { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import { Locale } from "../../shared/domain/locale.ts";
import { Place } from "../../shared/domain/place.ts";
import { PostingDraft } from "../../shared/domain/posting.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { StaffRole } from "../../shared/domain/states.ts";
import { MailAddress, PhoneNumber } from "../../shared/domain/text.ts";
import type { Outcome } from "../../shared/problem/catalogue.ts";
import type { Authenticator } from "./authenticator.ts";

/** The demo's centre before its first visit, through the use cases that the API uses: staff, places and employers. */
export const read = <Schema extends z.ZodMiniType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(import.meta.dirname, "demo", file), "utf8")));

export const DemoEmployer = z.object({
  status: z.enum(["verified", "registered", "visited"]),
  profile: EmployerProfile,
  postings: z.array(z.object({ draft: PostingDraft, minutes: z.int() })),
});
export const DemoPeople = z.object({
  staff: z.array(z.object({ name: z.string(), mail: MailAddress, roles: z.array(StaffRole) })),
  seekers: z.array(z.object({ name: z.string(), birthYear: z.int(), phone: PhoneNumber, mail: MailAddress, locale: Locale })),
});

/** Use cases decide by the clock, so the season is put in at the times when its people would have done it. */
export type SeasonClock = Clock & { set(instant: Instant): void };
export const mustBe = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`The demo season was refused: ${outcome.reason} ${JSON.stringify(outcome.fields ?? [])}`);
  return outcome.value;
};

export type Season = { deps: LedgerDeps & { clock: SeasonClock }; today: LocalDate };
export type SeasonEmployer = { employerId: EmployerId; interviewer: string; postings: { postingId: PostingId; minutes: number }[] };

export const nineOn = (date: LocalDate): Instant => instantOf(date, LocalTime.parse("09:00"));

export const seedStaff = async ({ deps }: Season): Promise<void> => {
  const { staff } = read("people.json", DemoPeople);
  for (const member of staff) await grantRoles(deps, member);
};

/**
 * Everybody of the season who has rights. With a place to keep them, each gets an authenticator app whose codes the inbox shows (`authenticator.ts`); without one,
 * each is invited as of now, to enrol what they like.
 */
export const seedSecondSteps = async ({ deps }: Season, now: Instant, authenticator: Authenticator | undefined): Promise<void> => {
  const { staff } = read("people.json", DemoPeople);
  const firms = read("employers.json", z.array(DemoEmployer)).filter(({ status }) => status !== "visited");
  for (const mail of new Set([...staff.map((member) => member.mail), ...firms.map(({ profile }) => profile.contact.mail)])) {
    const { accountId } = await ensureAccount(deps, mail);
    await transact(deps.db, { account: openEnrolment(accountId, enrolmentUntil(now)) });
    if (authenticator) await authenticator.enrol(deps, { accountId, mail });
  }
};

export const seedPlaces = async ({ deps }: Season): Promise<void> => {
  for (const place of read("places.json", z.array(Place))) await putPlace(deps, place);
};

export const seedEmployers = async ({ deps, today }: Season): Promise<SeasonEmployer[]> => {
  deps.clock.set(nineOn(addDays(today, -60)));
  const verified: SeasonEmployer[] = [];
  for (const { status, profile, postings } of read("employers.json", z.array(DemoEmployer))) {
    if (status === "visited") continue;
    const employerId = EmployerId.parse(deps.ids.mint("emp"));
    const { accountId } = await ensureAccount(deps, profile.contact.mail);
    mustBe(await registerEmployer(deps, { employerId, profile, actor: { accountId, employerIds: [], proof: "none" } }));
    const written: SeasonEmployer["postings"] = [];
    for (const { draft, minutes } of postings) {
      const { posting } = mustBe(await writePosting(deps, { employerId, postingId: PostingId.parse(deps.ids.mint("pst")), draft }));
      written.push({ postingId: posting.postingId, minutes });
    }
    if (status !== "verified") continue;
    mustBe(await decideEmployer(deps, employerId, { decision: "approve" }));
    verified.push({ employerId, interviewer: profile.contact.name, postings: written });
  }
  return verified;
};
