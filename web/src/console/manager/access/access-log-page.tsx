import { kindWords } from "../../../../../shared/copy/access-log.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { addDays, dateText, type LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import { hasMoved, useSearch } from "../../../platform/router.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { AccessFilter } from "./access-filter.tsx";
import { destroyedPath, type Listed, listedIn, listPath } from "./access-query.ts";
import { AccessRow } from "./access-row.tsx";
import { ExportForm } from "./export-form.tsx";
import { Months } from "./months.tsx";
import { useAccessLog } from "./use-access-log.ts";

/** Who looked at whose data: a day, one of the staff, a person or a kind at a time; months to be signed off; the log as a file. */
export const AccessLogPage = () => {
  const words = useWords(accessLogWords);
  const listed = listedIn(useSearch());
  const { page, problem, busy, more } = useAccessLog(listed);
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <div class="stack stack-tight">
        {page && (
          <details class="more-facts">
            <summary>{words.filterTitle}</summary>
            <AccessFilter key={JSON.stringify(listed)} listed={listed} today={page.today} />
          </details>
        )}
        <details class="more-facts">
          <summary>{words.monthsTitle}</summary>
          <Months />
        </details>
      </div>
      <section class="stack">
        {!page && !problem && <Loading />}
        {page && <ListHead listed={listed} today={page.today} />}
        {page?.rows.length === 0 && <Empty title={words.none} />}
        {page && page.rows.length > 0 && (
          <ul class="cards" role="list">
            {page.rows.map((row) => (
              <AccessRow key={row.entryId} row={row} />
            ))}
          </ul>
        )}
        {problem && <Failed problem={problem} onRetry={() => void more()} />}
        {page?.next && !problem && (
          <div>
            <Button busy={busy} onClick={() => void more()}>
              {words.more}
            </Button>
          </div>
        )}
      </section>
      {page && <ExportForm today={page.today} />}
      <div>
        <ButtonLink href={destroyedPath}>{words.destroyedLink}</ButtonLink>
      </div>
    </Page>
  );
};

/** What is listed; of a day also the way to its neighbours. */
const ListHead = ({ listed, today }: { listed: Listed; today: LocalDate }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  if (listed.by === "kind") return <h2>{words.listOf.kind(kindWords[listed.kind][locale])}</h2>;
  if (listed.by !== "day") return <h2>{listed.by === "accountId" ? words.listOf.account : words.listOf.person}</h2>;
  const day = listed.day ?? today;
  return (
    <>
      <h2>{words.listOf.day(dateText(day, locale))}</h2>
      <div class="row">
        <ButtonLink href={listPath("day", addDays(day, -1))}>{words.previousDay}</ButtonLink>
        {day < today && <ButtonLink href={listPath("day", addDays(day, 1))}>{words.nextDay}</ButtonLink>}
      </div>
    </>
  );
};
