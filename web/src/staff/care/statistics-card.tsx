import { useState } from "preact/hooks";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { StatisticsForm } from "../../ui/statistics/statistics-form.tsx";
import { consentPointer, StatisticsBox } from "../consent-box.tsx";

type Props = { at: { visitId: string; registrationId: string }; onDone: (said: string) => Promise<void> };

/** Sex and education for reports, written down for whoever wishes: written, nobody sees whose they are. */
export const StatisticsCard = ({ at, onDone }: Props) => {
  const words = useWords(statisticsWords);
  const [writing, setWriting] = useState(false);
  const head = (
    <>
      <h3 class="card-title">{words.title}</h3>
      <p>{words.staffText}</p>
    </>
  );
  // What is read out has a frame of its own: in two of them large letters have no room.
  if (writing)
    return (
      <section class="stack">
        {head}
        <StatisticsForm
          consentVersionIn={(data) => (data.has(consentPointer) ? currentConsentVersion.statistics : "")}
          consent={(error) => <StatisticsBox error={error} />}
          send={(body) => call("PUT /api/office/visits/{visitId}/people/{registrationId}/statistics", { params: at, body })}
          onDone={async () => {
            setWriting(false);
            await onDone(words.saved);
          }}
        >
          <Button onClick={() => setWriting(false)}>{words.staffCancel}</Button>
        </StatisticsForm>
      </section>
    );
  return (
    <Card as="section">
      {head}
      <div>
        <Button onClick={() => setWriting(true)}>{words.open}</Button>
      </div>
    </Card>
  );
};
