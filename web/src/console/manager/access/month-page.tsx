import { useCallback } from "preact/hooks";
import type { MonthSummary } from "../../../../../shared/contract/access-log.ts";
import { kindWords } from "../../../../../shared/copy/access-log.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { monthText } from "../../../../../shared/domain/months.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFinish } from "../../outcome.tsx";
import { accessLogPath, listPath } from "./access-query.ts";
import { WhoName } from "./access-row.tsx";
import { MonthTag } from "./months.tsx";

/** A month at a glance, and its sign-off. */
export const MonthPage = ({ month }: { month: string }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  const ask = useCallback(() => call("GET /api/staff/access-log/months/{month}", { params: { month } }), [month]);
  const [loaded, reload] = useLoaded(ask);
  const title = words.monthTitle(/^\d{4}-\d{2}$/.test(month) ? monthText(month, locale) : month);
  const back = { href: accessLogPath, label: words.title };
  if (loaded.state !== "loaded") return <Unloaded title={title} back={back} loaded={loaded} onRetry={reload} />;
  const summary = loaded.value;
  return (
    <Page title={title} lead={<MonthTag month={summary} />} back={back} focus={hasMoved()}>
      <p>{words.monthEntries(summary.entries)}</p>
      {summary.entries === 0 ? <Empty title={words.none} /> : <Glance summary={summary} />}
      <SignOff summary={summary} onSigned={reload} />
    </Page>
  );
};

const Glance = ({ summary: { kinds, lookers } }: { summary: MonthSummary }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  return (
    <>
      <section class="stack">
        <h2>{words.lookersTitle}</h2>
        <p class="soft">{words.lookersLead}</p>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.looker}</th>
              <th scope="col">{words.people}</th>
              <th scope="col">{words.looks}</th>
              <th scope="col">{words.atNight}</th>
            </tr>
          </thead>
          <tbody>
            {lookers.map(({ who, people, entries, atNight }) => (
              <tr key={JSON.stringify(who)}>
                <th scope="row">
                  <WhoName who={who} />
                </th>
                <td>{people}</td>
                <td>{entries}</td>
                <td>{atNight}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="stack">
        <h2>{words.kindsTitle}</h2>
        <table class="figures">
          <tbody>
            {kinds.map(({ kind, entries }) => (
              <tr key={kind}>
                <th scope="row">
                  <a href={listPath("kind", kind)}>{kindWords[kind][locale]}</a>
                </th>
                <td>{entries}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};

const SignOff = ({ summary: { month, isOver, review }, onSigned }: { summary: MonthSummary; onSigned: () => Promise<void> }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  const finish = useFinish();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ note: textIn(data, "/note") }),
    send: (body) => call("PUT /api/staff/access-log/months/{month}/review", { params: { month }, body }),
    onDone: async () => {
      await onSigned();
      finish(words.signed(monthText(month, locale)));
    },
  });
  if (review)
    return (
      <Notice tone="good" title={words.monthDone}>
        <p>{words.signedBy(review.byName ?? words.somebody, momentText(review.at, locale))}</p>
        <p>{review.note}</p>
      </Notice>
    );
  if (!isOver) return <p class="soft">{words.notOver}</p>;
  return (
    <Card as="section">
      <h2>{words.signTitle}</h2>
      <p class="soft">{words.signLead}</p>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <TextArea pointer="/note" label={words.note} error={errorAt("/note")} rows={2} maxLength={200} />
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {words.sign}
          </Button>
        </div>
      </form>
    </Card>
  );
};
