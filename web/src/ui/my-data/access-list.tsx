import { useCallback, useEffect, useState } from "preact/hooks";
import type { MyAccessRow } from "../../../../shared/contract/access-log.ts";
import { kindWords, purposeWords } from "../../../../shared/copy/access-log.ts";
import { staffRoleLabels } from "../../../../shared/copy/codes.ts";
import { accessWords } from "../../../../shared/copy/pages-seeker/access.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import type { ClientProblem, Refused, Value } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { clockText, momentWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Card, Facts } from "../card.tsx";
import { Empty, Failed, Loading } from "../states.tsx";
import "./my-data.css";

type Shown = Value<"GET /api/me/access-log">;
type Query = { before?: string };

/** Who saw somebody's data, as what and what for: newest first, further ones by a press. `ask` stays the same as long as it asks for the same person. */
export const AccessList = ({ ask }: { ask: (query: Query) => Promise<{ ok: true; value: Shown } | Refused> }) => {
  const words = useWords(accessWords);
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const load = useCallback(
    async (earlier?: Shown) => {
      setBusy(true);
      const answer = await ask(earlier?.next ? { before: earlier.next } : {});
      setBusy(false);
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) setShown({ ...answer.value, rows: [...(earlier?.rows ?? []), ...answer.value.rows] });
    },
    [ask],
  );
  useEffect(() => {
    void load();
  }, [load]);
  return (
    <>
      {!shown && !problem && <Loading />}
      {shown?.rows.length === 0 && <Empty title={words.none} />}
      {shown && shown.rows.length > 0 && <AccessRows rows={shown.rows} />}
      {problem && <Failed problem={problem} onRetry={() => void load(shown)} />}
      {shown?.next && !problem && (
        <Button busy={busy} onClick={() => void load(shown)}>
          {words.more}
        </Button>
      )}
    </>
  );
};

export const AccessRows = ({ rows }: { rows: readonly MyAccessRow[] }) => (
  <ul class="stack" role="list">
    {rows.map((row) => (
      <Row key={row.entryId} row={row} />
    ))}
  </ul>
);

const Row = ({ row: { at, isBetween, until, kind, by, visit, people } }: { row: MyAccessRow }) => {
  const locale = useLocale();
  const words = useWords(accessWords);
  const firm = by.as === "employer" ? inLocale(locale, by.nameKo, by.nameEn) : undefined;
  const place = visit && inLocale(locale, visit.placeNameKo, visit.placeNameEn);
  const centre = by.as === "staff" && by.role ? words.centreAs(staffRoleLabels[by.role][locale]) : words.centre;
  return (
    <Card as="li">
      <h2 class="access-what">{kindWords[kind][locale]}</h2>
      <p>
        <time dateTime={at}>
          {isBetween && until ? words.between(momentWithYear(at, locale), clockText(until, locale)) : momentWithYear(at, locale)}
        </time>
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
      {until && people !== null && !isBetween && <p class="soft">{words.until(clockText(until, locale))}</p>}
    </Card>
  );
};
