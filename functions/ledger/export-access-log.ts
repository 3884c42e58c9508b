import type { AccessLogRow } from "../../shared/contract/access-log.ts";
import { kindWords, purposeWords, rightsText } from "../../shared/copy/access-log.ts";
import { exportWords } from "../../shared/copy/access-log-export.ts";
import { staffRoleLabels } from "../../shared/copy/codes.ts";
import { isOfFirm } from "../../shared/domain/access-log.ts";
import { csvOf } from "../../shared/domain/csv.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Instant, type LocalDate, seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { describeEntries } from "./access-rows.ts";
import { entriesOfDays } from "./ledger-reads.ts";
import { addToLedger, type Doer } from "./ledger-writes.ts";

/** A file of more rows is neither answered in time nor read by anybody. */
const mostRows = 10_000;

const whoOf = ({ who }: AccessLogRow, locale: Locale): [who: string, role: string, id: string] => {
  const words = exportWords[locale];
  switch (who.who) {
    case "staff":
      return [who.name ?? "", who.role ? staffRoleLabels[who.role][locale] : words.staff, who.accountId];
    case "member":
      return [[who.employerNameKo, who.name].filter(Boolean).join(" · "), words.member, who.accountId];
    case "device":
      return [who.employerNameKo ?? "", words.device, who.pairingId];
    case "operator":
      return ["", words.operator, ""];
    case "stranger":
      return ["", words.stranger, who.addressHash];
  }
};

const clockOf = (at: Instant): string => `${seoulDateOf(at)} ${seoulTimeOf(at)}`;

const lineOf = (row: AccessLogRow, locale: Locale): (string | number | null)[] => {
  const { at, kind, visit, employer, person, people, records, account, before, after, ip, session, deviceId, refusal, reason } = row;
  return [
    ...[clockOf(at), ...whoOf(row, locale), ip, session, deviceId],
    ...[kindWords[kind][locale], purposeWords[kind]?.[locale] ?? null],
    ...[
      visit ? `${visit.date} ${visit.placeNameKo}` : null,
      employer?.nameKo ?? null,
      person?.maskedName ?? null,
      people,
      records?.join(" ") ?? null,
    ],
    ...[
      account ? (account.name ?? `${isOfFirm(kind) ? exportWords[locale].member : exportWords[locale].staff} ${account.accountId}`) : null,
      rightsText(kind, before, locale),
      rightsText(kind, after, locale),
    ],
    ...[refusal, reason, row.entryId],
  ];
};

/**
 * The log of some days as a file for spreadsheets, in the language of whoever asks. That it was taken, by whom and why, stands in the ledger before the file is
 * given.
 */
export const exportAccessLog = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { from, to, reason, locale }: { from: LocalDate; to: LocalDate; reason: string; locale: Locale },
  by: Doer,
): Promise<Outcome<string>> => {
  const entries = await entriesOfDays(ledger, from, to);
  if (entries.length > mostRows) return refuse("export-too-large");
  const rows = await describeEntries(db, entries);
  const exported = { at: clock.now(), kind: "exported", ...by, reason, days: { from, to }, people: rows.length } as const;
  await addToLedger(ledger, exported, ids.mint("log"));
  return done(csvOf([exportWords[locale].columns, ...rows.map((row) => lineOf(row, locale))]));
};
