import { useState } from "preact/hooks";
import type { FollowUp } from "../../../../shared/contract/care.ts";
import { waitingForWords } from "../../../../shared/copy/consultation.ts";
import { followUpTask } from "../../../../shared/copy/follow-up.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { type Urgency, urgencyOf } from "../../../../shared/domain/follow-up.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { rolesAnywhere } from "../../../../shared/domain/roles-at.ts";
import { dateText, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { rightsAt } from "../rights-at.ts";
import { RefusedNotice } from "./notes-line.tsx";
import { PutOffForm } from "./put-off-form.tsx";
import { SettleForm } from "./settle-form.tsx";

const askMine = () => call("GET /api/staff/follow-ups", { query: {} });

type Doing = { followUp: FollowUp; what: "settle" | "put-off" };

/** What whoever is signed in has to do next, for whom and by when. Not renewed by itself: each look is logged. */
export const FollowUpsPage = () => {
  const words = useWords(staffCareWords);
  const [loaded, reload] = useLoaded(askMine);
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const locale = useLocale();
  const counsels = rolesAnywhere(useSession().me).includes("counsellor");
  const back = { href: "/staff", label: words.toVisits };
  if (loaded.state !== "loaded") return <Unloaded title={words.followUpsTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  if (doing) {
    const { followUp, what } = doing;
    const shared = { followUp, onBack: () => setDoing(undefined) };
    const done = (saying: string) => async () => {
      await reload();
      setDoing(undefined);
      setSaid(saying);
    };
    return (
      <Page
        title={what === "settle" ? words.settleTitle : words.putOffTitle}
        lead={`${words.namedPerson(followUp.person.name)} · ${followUpTask(followUp.what, locale)}`}
        back={back}
        narrow
        focus
      >
        {what === "settle" ? (
          <SettleForm {...shared} onDone={done(words.settled)} />
        ) : (
          <PutOffForm {...shared} onDone={done(words.putOffDone)} />
        )}
      </Page>
    );
  }
  const { today, followUps, next } = loaded.value;
  return (
    <Page title={words.followUpsTitle} lead={words.followUpsLead} back={back} narrow focus={hasMoved()}>
      {counsels && <RefusedNotice />}
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {followUps.length === 0 && (
        <Empty title={words.noFollowUps}>
          <p>{words.noFollowUpsDetail}</p>
        </Empty>
      )}
      <List today={today} first={followUps} next={next} onDo={setDoing} />
    </Page>
  );
};

type ListProps = { today: LocalDate; first: readonly FollowUp[]; next: string | null; onDo: (doing: Doing) => void };

/** By urgency; further pages on demand. */
const List = ({ today, first, next: firstNext, onDo }: ListProps) => {
  const words = useWords(staffCareWords);
  const [more, setMore] = useState<{ followUps: readonly FollowUp[]; next: string | null }>({ followUps: [], next: firstNext });
  const [problem, setProblem] = useState<ClientProblem>();
  const all = [...first, ...more.followUps];
  const load = async () => {
    const answer = await call("GET /api/staff/follow-ups", { query: { after: more.next ?? "" } });
    if (answer.ok) setMore({ followUps: [...more.followUps, ...answer.value.followUps], next: answer.value.next });
    else setProblem(answer.problem);
  };
  const titles: Record<Urgency, string> = { overdue: words.overdue, today: words.today, later: words.later };
  return (
    <>
      {(["overdue", "today", "later"] as const).map((urgency) => {
        const these = all.filter((followUp) => urgencyOf(followUp, today) === urgency);
        if (these.length === 0) return null;
        return (
          <section key={urgency} class="stack">
            <h2>{titles[urgency]}</h2>
            <ul class="stack" role="list">
              {these.map((followUp) => (
                <Task key={followUp.followUpId} followUp={followUp} isLate={urgency === "overdue"} onDo={onDo} />
              ))}
            </ul>
          </section>
        );
      })}
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {more.next && <Button onClick={() => void load()}>{words.more}</Button>}
    </>
  );
};

type TaskProps = { followUp: FollowUp; isLate: boolean; onDo: (doing: Doing) => void };

const Task = ({ followUp, isLate, onDo }: TaskProps) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  const { me } = useSession();
  const { dueOn, waitingFor, person } = followUp;
  const what = followUpTask(followUp.what, locale);
  return (
    <Card as="li">
      <h3>{what}</h3>
      <p>{words.namedPerson(person.name)}</p>
      <p class="row">
        <Tag tone={isLate ? "sign" : "plain"}>{words.until(dateText(dueOn, locale))}</Tag>
        <Tag>{waitingForWords[waitingFor][locale]}</Tag>
      </p>
      {person.phone && (
        <a class="button button-main call-button task-call" href={`tel:${person.phone}`}>
          <Icon name="phone" />
          {words.call(phoneText(person.phone))}
        </a>
      )}
      <div class="task-actions">
        <Button onClick={() => onDo({ followUp, what: "settle" })} aria-label={`${words.settle}, ${what}`}>
          {words.settle}
        </Button>
        <Button onClick={() => onDo({ followUp, what: "put-off" })} aria-label={`${words.putOff}, ${what}`}>
          {words.putOff}
        </Button>
        {rightsAt(me, person.visitId).counsels && (
          <ButtonLink href={`/staff/visits/${person.visitId}/people/${person.registrationId}/consultations`}>{words.toNotes}</ButtonLink>
        )}
      </div>
    </Card>
  );
};
