import { useCallback, useState } from "preact/hooks";
import type { TablePairing, VisitTables } from "../../../../shared/contract/table.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { GiveCode } from "./give-code.tsx";

type Props = { visitId: string; deskId: string };

/** Seconds between two looks: a device that was just connected shows up, and the code goes. */
const renewedEvery = 5;

/** The employer's device at a desk: a code for it, and every device of the visit, to be ended at once. */
export const PairPage = ({ visitId, deskId }: Props) => {
  const words = useWords(staffTablesWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/staff/visits/{visitId}/tables", { params: { visitId } }), [visitId]));
  useFresh(reload, renewedEvery);
  const back = { href: `/staff/visits/${visitId}/desks`, label: dayWords.toDesks };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { tables, pairings } = loaded.value;
  const here = tables.filter((table) => table.deskId === deskId);
  const desk = here[0] && deskLabelIn(locale, here[0].deskLabel).text;
  return (
    <Page title={desk ? `${words.title}: ${desk}` : words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {here.length === 0 && <Empty title={words.noEmployer} />}
      {here.map((table) => (
        <GiveCode key={table.employerId} visitId={visitId} {...table} pairings={pairings} reload={reload} />
      ))}
      <Devices visitId={visitId} pairings={pairings} reload={reload} />
    </Page>
  );
};

type DevicesProps = { visitId: string; pairings: VisitTables["pairings"]; reload: () => Promise<void> };

const Devices = ({ visitId, pairings, reload }: DevicesProps) => {
  const words = useWords(staffTablesWords);
  return (
    <section class="stack stack-tight" aria-labelledby="devices">
      <h2 id="devices">{words.devices}</h2>
      {pairings.length === 0 && <p class="soft">{words.noDevices}</p>}
      <ul class="stack stack-tight" role="list">
        {pairings.map((pairing) => (
          <Device key={pairing.pairingId} visitId={visitId} pairing={pairing} reload={reload} />
        ))}
      </ul>
    </section>
  );
};

type DeviceProps = Pick<DevicesProps, "visitId" | "reload"> & { pairing: TablePairing };

const Device = ({ visitId, pairing, reload }: DeviceProps) => {
  const words = useWords(staffTablesWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const { pairingId, employerNameKo, deskLabel, pairedAt, endedAt, isLive } = pairing;
  const desk = deskLabelIn(locale, deskLabel).text;
  const end = async () => {
    setBusy(true);
    const params = { visitId, pairingId };
    const answer = await call("POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end", { params });
    setProblem(answer.ok ? undefined : answer.problem);
    await reload();
    setBusy(false);
  };
  return (
    <Card as="li">
      <div class="pair-device">
        <strong lang="ko">{employerNameKo}</strong>
        <Tag tone={isLive ? "good" : "plain"}>
          {isLive ? words.live : endedAt ? words.endedAt(clockText(endedAt, locale)) : words.ended}
        </Tag>
      </div>
      <p>
        {desk} · {words.pairedAt(clockText(pairedAt, locale))}
      </p>
      {problem && <Failed problem={problem} />}
      {isLive && (
        <Button kind="danger" wide busy={busy} onClick={() => void end()}>
          {words.end}
          <span class="unseen">
            {" "}
            {desk} {clockText(pairedAt, locale)}
          </span>
        </Button>
      )}
    </Card>
  );
};
