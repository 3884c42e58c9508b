import type { AccessLogRow } from "../../../../../shared/contract/access-log.ts";
import { kindWords, purposeWords, rightsText } from "../../../../../shared/copy/access-log.ts";
import { staffRoleLabels } from "../../../../../shared/copy/codes.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { isOfFirm } from "../../../../../shared/domain/access-log.ts";
import { dateText } from "../../../../../shared/domain/seoul-time.ts";
import { clockText, momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Card, Facts } from "../../../ui/card.tsx";
import { leadPath, talkPath } from "../../paths.ts";
import { listPath } from "./access-query.ts";

const useWho = () => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  return (who: AccessLogRow["who"]): string => {
    switch (who.who) {
      case "staff":
        return [who.name ?? words.someStaff, who.role && staffRoleLabels[who.role][locale]].filter(Boolean).join(" · ");
      case "member":
        return [who.name ?? words.member, who.employerNameKo].filter(Boolean).join(" · ");
      case "device":
        return [words.table, who.employerNameKo].filter(Boolean).join(" · ");
      case "operator":
        return words.operator;
      case "stranger":
        return `${words.stranger} (${who.addressHash.slice(0, 8)})`;
    }
  };
};

export const WhoName = ({ who }: { who: AccessLogRow["who"] }) => {
  const nameOf = useWho();
  const text = nameOf(who);
  return "accountId" in who ? <a href={listPath("accountId", who.accountId)}>{text}</a> : <span>{text}</span>;
};

/** One entry of the log. */
/** Where the one firm or talk is read that was shown; of several, and of what is gone, nothing leads anywhere. */
const pathOfRecord = ({ kind, records }: AccessLogRow): string | undefined => {
  const [id, ...others] = records ?? [];
  if (!id || others.length > 0) return undefined;
  return kind === "lead" ? leadPath(id) : kind === "talk" ? talkPath(id) : undefined;
};

export const AccessRow = ({ row }: { row: AccessLogRow }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  const { at, until, kind, who, visit, employer, person, people, account, ip, session, deviceId } = row;
  const recordPath = pathOfRecord(row);
  const isRepeated = until !== null && people !== null;
  return (
    <Card as="li" class="access-row">
      <div class="card-head">
        <h3 class="card-title">{kindWords[kind][locale]}</h3>
        <time dateTime={at}>{momentText(at, locale)}</time>
      </div>
      <Facts
        rows={[
          [words.who, <WhoName key="who" who={who} />],
          [words.why, purposeWords[kind]?.[locale]],
          [
            words.whose,
            person || account || people !== null || visit || employer ? (
              <span class="access-whose">
                {person && <a href={listPath("personId", person.personId)}>{person.maskedName}</a>}
                {account && (
                  <a href={listPath("accountId", account.accountId)}>{account.name ?? (isOfFirm(kind) ? words.member : words.someStaff)}</a>
                )}
                {!person && people !== null && <span>{words.count(people)}</span>}
                {recordPath && <a href={recordPath}>{words.record}</a>}
                {visit && <span>{words.ofVisit(dateText(visit.date, locale), visit.placeNameKo)}</span>}
                {employer && <span>{employer.nameKo}</span>}
              </span>
            ) : null,
          ],
          [words.before, rightsText(kind, row.before, locale)],
          [words.after, rightsText(kind, row.after, locale)],
          [words.reason, row.reason],
          [words.refusal, row.refusal && (words.refusals[row.refusal] ?? row.refusal)],
          [words.from, ip],
          [words.device, deviceId],
          [words.session, session?.slice(0, 8)],
        ]}
      />
      {isRepeated && <p class="soft small">{words.until(clockText(until, locale))}</p>}
    </Card>
  );
};
