import { useId, useState } from "preact/hooks";
import type { Device } from "../../../../shared/contract/reconcile.ts";
import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { type Instant, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { useDeviceName } from "./device-name.ts";

type Props = { visitId: string; devices: readonly Device[]; mayLead: boolean; onLost: (said: string) => Promise<void> };

/** The devices of a visit: who had them, when they were last heard of, and what to press when one is gone. */
export const DeviceList = ({ visitId, devices, mayLead, onLost }: Props) => {
  const words = useWords(staffReconcileWords);
  const locale = useLocale();
  const nameOf = useDeviceName();
  const [lost, setLost] = useState<Device>();
  if (devices.length === 0) return <p>{words.devicesNone}</p>;
  return (
    <>
      <ul class="stack" role="list">
        {devices.map((device) => (
          <Card as="li" key={device.deviceId}>
            <h3>{nameOf(device)}</h3>
            <p>
              {device.heldBy !== null && (
                <>
                  {words.heldBy(device.heldBy)}
                  <br />
                </>
              )}
              {words.seenAt(shortly(device.seenAt, locale))}
            </p>
            {device.revokedAt !== null && (
              <p>
                <Tag tone="sign">{words.lostTag(shortly(device.revokedAt, locale))}</Tag>
              </p>
            )}
            {mayLead && device.revokedAt === null && (
              <div>
                <Button kind="danger" onClick={() => setLost(device)} aria-label={`${nameOf(device)}: ${words.lost}`}>
                  {words.lost}
                </Button>
              </div>
            )}
          </Card>
        ))}
      </ul>
      <LostDialog
        visitId={visitId}
        device={lost}
        onClose={() => setLost(undefined)}
        onLost={async (device) => {
          setLost(undefined);
          await onLost(words.lostDone(nameOf(device)));
        }}
      />
    </>
  );
};

/** Of today without the day. */
const shortly = (at: Instant, locale: Locale): string =>
  seoulDateOf(at) === seoulDateOf(instantNow()) ? clockText(at, locale) : momentText(at, locale);

type LostProps = { visitId: string; device: Device | undefined; onClose: () => void; onLost: (device: Device) => Promise<void> };

/** What reporting it does, before it is done. */
const LostDialog = ({ visitId, device, onClose, onLost }: LostProps) => {
  const words = useWords(staffReconcileWords);
  const nameOf = useDeviceName();
  const form = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = reasonIn(new FormData(event.currentTarget as HTMLFormElement));
    setError(reason === "" ? words.needsReason : undefined);
    if (reason === "" || busy || !device) return;
    setBusy(true);
    const { deviceId } = device;
    const answer = await call("POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation", {
      params: { visitId, deviceId },
      body: { reason },
    });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await onLost(device);
    setBusy(false);
  };
  return (
    <Dialog
      open={device !== undefined}
      title={device ? words.lostTitle(nameOf(device)) : ""}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.lostKeep}</Button>
          <Button type="submit" kind="danger" form={form} busy={busy}>
            {words.lostNow}
          </Button>
        </>
      }
    >
      <ul class="lost-what">
        {words.lostWhat(device ? nameOf(device) : "").map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <form id={form} class="stack" onSubmit={send} noValidate>
        <ReasonField why="lost" isTold={false} isChosen error={error} />
      </form>
    </Dialog>
  );
};
