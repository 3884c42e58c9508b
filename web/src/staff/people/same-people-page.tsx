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

type Act = "merge" | "separate" | "apart" | "propose";
/** What can be said of two, by what was said before. */
const actsOf = ({ said }: SamePair): readonly Act[] =>
  said === "same" ? ["separate"] : said === "different" ? ["propose"] : ["merge", "apart"];

/** Where each act is sent, and its words. */
const posts = {
  merge: "POST /api/staff/visits/{visitId}/same-people/merges",
  separate: "POST /api/staff/visits/{visitId}/same-people/separations",
  apart: "POST /api/staff/visits/{visitId}/same-people/differences",
  propose: "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal",
} as const satisfies Record<Act, string>;
type Words = (typeof samePeopleWords)["ko"];
const wordsOf = (words: Words) =>
  ({
    merge: { open: words.merge, hint: words.reasonHint, now: words.mergeNow, done: words.mergedNow },
    separate: { open: words.separate, hint: words.reasonHint, now: words.separateNow, done: words.separatedNow },
    apart: { open: words.apart, hint: words.apartHint, now: words.apartNow, done: words.apartDone },
    propose: { open: words.propose, hint: words.apartHint, now: words.proposeNow, done: words.proposeDone },
  }) satisfies Record<Act, object>;

type Open = { key: string; act: Act };

/**
 * People who may be there twice: merged with a reason, or said to be two, and either taken back where that was wrong. Not renewed by itself: each look is logged.
 */
export const SamePeoplePage = ({ visitId }: { visitId: string }) => {
  const words = useWords(samePeopleWords);
  const dayWords = useWords(staffDayWords);
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/same-people", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}`, label: dayWords.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { pairs } = loaded.value;
  const different = pairs.filter((pair) => pair.said === "different");
  const proposed = pairs.filter((pair) => pair.said !== "different");
  const onDone = async (text: string) => {
    setOpen(undefined);
    await reload();
    setSaid(text);
  };
  const frame = { visitId, open, setOpen, onDone };
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {proposed.length === 0 && <Empty title={words.none} />}
      <Pairs pairs={proposed} {...frame} />
      {different.length > 0 && (
        <details class="more-facts">
          <summary>{words.apartTitle(different.length)}</summary>
          <Pairs pairs={different} {...frame} />
        </details>
      )}
    </Page>
  );
};

type FrameProps = {
  visitId: string;
  /** The one pair of which something is being said, and what. */
  open: Open | undefined;
  setOpen: (open: Open | undefined) => void;
  onDone: (said: string) => Promise<void>;
};

const Pairs = ({ pairs, visitId, open, setOpen, onDone }: FrameProps & { pairs: readonly SamePair[] }) => {
  const words = wordsOf(useWords(samePeopleWords));
  return (
    <ul class="stack" role="list">
      {pairs.map((pair) => (
        <Card as="li" key={keyOf(pair)}>
          <Pair pair={pair} />
          {open?.key === keyOf(pair) ? (
            <PairForm key={open.act} visitId={visitId} pair={pair} act={open.act} onDone={onDone} onCancel={() => setOpen(undefined)} />
          ) : (
            <div class="row actions">
              {actsOf(pair).map((act) => (
                <Button key={act} onClick={() => setOpen({ key: keyOf(pair), act })}>
                  {words[act].open}
                </Button>
              ))}
            </div>
          )}
        </Card>
      ))}
    </ul>
  );
};

const Pair = ({ pair: { one, other, phone, said, why } }: { pair: SamePair }) => {
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
        {said === "same" && <Tag tone="good">{words.merged}</Tag>}
      </div>
      <Facts
        long
        rows={[
          [words.first, about(one)],
          [words.second, about(other)],
        ]}
      />
      {why && <p class="soft">{words.apartWhy(why)}</p>}
    </>
  );
};

type FormProps = { visitId: string; pair: SamePair; act: Act; onDone: (said: string) => Promise<void>; onCancel: () => void };

const PairForm = ({ visitId, pair: { one, other }, act, onDone, onCancel }: FormProps) => {
  const words = useWords(samePeopleWords);
  const { hint, now, done } = wordsOf(words)[act];
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ one: one.personId, other: other.personId, reason: textIn(data, "/reason") }),
    send: (body) => call(posts[act], { params: { visitId }, body }),
    onDone: () => onDone(done),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/reason" label={words.reason} hint={hint} error={errorAt("/reason")} maxLength={120} autoComplete="off" />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {now}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};
