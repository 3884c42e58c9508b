import { useEffect, useState } from "preact/hooks";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import { timeText } from "../../../../shared/domain/seoul-time.ts";
import { countsOf } from "../../../../shared/domain/tally.ts";
import { usePath } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { shownDevice } from "../scanner/device.ts";
import { theBus } from "./bus.ts";
import { outboxChanged } from "./outbox-status.ts";
import type { Conflict, UploadReport } from "./upload-report.ts";

/** How long it is said that all is well, milliseconds. */
const goodForMs = 20_000;

const dismiss = () => void theBus().then((bus) => bus.dismissReports());

/** What came of the check-ins that were kept on this device: counts, and each conflict with its other side. Stays until it is read where there is any. */
export const UploadNotice = () => {
  const words = useWords(staffOfflineWords);
  const { counted } = useWords(staffWords);
  const { toPage } = useWords(staffReconcileWords);
  const [reports, setReports] = useState<UploadReport[]>([]);
  useEffect(() => {
    const read = () =>
      void theBus()
        .then((bus) => bus.findReports())
        .then(setReports);
    read();
    addEventListener(outboxChanged, read);
    return () => removeEventListener(outboxChanged, read);
  }, []);
  const isGood = reports.length > 0 && reports.every((report) => report.conflicts.length === 0 && report.quarantined === 0);
  // Good news is in nobody's way for long; what has to be looked at stays.
  useEffect(() => {
    if (!isGood) return;
    const timer = setTimeout(dismiss, goodForMs);
    return () => clearTimeout(timer);
  }, [isGood]);
  const path = usePath();
  // The page for settling says the same, and what has become of it.
  if (reports.length === 0 || path.endsWith("/reconcile")) return null;
  const sum = (count: (report: UploadReport) => number) => reports.reduce((total, report) => total + count(report), 0);
  const conflicts = reports.flatMap((report) => report.conflicts);
  const toLookAt = reports.find((report) => report.conflicts.length > 0 || report.quarantined > 0);
  const counts = [
    counted({
      people: sum(({ tally }) => countsOf(tally).people),
      walkIns: sum(({ tally }) => countsOf(tally).walkIns),
      acts: sum(({ tally }) => countsOf(tally).acts),
      refused: sum(({ tally }) => countsOf(tally).refused),
    }),
    ...[sum(({ quarantined }) => quarantined)].filter((count) => count > 0).map(words.reportQuarantined),
  ];
  if (isGood)
    return (
      <p class="outbox" role="status">
        <strong>{words.reportTitle}</strong>
        <span>{counts.join(", ")}</span>
      </p>
    );
  return (
    <div class="upload-notice">
      <Notice tone={conflicts.length > 0 ? "warn" : "good"} title={words.reportTitle} live>
        <p>{counts.join(", ")}</p>
        {conflicts.length > 0 && (
          <>
            <p>
              <strong>{words.reportConflicts(conflicts.length)}</strong>
            </p>
            <ul>
              {conflicts.map((conflict) => (
                <li key={conflict.code}>
                  <ConflictText conflict={conflict} />
                </li>
              ))}
            </ul>
          </>
        )}
        {toLookAt && <ButtonLink href={`/staff/visits/${toLookAt.visitId}/reconcile`}>{toPage}</ButtonLink>}
        <div>
          <Button onClick={dismiss}>{words.reportRead}</Button>
        </div>
      </Notice>
    </div>
  );
};

const ConflictText = ({ conflict }: { conflict: Conflict }) => {
  const words = useWords(staffOfflineWords);
  const locale = useLocale();
  const { deviceOf: letterName, arrivedElsewhere } = useWords(staffWords);
  const deviceOf = ({ letter, deviceId }: { letter: string | undefined; deviceId: string }) =>
    letter ? letterName(letter) : arrivedElsewhere(shownDevice(deviceId));
  const { code } = conflict;
  const mine = clockText(conflict.at, locale);
  const textOf = (): string => {
    switch (conflict.kind) {
      case "two-devices":
        return words.twoDevices(code, mine, clockText(conflict.other.at, locale), deviceOf(conflict.other));
      case "after-cancel":
        return conflict.cancelledAt
          ? words.afterCancel(code, mine, clockText(conflict.cancelledAt, locale))
          : words.afterCancelUnknown(code, mine);
      case "times-changed":
        return words.timesChanged(
          code,
          mine,
          clockText(conflict.changedAt, locale),
          conflict.times.map(({ at, deskLabel }) => `${timeText(at, locale)} ${deskLabelIn(locale, deskLabel).text}`),
        );
      case "unknown-ticket":
        return words.unknownTicket(code, mine);
    }
  };
  return <span>{textOf()}</span>;
};
