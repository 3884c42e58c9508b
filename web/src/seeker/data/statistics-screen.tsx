import { useState } from "preact/hooks";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { StatisticsForm } from "../../ui/statistics/statistics-form.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { usePress } from "../../ui/use-press.ts";
import { OwnConsent, ownConsentPointer } from "./own-consent.tsx";

const askStatistics = () => call("GET /api/me/statistics");

/** Sex and education for reports (`?statistics`): given by whoever wishes to, taken back whenever. */
export const StatisticsScreen = ({ back, onSaid }: { back: string; onSaid: () => Promise<void> }) => {
  const words = useWords(statisticsWords);
  const { back: backLabel } = useWords(myDataWords);
  const [loaded, reload] = useLoaded(askStatistics);
  const [said, setSaid] = useState<{ text: string; nth: number }>();
  const up = { href: back, label: backLabel };
  const done = async (text: string) => {
    await Promise.all([reload(), onSaid()]);
    setSaid((before) => ({ text, nth: (before?.nth ?? 0) + 1 }));
  };
  const { busy, problem, press } = usePress(
    () => call("DELETE /api/me/statistics"),
    () => done(words.takenBack),
  );
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={up} narrow loaded={loaded} onRetry={reload} />;
  const { statistics } = loaded.value;
  return (
    <Page narrow focus title={words.title} lead={words.lead} back={up}>
      {said && <Notice key={said.nth} tone="good" title={said.text} focus live />}
      <section class="card stack" aria-labelledby="give">
        <h2 id="give">{words.give}</h2>
        <StatisticsForm
          key={said?.nth ?? 0}
          known={statistics}
          consentVersionIn={(data) => (data.has(ownConsentPointer) ? currentConsentVersion.statistics : "")}
          consent={(error) => <OwnConsent code="statistics" agree={words.agree} error={error} />}
          send={(body) => call("PUT /api/me/statistics", { body })}
          onDone={() => done(words.saved)}
        />
      </section>
      {statistics && (
        <section class="card stack">
          <p>{words.takeBackText}</p>
          {problem && <Failed problem={problem} />}
          <div>
            <Button kind="danger" busy={busy} onClick={press}>
              {words.takeBack}
            </Button>
          </div>
        </section>
      )}
    </Page>
  );
};
