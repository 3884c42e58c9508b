import { useState } from "preact/hooks";
import type { PersonAnywhere } from "../../../../shared/contract/people-search.ts";
import { staffAnywhereWords } from "../../../../shared/copy/pages-staff-anywhere.ts";
import { call, type Value } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { dateWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

type Found = Value<"POST /api/office/people-search">;

/** Whoever comes back is found over all visits, by their whole name or the end of their number. Each search is logged. */
export const PeoplePage = () => {
  const words = useWords(staffAnywhereWords);
  const [found, setFound] = useState<Found>();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ text: textIn(data, "/text") }),
    send: (body) => call("POST /api/office/people-search", { body }),
    onDone: setFound,
  });
  return (
    <Page title={words.title} lead={words.lead} back={{ href: "/staff", label: words.toVisits }} narrow focus={hasMoved()}>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <TextField pointer="/text" label={words.text} hint={words.hint} error={errorAt("/text")} maxLength={60} autoComplete="off" />
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {words.search}
          </Button>
        </div>
      </form>
      {found?.people.length === 0 && (
        <div role="status">
          <Empty title={words.none}>
            <p>{words.noneDetail}</p>
          </Empty>
        </div>
      )}
      {found && found.people.length > 0 && (
        <section class="stack">
          <p role="status">
            {words.found(found.people.length)} {found.more && words.more}
          </p>
          <ul class="cards" role="list">
            {found.people.map((person) => (
              <Person key={person.visits[0]?.registrationId} {...person} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
};

const Person = ({ name, birthYear, phoneEnd, visits }: PersonAnywhere) => {
  const words = useWords(staffAnywhereWords);
  const locale = useLocale();
  return (
    <Card as="li">
      <h2 class="card-title">{name}</h2>
      <p>
        {words.born(birthYear)}, {phoneEnd === null ? words.noPhone : words.phoneEnd(phoneEnd)}
      </p>
      {visits.length === 0 && <Notice>{words.noVisit}</Notice>}
      {visits.map(({ visitId, registrationId, date, placeNameKo }) => (
        <div class="stack stack-tight" key={registrationId}>
          <p class="soft" lang="ko">
            {placeNameKo}
          </p>
          <ButtonLink href={`/staff/visits/${visitId}/people/${registrationId}`}>
            {dateWithYear(date, locale)}
            <span class="unseen"> {name}</span>
          </ButtonLink>
        </div>
      ))}
    </Card>
  );
};
