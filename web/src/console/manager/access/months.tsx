import type { MonthReview } from "../../../../../shared/contract/access-log.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { monthText } from "../../../../../shared/domain/months.ts";
import { call } from "../../../platform/api.ts";
import { dayText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Card, Tag } from "../../../ui/card.tsx";
import { Failed, Loading } from "../../../ui/states.tsx";
import { monthPath } from "./access-query.ts";

const askMonths = () => call("GET /api/staff/access-log/months");

/** Which months were looked through, and which wait for it. */
export const Months = () => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(askMonths);
  return (
    <Card as="section">
      <p class="soft">{words.monthsLead}</p>
      {loaded.state === "loading" && <Loading blocks={1} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && (
        <ul class="months" role="list">
          {loaded.value.months.map((month) => (
            <li key={month.month} class="month">
              <a href={monthPath(month.month)}>{monthText(month.month, locale)}</a>
              <MonthTag month={month} />
              {month.review && (
                <span class="soft small">{words.signedBy(month.review.byName ?? words.somebody, dayText(month.review.at, locale))}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

export const MonthTag = ({ month: { isOver, review } }: { month: Pick<MonthReview, "isOver" | "review"> }) => {
  const words = useWords(accessLogWords);
  if (review) return <Tag tone="good">{words.monthDone}</Tag>;
  return isOver ? <Tag tone="sign">{words.monthOpen}</Tag> : <Tag>{words.monthGoing}</Tag>;
};
