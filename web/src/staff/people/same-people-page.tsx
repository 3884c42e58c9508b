import { useCallback, useState } from "preact/hooks";
import type { SamePair } from "../../../../shared/contract/same-people.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { samePeopleWords } from "../../../../shared/copy/pages-staff-same-people.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

const keyOf = ({ one, other }: SamePair): string => `${one.personId} ${other.personId}`;

/** People who may be there twice: merged with a reason, taken apart again where that was wrong. Not renewed by itself: each look is logged. */
export const SamePeoplePage = ({ visitId }: { visitId: string }) => {
  const words = useWords(samePeopleWords);
  const dayWords = useWords(staffDayWords);
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/same-people", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}`, label: dayWords.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { pairs } = loaded.value;
  const onDone = async (text: string) => {
    setOpen(undefined);
    await reload();
    setSaid(text);
  };
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {pairs.length === 0 && <Empty title={words.none} />}
      <ul class="stack" role="list">
        {pairs.map((pair) => (
          <Card as="li" key={keyOf(pair)}>
            <Pair pair={pair} />
            {open === keyOf(pair) ? (
              <PairForm visitId={visitId} pair={pair} onDone={onDone} onCancel={() => setOpen(undefined)} />
            ) : (
              <Button onClick={() => setOpen(keyOf(pair))}>{pair.isMerged ? words.separate : words.merge}</Button>
            )}
          </Card>
        ))}
      </ul>
    </Page>
  );
};

const Pair = ({ pair: { one, other, phone, isMerged } }: { pair: SamePair }) => {
  const words = useWords(samePeopleWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const about = ({ phoneEnd, hasMail, registrationId, lastVisitOn }: SamePair["one"]): string =>
    [
      ...[words.phoneEnd(phoneEnd), words.mail(hasMail)],
      ...(registrationId ? [words.here] : []),
      ...(lastVisitOn ? [words.lastVisit(dateText(lastVisitOn, locale))] : []),
    ].join(", ");
  return (
    <>
      <h2>{dayWords.namedPerson(one.maskedName)}</h2>
      <div class="row">
        <Tag>{words.birthYear(one.birthYear)}</Tag>
        <Tag tone={phone === "same" ? "good" : "sign"}>{words.phone[phone]}</Tag>
        {isMerged && <Tag tone="good">{words.merged}</Tag>}
      </div>
      <Facts
        long
        rows={[
          [words.first, about(one)],
          [words.second, about(other)],
        ]}
      />
    </>
  );
};

type FormProps = { visitId: string; pair: SamePair; onDone: (said: string) => Promise<void>; onCancel: () => void };

const PairForm = ({ visitId, pair: { one, other, isMerged }, onDone, onCancel }: FormProps) => {
  const words = useWords(samePeopleWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ one: one.personId, other: other.personId, reason: textIn(data, "/reason") }),
    send: (body) =>
      isMerged
        ? call("POST /api/staff/visits/{visitId}/same-people/separations", { params: { visitId }, body })
        : call("POST /api/staff/visits/{visitId}/same-people/merges", { params: { visitId }, body }),
    onDone: () => onDone(isMerged ? words.separatedNow : words.mergedNow),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/reason"
        label={words.reason}
        hint={words.reasonHint}
        error={errorAt("/reason")}
        maxLength={120}
        autoComplete="off"
      />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {isMerged ? words.separateNow : words.mergeNow}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};
