import { useCallback, useEffect, useState } from "preact/hooks";
import type { Reconciliation } from "../../../../shared/contract/reconcile.ts";
import { type StaffWords, staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { type StaffReconcileWords, staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { clockText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Card, Facts } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { busOf } from "../offline/bus-of.ts";
import { rightsAt } from "../rights-at.ts";
import { ConflictCard } from "./conflict-card.tsx";
import { DeviceList } from "./device-list.tsx";
import { useDeviceName } from "./device-name.ts";
import { QuarantineCard } from "./quarantine-card.tsx";
import { waitingIn } from "./waiting.ts";
import "./reconcile.css";

/** What devices hand in while it is looked at, seconds. */
const askEverySeconds = 30;

async function askReconciliation(visitId: VisitId) {
  const params = { visitId };
  const [found, devices] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/reconciliation", { params }),
    call("GET /api/staff/visits/{visitId}/devices", { params }),
  ]);
  if (!found.ok) return found;
  if (!devices.ok) return devices;
  return { ok: true as const, value: { ...found.value, devices: devices.value.devices } };
}

/** Where the lead looks once devices are back in the network: what came, what does not agree, what waits, and which device is missing. */
export const ReconcilePage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffReconcileWords);
  const { toDay } = useWords(staffDayWords);
  const { me } = useSession();
  const [loaded, reload] = useLoaded(useCallback(() => askReconciliation(visitId), [visitId]));
  const [said, setSaid] = useState<string>();
  useFresh(reload, askEverySeconds);
  const isSettled = loaded.state === "loaded" && waitingIn(loaded.value) === 0;
  // What this device said of it on every page has been looked at.
  useEffect(() => {
    if (isSettled) void busOf().then((bus) => bus?.dismissReports());
  }, [isSettled]);
  const back = { href: `/staff/visits/${visitId}`, label: toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const found = loaded.value;
  const mayLead = rightsAt(me, visitId).leads;
  const onSettled = async (text: string) => {
    setSaid(text);
    await reload();
  };
  const waiting = waitingIn(found);
  const letterOf = (deviceId: string) => found.devices.find((device) => device.deviceId === deviceId)?.letter ?? null;
  const conflicts = (isSettled: boolean) =>
    found.conflicts
      .filter(({ settled }) => (settled !== null) === isSettled)
      .map((conflict) => <ConflictCard key={conflict.idx} visitId={visitId} conflict={conflict} mayLead={mayLead} onSettled={onSettled} />);
  const asides = (isSettled: boolean) =>
    found.quarantined
      .filter(({ settled }) => (settled !== null) === isSettled)
      .map((aside) => (
        <QuarantineCard
          key={aside.hash}
          visitId={visitId}
          aside={aside}
          letter={letterOf(aside.deviceId)}
          mayLead={mayLead}
          onSettled={onSettled}
        />
      ));
  const [open, openAside] = [conflicts(false), asides(false)];
  const done = [...conflicts(true), ...asides(true)];
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said !== undefined && <Notice key={said} tone="good" title={said} live focus />}
      <Notice tone={waiting > 0 ? "warn" : "good"}>
        <p>
          <strong>{waiting > 0 ? words.waits(waiting) : words.allGood}</strong>
        </p>
        {waiting > 0 && !mayLead && <p>{words.onlyLeads}</p>}
      </Notice>
      {open.length > 0 && (
        <section class="stack">
          <h2>{words.conflicts}</h2>
          <ul class="stack" role="list">
            {open}
          </ul>
        </section>
      )}
      {openAside.length > 0 && (
        <section class="stack">
          <h2>{words.aside}</h2>
          <p>{words.asideLead}</p>
          <ul class="stack" role="list">
            {openAside}
          </ul>
        </section>
      )}
      {found.takenBack.length > 0 && <TakenBackList takenBack={found.takenBack} />}
      {found.unread.length > 0 && <UnreadList unread={found.unread} />}
      <section class="stack">
        <h2>{words.sent}</h2>
        <SentList sent={found.sent} />
      </section>
      <section class="stack">
        <h2>{words.devices}</h2>
        <DeviceList visitId={visitId} devices={found.devices} mayLead={mayLead} onLost={onSettled} />
      </section>
      {done.length > 0 && (
        <details class="settled">
          <summary>{words.done(done.length)}</summary>
          <ul class="stack" role="list">
            {done}
          </ul>
        </details>
      )}
    </Page>
  );
};

/** How many came of a device, and of them those that another than who scanned has sent. */
const sentText = ({ byOthers, ...counts }: Reconciliation["sent"][number], words: StaffReconcileWords, { counted }: StaffWords): string =>
  [counted(counts), ...(byOthers > 0 ? [words.sentByOthers(byOthers)] : [])].join(" · ");

/** Check-ins that staff took back: there is nothing to settle, only to know. */
const TakenBackList = ({ takenBack }: Pick<Reconciliation, "takenBack">) => {
  const words = useWords(staffReconcileWords);
  const locale = useLocale();
  const nameOf = useDeviceName();
  return (
    <section class="stack">
      <h2>{words.takenBack}</h2>
      <p>{words.takenBackLead}</p>
      <ul class="stack" role="list">
        {takenBack.map(({ code, maskedName, admittedAt, at, by, reason, ...device }) => (
          <Card as="li" key={`${code} ${at}`}>
            <h3>{[maskedName, ticketCodeText(code)].filter(Boolean).join(" · ")}</h3>
            <p>{words.takenBackAt(clockText(admittedAt, locale), clockText(at, locale))}</p>
            <p>{[nameOf(device), by && words.settledBy(by)].filter(Boolean).join(" · ")}</p>
            {reason === null ? (
              <p class="soft">{words.noReason}</p>
            ) : (
              <p>
                {words.reasonSaid}: <span lang="ko">{reason}</span>
              </p>
            )}
          </Card>
        ))}
      </ul>
    </section>
  );
};

/** What is stored and cannot be read: there is nothing to settle, only to know. */
const UnreadList = ({ unread }: Pick<Reconciliation, "unread">) => {
  const words = useWords(staffReconcileWords);
  return (
    <section class="stack">
      <h2>{words.unread}</h2>
      <ul class="stack" role="list">
        {unread.map(({ what, eventId, number }) => (
          <Card as="li" key={`${what} ${eventId}`}>
            <p>{what === "note" ? words.unreadNote(number ?? "") : words.unreadOf[what](eventId.slice(-6))}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
};

const SentList = ({ sent }: Pick<Reconciliation, "sent">) => {
  const words = useWords(staffReconcileWords);
  const staff = useWords(staffWords);
  const nameOf = useDeviceName();
  if (sent.length === 0) return <p>{words.sentNone}</p>;
  return <Facts rows={sent.map((one) => [nameOf(one), sentText(one, words, staff)] as const)} />;
};
