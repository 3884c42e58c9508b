import { useState } from "preact/hooks";
import type { TableDay } from "../../../../shared/contract/table.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { PairForm } from "../pairing/pair-form.tsx";
import "../pairing/pairing.css";
import { TableDayView } from "../table/table-day.tsx";
import { useTableDay } from "../table/use-table-day.ts";
import "../table/table.css";

/** The employer's device at the table: connected by a code for the day, it shows who is next and takes the result. */
export const TablePage = () => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [view, reload] = useTableDay();
  const [hasLeft, setHasLeft] = useState(false);
  if (view.state === "paired") {
    const { day, at, lostSince } = view;
    return (
      <Page title={words.title} lead={<Head day={day} />} focus>
        {lostSince && (
          <Notice tone="bad" live>
            <p>{words.lost(clockText(lostSince, locale))}</p>
          </Notice>
        )}
        <TableDayView day={day} reload={reload} />
        <p class="soft small">{words.upToDate(clockText(at, locale))}</p>
        <Leave
          onLeft={async () => {
            setHasLeft(true);
            await reload();
          }}
        />
      </Page>
    );
  }
  if (view.state === "loading")
    return (
      <Page title={words.title} narrow>
        <Loading />
      </Page>
    );
  return (
    <Page title={words.title} lead={words.pairLead} narrow>
      {view.state === "failed" && <Failed problem={view.problem} onRetry={reload} />}
      {view.state === "unpaired" && view.wasPaired && (
        <Notice tone={hasLeft ? "good" : "warn"} title={hasLeft ? words.left : words.ended} live>
          {!hasLeft && <p>{words.endedHint}</p>}
        </Notice>
      )}
      {view.state === "unpaired" && (
        <PairForm
          words={words}
          send={(body) => call("POST /api/table/pairing", { body })}
          onPaired={async () => {
            setHasLeft(false);
            await reload();
          }}
        />
      )}
    </Page>
  );
};

const Head = ({ day }: { day: TableDay }) => {
  const locale = useLocale();
  const employer = inLocale(locale, day.employerNameKo, day.employerNameEn);
  return (
    <>
      <strong lang={employer.lang}>{employer.text}</strong>
      <br />
      <DeskLabel label={day.deskLabel} /> · {dateText(day.date, locale)}
    </>
  );
};

const Leave = ({ onLeft }: { onLeft: () => Promise<void> }) => {
  const words = useWords(tableWords);
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    setAsking(false);
    await call("DELETE /api/table/pairing");
    await onLeft();
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{words.leave}</Button>
      <Dialog
        open={asking}
        title={words.leaveTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{words.stay}</Button>
            <Button kind="danger" onClick={() => void leave()}>
              {words.leave}
            </Button>
          </>
        }
      >
        <p>{words.leaveText}</p>
      </Dialog>
    </div>
  );
};
