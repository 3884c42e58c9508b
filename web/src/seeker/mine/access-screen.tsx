import { useCallback, useEffect, useState } from "preact/hooks";
import type { MyAccessRow } from "../../../../shared/contract/access-log.ts";
import { kindWords, purposeWords } from "../../../../shared/copy/access-log.ts";
import { staffRoleLabels } from "../../../../shared/copy/codes.ts";
import { accessWords } from "../../../../shared/copy/pages-seeker/access.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call, type Value } from "../../platform/api.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";

type Shown = Value<"GET /api/me/access-log">;

/** Who saw my data, as what and what for: newest first. */
export const AccessScreen = () => {
  const locale = useLocale();
  const words = useWords(accessWords);
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const ask = useCallback(async (earlier?: Shown) => {
    setBusy(true);
    const answer = await call("GET /api/me/access-log", { query: earlier?.next ? { before: earlier.next } : {} });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setShown({ ...answer.value, rows: [...(earlier?.rows ?? []), ...answer.value.rows] });
  }, []);
  useEffect(() => {
    void ask();
  }, [ask]);
  return (
    <Page narrow focus title={words.title} lead={words.lead} back={{ href: pathIn(locale, "/my"), label: words.backTo }}>
      {!shown && !problem && <Loading />}
      {shown?.rows.length === 0 && <Empty title={words.none} />}
      {shown && shown.rows.length > 0 && (
        <ul class="stack" role="list">
          {shown.rows.map((row) => (
            <Row key={row.entryId} row={row} />
          ))}
        </ul>
      )}
      {problem && <Failed problem={problem} onRetry={() => void ask(shown)} />}
      {shown?.next && !problem && (
        <Button busy={busy} onClick={() => void ask(shown)}>
          {words.more}
        </Button>
      )}
      <p class="soft">{words.question}</p>
    </Page>
  );
};

const Row = ({ row: { at, until, kind, by, visit, people } }: { row: MyAccessRow }) => {
  const locale = useLocale();
  const words = useWords(accessWords);
  const firm = by.as === "employer" ? inLocale(locale, by.nameKo, by.nameEn) : undefined;
  const place = visit && inLocale(locale, visit.placeNameKo, visit.placeNameEn);
  const centre = by.as === "staff" && by.role ? words.centreAs(staffRoleLabels[by.role][locale]) : words.centre;
  return (
    <Card as="li">
      <h2 class="access-what">{kindWords[kind][locale]}</h2>
      <p>
        <time dateTime={at}>{momentText(at, locale)}</time>
      </p>
      <Facts
        rows={[
          [words.who, firm ? <span lang={firm.lang}>{words.employer(firm.text)}</span> : centre],
          [words.why, purposeWords[kind]?.[locale]],
          [
            words.visit,
            visit && place && (
              <span>
                {dateText(visit.date, locale)} <span lang={place.lang}>{place.text}</span>
              </span>
            ),
          ],
        ]}
      />
      {people !== null && people > 1 && <p class="soft">{words.onList(people)}</p>}
      {until && people !== null && <p class="soft">{words.until(clockText(until, locale))}</p>}
    </Card>
  );
};
