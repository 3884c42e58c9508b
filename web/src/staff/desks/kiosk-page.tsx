import { useCallback, useState } from "preact/hooks";
import type { VisitKiosks } from "../../../../shared/contract/kiosk.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { type GivenCode, PairingCode } from "./pairing-code.tsx";

/** Seconds between two looks: a device that was just connected shows up, and the code goes. */
const renewedEvery = 5;

/** Makes a tablet at the bus one on which people register by themselves, and ends all of them. */
export const KioskPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffTablesWords);
  const dayWords = useWords(staffDayWords);
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/kiosks", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, renewedEvery);
  const [given, setGiven] = useState<GivenCode & { before: number }>();
  const [busy, setBusy] = useState<"give" | "end">();
  const [problem, setProblem] = useState<ClientProblem>();
  const back = { href: `/staff/visits/${visitId}/desks`, label: dayWords.toDesks };
  if (loaded.state !== "loaded") return <Unloaded title={words.kiosk.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { kiosks, codeUntil } = loaded.value;
  const give = async () => {
    setBusy("give");
    const answer = await call("POST /api/staff/visits/{visitId}/kiosk-codes", { params: { visitId } });
    setProblem(answer.ok ? undefined : answer.problem);
    setGiven(answer.ok ? { ...answer.value, before: kiosks.length } : undefined);
    await reload();
    setBusy(undefined);
  };
  const endAll = async () => {
    setBusy("end");
    const answer = await call("POST /api/staff/visits/{visitId}/kiosks/end", { params: { visitId } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setGiven(undefined);
    await reload();
    setBusy(undefined);
  };
  const isUsed = given !== undefined && kiosks.length > given.before;
  return (
    <Page title={words.kiosk.title} lead={words.kiosk.lead} back={back} narrow focus={hasMoved()}>
      {problem && <Failed problem={problem} />}
      {isUsed && (
        <Notice tone="good" live>
          <p>{words.kiosk.paired}</p>
        </Notice>
      )}
      {given && !isUsed && <PairingCode path="/kiosk" {...given} words={{ ...words, show: words.kiosk.show }} />}
      <div class="stack stack-tight">
        <Button kind={given ? "plain" : "main"} wide busy={busy === "give"} onClick={() => void give()}>
          {given ? words.giveAgain : words.give}
        </Button>
        <p class="soft small">{words.kiosk.signsOut}</p>
      </div>
      <Devices kiosks={kiosks} codeUntil={codeUntil} busy={busy === "end"} onEndAll={() => void endAll()} />
    </Page>
  );
};

type DevicesProps = VisitKiosks & { busy: boolean; onEndAll: () => void };

const Devices = ({ kiosks, codeUntil, busy, onEndAll }: DevicesProps) => {
  const words = useWords(staffTablesWords);
  const locale = useLocale();
  return (
    <section class="stack stack-tight" aria-labelledby="devices">
      <h2 id="devices">{words.devices}</h2>
      {kiosks.length === 0 && <p class="soft">{words.noDevices}</p>}
      <ul class="stack stack-tight" role="list">
        {kiosks.map(({ pairingId, pairedAt, endedAt, isLive }) => (
          <Card as="li" key={pairingId}>
            <div class="pair-device">
              <strong>{words.pairedAt(clockText(pairedAt, locale))}</strong>
              <Tag tone={isLive ? "good" : "plain"}>
                {isLive ? words.live : endedAt ? words.endedAt(clockText(endedAt, locale)) : words.ended}
              </Tag>
            </div>
          </Card>
        ))}
      </ul>
      {(codeUntil !== null || kiosks.some(({ isLive }) => isLive)) && (
        <>
          {codeUntil !== null && <p>{words.kiosk.codeWaits(clockText(codeUntil, locale))}</p>}
          <Button kind="danger" wide busy={busy} onClick={onEndAll}>
            {words.kiosk.endAll}
          </Button>
          <p class="soft small">{words.kiosk.endAllHint}</p>
        </>
      )}
    </section>
  );
};
