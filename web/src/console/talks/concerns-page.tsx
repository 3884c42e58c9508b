import { useCallback, useState } from "preact/hooks";
import type { ConcernRow } from "../../../../shared/contract/talks.ts";
import { concernCategoryLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { talkPath, talksPath } from "../paths.ts";
import { type Asked, usePages } from "../use-pages.ts";
import { ConcernFacts, ConcernTag } from "./concern-parts.tsx";

type List = "open" | "answered";

/** Concerns of firms: those to be answered, the most urgent first, or those that were. */
export const ConcernsPage = () => {
  const words = useWords(talkWords);
  const [list, setList] = useState<List>("open");
  const ask = useCallback(
    async (after: string | undefined): Asked<ConcernRow> => {
      const answer = await call("GET /api/office/concerns", { query: { list, ...(after !== undefined && { after }) } });
      return answer.ok ? { ok: true, value: { rows: answer.value.concerns, next: answer.value.next } } : answer;
    },
    [list],
  );
  const { loaded, reload, rows = [], next, busy = false, goOn } = usePages(ask);
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <div class="row">
        <ButtonLink kind="main" href={`${talksPath}/new`}>
          {words.signUpFirm}
        </ButtonLink>
        <ButtonLink href={`${talksPath}/counts`}>{words.toCounts}</ButtonLink>
      </div>
      <SelectField
        pointer="/list"
        label={words.list}
        defaultValue={list}
        choices={[
          { value: "open", label: words.lists.open },
          { value: "answered", label: words.lists.answered },
        ]}
        onChange={(event) => setList(event.currentTarget.value as List)}
      />
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && rows.length === 0 && <Empty title={words.none[list]}>{null}</Empty>}
      <div class="cards">
        {rows.map((concern) => (
          <RowCard key={concern.concernId} concern={concern} />
        ))}
      </div>
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.more}
          </Button>
        </div>
      )}
    </Page>
  );
};

const RowCard = ({ concern }: { concern: ConcernRow }) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  const { talkId, nameKo, category, text, visitOn } = concern;
  return (
    <Card as="article">
      <h2 class="card-title" lang="ko">
        {nameKo}
      </h2>
      <p>
        <ConcernTag concern={concern} /> {concernCategoryLabels[category][locale]}
      </p>
      <p class="as-written" lang="ko">
        {text}
      </p>
      <ConcernFacts concern={concern} visit={visitOn && dateText(visitOn, locale)} />
      <div>
        <ButtonLink href={talkPath(talkId)}>
          {words.open}
          <span class="unseen"> {nameKo}</span>
        </ButtonLink>
      </div>
    </Card>
  );
};
