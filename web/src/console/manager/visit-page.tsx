import { useCallback, useState } from "preact/hooks";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { useFinish } from "../outcome.tsx";
import { pastVisitsPath, visitPath } from "../paths.ts";
import { DeskGrid } from "./desk-grid.tsx";
import { OneVisit, visitName } from "./one-visit.tsx";
import { VisitPlans } from "./plan/visit-plans.tsx";
import { RotateKey } from "./rotate-key.tsx";
import { VisitTag } from "./visit-tag.tsx";

/** One visit: what was planned, its state, and its times desk by desk. */
export const VisitPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const back = { href: "/console/visits", label: words.visitsTitle };
  const past = { href: pastVisitsPath, label: words.pastTitle };
  return (
    <OneVisit visitId={visitId} title={words.factsTitle}>
      {(planned, _, reload, isOver) => (
        <Page title={visitName(planned, locale)} lead={<VisitTag visit={planned.visit} />} back={isOver ? past : back} focus={hasMoved()}>
          {!isOver && <Actions {...planned} reload={reload} />}
          {planned.visit.state !== "cancelled" && <Papers visitId={visitId} />}
          {!isOver && <VisitPlans {...planned} />}
          <Slots visit={planned.visit} />
          <Card as="section">
            <h2>{words.factsTitle}</h2>
            <VisitFacts {...planned} />
          </Card>
          {planned.visit.state === "open" && !isOver && <RotateKey visitId={visitId} />}
        </Page>
      )}
    </OneVisit>
  );
};

/** Who works there, and what is printed for the day. */
const Papers = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerWords);
  const path = visitPath(visitId);
  return (
    <div class="row">
      <ButtonLink href={`${path}/team`}>{words.toTeam}</ButtonLink>
      <ButtonLink href={`${path}/run-sheet`}>{words.toRunSheet}</ButtonLink>
      <ButtonLink href={`${path}/poster`}>{words.toPoster}</ButtonLink>
    </div>
  );
};

/** What can be done with a visit in its state. */
const Actions = ({ visit, place, reload }: { visit: Visit; place: Place; reload: () => Promise<void> }) => {
  const words = useWords(managerWords);
  switch (visit.state) {
    case "planned":
      return <Planned visit={visit} place={place} onOpened={reload} />;
    case "open":
      return <Opened visitId={visit.visitId} />;
    case "cancelled":
      return (
        <Notice tone="warn">
          <p>{words.cancelledNote}</p>
        </Notice>
      );
  }
};

const Planned = ({ visit, place, onOpened }: { visit: Visit; place: Place; onOpened: () => Promise<void> }) => {
  const words = useWords(managerWords);
  const [asking, setAsking] = useState(false);
  return (
    <div class="row">
      <Button kind="main" onClick={() => setAsking(true)}>
        {words.openVisit}
      </Button>
      <ButtonLink href={`${visitPath(visit.visitId)}/change`}>{words.changePlan}</ButtonLink>
      <ButtonLink href={`${visitPath(visit.visitId)}/centre-times/new`}>{words.openCentreTimes}</ButtonLink>
      <MoveOrCancel visitId={visit.visitId} />
      <OpeningDialog visit={visit} place={place} open={asking} onClose={() => setAsking(false)} onOpened={onOpened} />
    </div>
  );
};

type OpeningProps = { visit: Visit; place: Place; open: boolean; onClose: () => void; onOpened: () => Promise<void> };

/** Opening cannot be taken back here: the dialog says what happens before it does. */
const OpeningDialog = ({ visit, place, open, onClose, onOpened }: OpeningProps) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const openVisit = async () => {
    setBusy(true);
    const answer = await call("POST /api/staff/visits/{visitId}/opening", { params: { visitId: visit.visitId } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    await onOpened();
    finish(words.opened);
  };
  return (
    <Dialog
      open={open}
      title={words.openTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="main" busy={busy} onClick={openVisit}>
            {words.openConfirm}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <p>{words.openDetail(dateText(visit.date, locale), inLocale(locale, place.nameKo, place.nameEn).text)}</p>
      <p>{words.openWarning}</p>
    </Dialog>
  );
};

/** The day's own pages belong to the staff entry: another page, another script. */
const Opened = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerWords);
  const path = visitPath(visitId);
  return (
    <div class="row">
      <ButtonLink kind="main" href={`/staff/visits/${visitId}`}>
        {words.toDay}
      </ButtonLink>
      <ButtonLink href={`/staff/visits/${visitId}/scan`}>{words.toScan}</ButtonLink>
      <ButtonLink href={`${path}/centre-times/new`}>{words.openCentreTimes}</ButtonLink>
      <MoveOrCancel visitId={visitId} />
    </div>
  );
};

/** Also before it is open: employers have asked for times, and are told. */
const MoveOrCancel = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerWords);
  return (
    <ButtonLink kind="danger" href={`${visitPath(visitId)}/plans/new`}>
      {words.moveOrCancel}
    </ButtonLink>
  );
};

const Slots = ({ visit }: { visit: Visit }) => {
  const words = useWords(managerWords);
  const { visitId } = visit;
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/slots", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  return (
    <section class="stack">
      <h2>{words.slotsTitle}</h2>
      {loaded.state === "loading" && <Loading blocks={1} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.slots.length === 0 ? <Empty title={words.slotsNone} /> : <DeskGrid visit={visit} slots={loaded.value.slots} />)}
    </section>
  );
};

const VisitFacts = ({ visit, place }: { visit: Visit; place: Place }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const { deadlines, rules } = visit;
  return (
    <Facts
      rows={[
        [words.hours, timeRangeText(visit.startTime, visit.endTime, locale)],
        [words.place, [inLocale(locale, place.nameKo, place.nameEn).text, place.roadAddress].filter(Boolean).join(", ")],
        [words.team, visit.team.join(", ")],
        [words.services, visit.services.map((service) => centreServiceLabels[service][locale]).join(", ")],
        [words.desks, visit.desks.map((desk) => deskLabelIn(locale, desk.label).text).join(", ")],
        [words.bookingCloses, momentText(deadlines.bookingClosesAt, locale)],
        [words.list, momentText(deadlines.listAt, locale)],
        [words.reminder, momentText(deadlines.reminderAt, locale)],
        [words.ticketMail, momentText(deadlines.ticketMailAt, locale)],
        [words.rules, words.rulesText(rules.gapMinutes, rules.maxInterviews)],
        [words.noteKo, visit.noteKo],
        [words.noteEn, visit.noteEn],
      ]}
    />
  );
};
