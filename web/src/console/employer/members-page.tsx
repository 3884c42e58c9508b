import { useCallback, useState } from "preact/hooks";
import type { EmployerMember } from "../../../../shared/contract/members.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { membersWords } from "../../../../shared/copy/pages-members.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { consoleHome, employerPath } from "../paths.ts";
import { RemovalDialog } from "./removal-dialog.tsx";

/** Who may act for the firm; its owner invites and removes. */
export const EmployerMembersPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(membersWords);
  const { firmTitle } = useWords(employerWords);
  const locale = useLocale();
  const finish = useFinish();
  const [loaded, reload] = useLoaded(
    useCallback(() => call("GET /api/employers/{employerId}/members", { params: { employerId } }), [employerId]),
  );
  const { refresh } = useSession();
  const [problem, setProblem] = useState<ClientProblem>();
  const [leaving, setLeaving] = useState<EmployerMember>();
  const [form, setForm] = useState(0);
  const done = async (text: string) => {
    setProblem(undefined);
    await reload();
    finish(text);
  };
  const removed = async ({ isYou, mail }: EmployerMember) => {
    if (!isYou) return done(words.removed(mail));
    await refresh();
    finish(words.left, consoleHome);
  };
  const takeBack = async (invitationId: string, mail: string) => {
    const answer = await call("DELETE /api/employers/{employerId}/invitations/{invitationId}", { params: { employerId, invitationId } });
    return answer.ok ? done(words.tookBack(mail)) : setProblem(answer.problem);
  };
  const back = { href: employerPath(employerId), label: firmTitle };
  const { members = [], invitations = [] } = loaded.state === "loaded" ? loaded.value : {};
  const isOwner = members.some((member) => member.isYou && member.isOwner);
  return (
    <Page title={words.title} lead={words.lead} back={back} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {loaded.state === "loaded" && (
        <section class="stack">
          <h2>{words.members}</h2>
          <ul class="member-list" role="list">
            {members.map((member) => (
              <li class="member" key={member.accountId}>
                <div>
                  <strong>{member.mail}</strong>
                  {member.since && <p class="soft small">{words.since(dateText(seoulDateOf(member.since), locale))}</p>}
                </div>
                <p class="row row-tight">
                  {member.isOwner && <Tag tone="main">{words.owner}</Tag>}
                  {member.isYou && <Tag>{words.you}</Tag>}
                </p>
                {(isOwner ? !member.isYou : member.isYou) && (
                  <Button kind="danger" onClick={() => setLeaving(member)}>
                    {member.isYou ? words.leave : words.remove}
                    <span class="unseen"> {member.mail}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {invitations.length > 0 && <h2>{words.invitations}</h2>}
          <ul class="member-list" role="list">
            {invitations.map(({ invitationId, mail, usableUntil }) => (
              <li class="member" key={invitationId}>
                <div>
                  <strong>{mail}</strong>
                  <p class="soft small">{words.until(momentText(usableUntil, locale))}</p>
                </div>
                {isOwner && (
                  <Button onClick={() => takeBack(invitationId, mail)}>
                    {words.takeBack}
                    <span class="unseen"> {mail}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOwner && (
        <Card as="section">
          <h2>{words.invite}</h2>
          <p class="soft">{words.inviteLead}</p>
          <InviteForm
            key={form}
            employerId={employerId}
            onDone={async (mail) => {
              setForm((now) => now + 1);
              await done(words.sent(mail));
            }}
          />
        </Card>
      )}
      <RemovalDialog employerId={employerId} member={leaving} onClose={() => setLeaving(undefined)} onRemoved={removed} />
    </Page>
  );
};

const InviteForm = ({ employerId, onDone }: { employerId: string; onDone: (mail: string) => Promise<void> }) => {
  const words = useWords(membersWords);
  const invitationId = useFormId("inv");
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail") }),
    check: checkAgainst(() => import("../../../../shared/contract/members.ts").then((module) => module.InvitationForm)),
    send: (body) => call("PUT /api/employers/{employerId}/invitations/{invitationId}", { params: { employerId, invitationId }, body }),
    onDone: ({ mail }) => onDone(mail),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/mail" type="email" label={words.mail} error={errorAt("/mail")} autoComplete="off" maxLength={254} />
      <Button type="submit" kind="main" busy={busy}>
        {words.send}
      </Button>
    </form>
  );
};
