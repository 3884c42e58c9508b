import { useCallback, useEffect, useState } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { PinSetting } from "../find/pin-setting.tsx";
import { type Found, lookAround, tryCamera } from "./look-around.ts";
import { outboxStatus } from "./outbox-status.ts";
import { type Check, type NotReady, readinessOf } from "./readiness.ts";

/** What has to be green before this device leaves for the bus, and what to do about the rest. */
export const ReadyPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffOfflineWords);
  const { toVisits } = useWords(staffWords);
  const { me } = useSession();
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    setBusy(true);
    setFound(await lookAround(visitId, me));
    setBusy(false);
  }, [visitId, me]);
  useEffect(() => void look(), [look]);
  const askCamera = async () => {
    const camera = await tryCamera();
    setFound((before) => before && { ...before, camera });
  };

  const { isRevoked } = outboxStatus();
  const ready = found && readinessOf(found);
  const left = ready?.filter(({ trouble }) => trouble).length ?? 0;
  return (
    <Page title={words.readyTitle} lead={words.readyLead} back={{ href: "/staff", label: toVisits }} focus={hasMoved()}>
      {isRevoked ? null : !found || !ready ? (
        <Loading />
      ) : (
        <>
          <Notice tone={left === 0 ? "good" : "bad"} live>
            <p>{left === 0 ? words.readyAll : words.readyNot(left)}</p>
          </Notice>
          {found.problem && <Failed problem={found.problem} />}
          <ul class="checks" role="list">
            {ready.map(({ check, trouble }) => (
              <CheckRow key={check} check={check} trouble={trouble} found={found} onCamera={askCamera} />
            ))}
          </ul>
        </>
      )}
      {!isRevoked && (
        <div>
          <Button kind="main" wide busy={busy} onClick={look}>
            {words.readyAgain}
          </Button>
        </div>
      )}
      {found && !isRevoked && <PinSetting visitId={visitId} pack={found.pack} onSet={look} />}
    </Page>
  );
};

type RowProps = { check: Check; trouble: NotReady | undefined; found: Found; onCamera: () => Promise<void> };

const CheckRow = ({ check, trouble, found, onCamera }: RowProps) => {
  const words = useWords(staffOfflineWords);
  return (
    <li class={trouble ? "check check-red" : "check"}>
      <strong>{words.checks[check]}</strong>
      <span class="check-state">{trouble ? words.notYet : words.good}</span>
      <div class="check-detail">
        {trouble ? <p>{words.whatToDo[trouble]}</p> : <GoodDetail check={check} found={found} />}
        {check === "camera" && trouble && <Button onClick={onCamera}>{words.openCamera}</Button>}
      </div>
    </li>
  );
};

const GoodDetail = ({ check, found: { pack, tickets } }: Pick<RowProps, "check" | "found">) => {
  const words = useWords(staffOfflineWords);
  const locale = useLocale();
  if (check === "clock") return <p>{words.clockGood}</p>;
  if (check !== "pack" || !pack) return null;
  return (
    <>
      <p>{words.packGood(tickets, momentText(pack.loadedAt, locale))}</p>
      <p>{words.letter(pack.lease.letter)}</p>
    </>
  );
};
