import { useCallback } from "preact/hooks";
import { aptitudeKindWords, aptitudeStateWords } from "../../../../shared/copy/aptitude-tests.ts";
import { staffAptitudeWords } from "../../../../shared/copy/pages-staff-aptitude.ts";
import { AptitudeTestState, isOver } from "../../../../shared/domain/aptitude-test.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";

/** The register of a visit's aptitude tests: who waits for what, and who booked a time and has asked for nothing yet. Each look is logged. */
export const AptitudeRegisterPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffAptitudeWords);
  const locale = useLocale();
  const ask = useCallback(() => call("GET /api/office/visits/{visitId}/aptitude-tests", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  const back = { href: `/staff/visits/${visitId}`, label: words.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.register} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { rows, expected } = loaded.value;
  const pageOf = (registrationId: string) => `/staff/visits/${visitId}/people/${registrationId}/aptitude-tests`;
  return (
    <Page title={words.register} lead={words.lead} back={back} narrow focus={hasMoved()}>
      <p class="soft">{words.orientation}</p>
      {expected.length > 0 && (
        <section class="stack">
          <h2>{words.expected}</h2>
          <ul class="cards" role="list">
            {expected.map(({ registrationId, name, startsAt, hasArrived }) => (
              <Card as="li" key={registrationId + startsAt}>
                <div class="card-head">
                  <strong>{words.namedPerson(name)}</strong>
                  <Tag tone={hasArrived ? "good" : "plain"}>{hasArrived ? words.here : words.toCome}</Tag>
                </div>
                <p>{clockText(startsAt, locale)}</p>
                <ButtonLink href={pageOf(registrationId)}>{words.toTest(name)}</ButtonLink>
              </Card>
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 && (
        <Empty title={words.registerNone}>
          <p>{words.registerNoneDetail}</p>
        </Empty>
      )}
      {AptitudeTestState.options.map((state) => {
        const these = rows.filter((row) => row.state === state);
        if (these.length === 0) return null;
        return (
          <section class="stack" key={state}>
            <h2>
              {aptitudeStateWords[state][locale]} <span class="soft">{words.countOf(these.length)}</span>
            </h2>
            <ul class="cards" role="list">
              {these.map(({ registrationId, testId, name, kind, requestedAt }) => (
                <Card as="li" key={testId}>
                  <strong>{words.namedPerson(name)}</strong>
                  {kind && <p>{aptitudeKindWords[kind][locale]}</p>}
                  <p class="soft">
                    {aptitudeStateWords.requested[locale]} {clockText(requestedAt, locale)}
                  </p>
                  <ButtonLink kind={isOver(state) ? "plain" : "main"} href={pageOf(registrationId)}>
                    {words.toTest(name)}
                  </ButtonLink>
                </Card>
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
};
