import { ensureAccount } from "../../../functions/accounts/ensure-account.ts";
import type { LedgerDeps } from "../../../functions/platform/deps.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { OccupationMajor } from "../../../shared/domain/report-traits.ts";
import type { PersonEducation, Sex } from "../../../shared/domain/statistics.ts";
import { MailAddress, PhoneNumber } from "../../../shared/domain/text.ts";

/** Somebody who comes to visits; `band` is the place of their age in `ageBands`. `said`: what they have told of themselves so far. */
export type Guest = {
  said: { sex?: Sex; education?: PersonEducation; occupation?: OccupationMajor };
  personId: PersonId;
  mail: MailAddress;
  name: string;
  birthYear: number;
  band: number;
  phone: PhoneNumber;
};

const families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안"] as const;
const first = ["하", "가", "나", "다", "라", "보", "새", "아", "이", "소", "은", "지", "현"] as const;
const second = ["람", "온", "율", "빛", "솔", "결", "담", "미", "준", "연", "슬"] as const;
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** The n-th name; the numbers of names have no common divisor, so that it takes long until one comes again. */
export const nameOf = (n: number): string => `${pick(families, n)}${pick(first, n)}${pick(second, n)}`;

const seasonYear = 2026;
/** By band: the youngest age that is taken, and how many years from it on. */
const agesOf = [
  { from: 21, years: 8 },
  { from: 31, years: 8 },
  { from: 41, years: 8 },
  { from: 51, years: 8 },
  { from: 61, years: 9 },
] as const;

/** The n-th new guest of a season. Nobody exists: addresses are `example.com`, numbers are never given out. */
export const aGuest = async (deps: LedgerDeps, n: number, band: number): Promise<Guest> => {
  const mail = MailAddress.parse(`season${String(n).padStart(4, "0")}@example.com`);
  const { personId } = await ensureAccount(deps, mail);
  const { from, years } = pick(agesOf, band);
  const phone = PhoneNumber.parse(`0100000${String(n).padStart(4, "0")}`);
  return { personId, mail, name: nameOf(n), birthYear: seasonYear - from - (n % years), band, phone, said: {} };
};
