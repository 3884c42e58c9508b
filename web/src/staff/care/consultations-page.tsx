import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { Notes, WrittenConsultation } from "../../../../shared/contract/care.ts";
import { consultationChannelWords, consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { followUpTask, followUpWords } from "../../../../shared/copy/follow-up.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import { partnerWords } from "../../../../shared/copy/partners.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentOfYear } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { ConsultationForm } from "./consultation-form.tsx";
import { Strike } from "./strike-form.tsx";

const strikeKey = "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking" as const;

type Props = { visitId: string; registrationId: string };

/** What was talked about with somebody, and a note of the talk just now: for counsellors. Each look is logged. */
export const ConsultationsPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffCareWords);
  const notesWords = useWords(staffNotesWords);
  const partner = useWords(partnerWords);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/consultations", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [writing, setWriting] = useState<{ known: WrittenConsultation | undefined }>();
  const [saved, setSaved] = useState<"written" | "kept" | "struck">();
  const [opened, setOpened] = useState<Notes>();
  const said = { written: words.saved, kept: notesWords.keptHere, struck: words.struck };
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.notesTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { name, consultations, closed } = opened ?? loaded.value;
  if (writing)
    return (
      <Page title={writing.known ? words.correctTitle : words.writeTitle} lead={words.namedPerson(name)} back={back} narrow focus>
        <ConsultationForm
          params={{ visitId, registrationId }}
          known={writing.known}
          onBack={(isStale) => {
            if (isStale) void reload().then(() => setOpened(undefined));
            setWriting(undefined);
          }}
          onDone={async (how) => {
            // Who has written a note is their counsellor from then on. Without a server there is nothing new to be read.
            if (how === "written") {
              await reload();
              setOpened(undefined);
            }
            setWriting(undefined);
            setSaved(how);
          }}
        />
      </Page>
    );
  return (
    <Page title={words.notesTitle} lead={words.notesLead} back={back} narrow focus={hasMoved()}>
      {saved && <Notice key={saved} tone="good" title={said[saved]} live focus />}
      <h2>{words.namedPerson(name)}</h2>
      <Button kind="main" onClick={() => setWriting({ known: undefined })}>
        {words.write}
      </Button>
      <ButtonLink href={`/staff/visits/${visitId}/people/${registrationId}/partner-links`}>{partner.title}</ButtonLink>
      {closed > 0 && <OpenForm params={{ visitId, registrationId }} closed={closed} onDone={setOpened} />}
      {closed === 0 && consultations.length === 0 && <Empty title={words.none} />}
      {consultations.map((consultation) => (
        <Note key={consultation.consultationId} {...consultation} onCorrect={() => setWriting({ known: consultation })}>
          <Strike
            isMine={consultation.isMine}
            send={(body) => call(strikeKey, { params: { visitId, registrationId, consultationId: consultation.consultationId }, body })}
            onDone={async () => {
              await reload();
              setOpened(undefined);
              setSaved("struck");
            }}
          />
        </Note>
      ))}
    </Page>
  );
};

type OpenProps = { params: Props; closed: number; onDone: (notes: Notes) => void };

/** Notes of others are read with a reason, which their person can read. */
const OpenForm = ({ params, closed, onDone }: OpenProps) => {
  const words = useWords(staffCareWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data) }),
    send: (body) => call("POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening", { params, body }),
    onDone,
  });
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <h2>{words.closed(closed)}</h2>
      <p>{words.closedText}</p>
      <ReasonField why="notes" isTold={false} error={errorAt("/reason")} />
      <div>
        <Button type="submit" busy={busy}>
          {words.open}
        </Button>
      </div>
    </form>
  );
};

const Note = ({
  kind,
  channel,
  outcomes,
  note,
  heldAt,
  byName,
  isMine,
  next,
  onCorrect,
  children,
}: WrittenConsultation & { onCorrect: () => void; children: ComponentChildren }) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h3>{consultationKindWords[kind][locale]}</h3>
      <p class="soft">
        {words.heldBy(momentOfYear(heldAt, locale), byName ?? words.formerColleague)} · {consultationChannelWords[channel][locale]}
      </p>
      <p class="as-written">{note}</p>
      <p class="row">
        {outcomes.map((outcome) => (
          <Tag key={outcome}>{consultationOutcomeWords[outcome][locale]}</Tag>
        ))}
      </p>
      {next && <NextLine {...next} />}
      {isMine && <Button onClick={onCorrect}>{words.correct}</Button>}
      {children}
    </Card>
  );
};

const NextLine = ({ what: task, dueOn, state, result }: NonNullable<WrittenConsultation["next"]>) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  const what = followUpTask(task, locale);
  if (state === "open") return <p>{words.nextOpen(what, dateText(dueOn, locale))}</p>;
  return (
    <p class="soft">
      {state === "done" ? words.nextDone(what) : words.nextGivenUp(what)}
      {result && `. ${words.came(followUpWords(result, locale))}`}
    </p>
  );
};
