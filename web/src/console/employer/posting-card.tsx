import { useState } from "preact/hooks";
import { employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { postingWords } from "../../../../shared/copy/pages-postings.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { postingFactWords } from "../../../../shared/copy/posting-facts.ts";
import type { Posting } from "../../../../shared/domain/posting.ts";
import { isValidOn, lastDaysFrom } from "../../../../shared/domain/posting-days.ts";
import { postingGaps } from "../../../../shared/domain/posting-gaps.ts";
import { addDays, dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Failed } from "../../ui/states.tsx";
import { useFinish } from "../outcome.tsx";
import { employerPath } from "../paths.ts";

/** A posting whose end is so near is said to end soon. */
const soonDays = 14;

/** A posting in short: how long it is valid, and what it might say besides. */
export const PostingCard = ({ posting, onChange }: { posting: Posting; onChange: () => void }) => {
  const { employerId, postingId, draft, source } = posting;
  const firm = useWords(employerWords);
  const words = useWords(postingWords);
  const facts = useWords(postingFactWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const title = inLocale(locale, draft.titleKo, draft.titleEn);
  const gaps = postingGaps(draft).map((gap) => facts.gaps[gap]);
  return (
    <Card as="article">
      <header class="row">
        <h2 class="card-title" lang={title.lang}>
          {title.text}
        </h2>
        {!isValidOn(draft, seoulDateOf(instantNow())) && <Tag>{words.endedTag}</Tag>}
      </header>
      <Facts
        rows={[
          [firm.occupation, occupationLabels[draft.occupation][locale]],
          [firm.headcount, firm.headcountOf(draft.headcount)],
          [firm.employmentType, employmentTypeLabels[draft.employmentType][locale]],
          [firm.pay, payText(draft.pay, locale)],
          [firm.workplaceShort, districtAndZone(draft.districtCode, locale)],
        ]}
      />
      {source && <p class="soft small">{words.imported}</p>}
      {gaps.length > 0 && <p class="soft">{words.gaps(gaps.join(", "))}</p>}
      <Validity posting={posting} title={title.text} onChange={onChange} />
      <div>
        <ButtonLink href={`${employerPath(employerId)}/postings/${postingId}`}>
          {common.change}
          <span class="unseen"> {title.text}</span>
        </ButtonLink>
      </div>
    </Card>
  );
};

type ValidityProps = { posting: Posting; title: string; onChange: () => void };

/** Until when it is valid, and one tap to renew it once that would change something. */
const Validity = ({ posting: { employerId, postingId, draft }, title, onChange }: ValidityProps) => {
  const words = useWords(postingWords);
  const locale = useLocale();
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const today = seoulDateOf(instantNow());
  const { validUntil } = draft;
  const renew = async () => {
    setBusy(true);
    const answer = await call("POST /api/employers/{employerId}/postings/{postingId}/renewal", { params: { employerId, postingId } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(undefined);
    finish(words.renewed(title, dateText(answer.value.draft.validUntil ?? today, locale)));
    onChange();
  };
  const day = validUntil && dateText(validUntil, locale);
  const hasEnded = !isValidOn(draft, today);
  const endsSoon = validUntil !== undefined && validUntil <= addDays(today, soonDays);
  const said = day === undefined ? words.undated : hasEnded ? words.ended(day) : endsSoon ? words.endsSoon(day) : words.validLine(day);
  return (
    <>
      {hasEnded || endsSoon ? <Notice tone="warn">{said}</Notice> : <p>{said}</p>}
      {problem && <Failed problem={problem} />}
      {validUntil !== lastDaysFrom(today).latest && (
        <div>
          <Button busy={busy} onClick={() => void renew()}>
            {words.renew}
            <span class="unseen"> {title}</span>
          </Button>
        </div>
      )}
    </>
  );
};
