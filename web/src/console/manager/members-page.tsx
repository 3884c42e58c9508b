import { useState } from "preact/hooks";
import type { StaffMember } from "../../../../shared/contract/staff.ts";
import { staffRoleLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { dateText, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { StaffRole } from "../../../../shared/domain/states.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, SelectField, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { useFinish } from "../outcome.tsx";
import { ResetFactors } from "./reset-factors.tsx";

const askMembers = async () => {
  const [members, visits] = await Promise.all([call("GET /api/staff/members"), call("GET /api/staff/visits")]);
  if (!members.ok) return members;
  return { ok: true as const, value: { ...members.value, visits: visits.ok ? visits.value.visits : [] } };
};
type Planned = { visit: { visitId: string; date: LocalDate }; place: { nameKo: string } };
const visitText = ({ visit: { date }, place: { nameKo } }: Planned, locale: Locale): string => `${dateText(date, locale)} · ${nameKo}`;
type MemberBody = Body<"PUT /api/staff/members">;
const check = checkAgainst(() =>
  import("../../../../shared/contract/staff.ts").then(({ staffOperations }) => staffOperations["PUT /api/staff/members"].body),
);

/** Who works here, and what they may do. */
export const MembersPage = () => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(askMembers);
  const finish = useFinish();
  // A new form after each save; the member being changed, or nobody for an addition.
  const [editing, setEditing] = useState<{ member: StaffMember | undefined; form: number }>({ member: undefined, form: 0 });
  const edit = (member: StaffMember | undefined) => setEditing(({ form }) => ({ member, form: form + 1 }));
  const onDone = async (saved: StaffMember) => {
    edit(undefined);
    await reload();
    finish(words.memberSaved(saved.name));
  };
  const [resetting, setResetting] = useState<StaffMember>();
  const onReset = async (member: StaffMember) => {
    setResetting(undefined);
    await reload();
    finish(words.resetDone(member.name));
  };
  return (
    <Page title={words.membersTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && (
        <div class="two-columns">
          <section class="stack">
            {loaded.value.members.length === 0 ? (
              <Empty title={words.membersNone} />
            ) : (
              <Members {...loaded.value} onEdit={edit} onReset={setResetting} />
            )}
          </section>
          <Card as="section">
            <h2>{editing.member ? words.changeMember(editing.member.name) : words.addMember}</h2>
            <p class="soft">{words.addMemberLead}</p>
            <MemberForm
              key={editing.form}
              member={editing.member}
              visits={loaded.value.visits}
              takeFocus={editing.member !== undefined}
              onDone={onDone}
              onCancel={() => edit(undefined)}
            />
          </Card>
        </div>
      )}
      <ResetFactors member={resetting} onDone={onReset} onClose={() => setResetting(undefined)} />
    </Page>
  );
};

type MembersProps = {
  members: readonly StaffMember[];
  visits: readonly Planned[];
  onEdit: (member: StaffMember) => void;
  onReset: (member: StaffMember) => void;
};

const Members = ({ members, visits, onEdit, onReset }: MembersProps) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const { me } = useSession();
  return (
    <ul class="member-list" role="list">
      {members.map((member) => (
        <li class="member" key={member.accountId}>
          <div>
            <strong>{member.name}</strong>
            <p class="soft small">{member.mail}</p>
            {member.roles.length + member.atVisits.length > 0 && <p class="soft small">{factorText(member, words, locale)}</p>}
            {member.atVisits.map(({ visitId, roles }) => {
              const planned = visits.find(({ visit }) => visit.visitId === visitId);
              return (
                <p class="small" key={visitId}>
                  {planned ? visitText(planned, locale) : words.atAnotherVisit}:{" "}
                  {roles.map((role) => staffRoleLabels[role][locale]).join(", ")}
                </p>
              );
            })}
          </div>
          <p class="row row-tight">
            {member.roles.length + member.atVisits.length === 0 ? (
              <Tag>{words.memberRolesNone}</Tag>
            ) : (
              member.roles.map((role) => (
                <Tag key={role} tone="main">
                  {staffRoleLabels[role][locale]}
                </Tag>
              ))
            )}
          </p>
          <div class="row row-tight">
            <Button onClick={() => onEdit(member)}>
              {common.change}
              <span class="unseen"> {member.name}</span>
            </Button>
            {member.factors > 0 && member.accountId !== me.accountId && (
              <Button kind="quiet" onClick={() => onReset(member)}>
                {words.resetFactors}
                <span class="unseen"> {member.name}</span>
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};

/** Whether somebody can work, and if not, what is missing. */
const factorText = ({ factors, enrolUntil }: StaffMember, words: (typeof managerWords)["ko"], locale: Locale): string => {
  if (factors > 0) return words.factorsCount(factors);
  if (!enrolUntil || enrolUntil <= instantNow()) return words.factorsClosed;
  return `${words.factorsNone}. ${words.factorsUntil(momentText(enrolUntil, locale))}`;
};

type FormProps = {
  member: StaffMember | undefined;
  visits: readonly Planned[];
  takeFocus: boolean;
  onDone: (member: StaffMember) => void | Promise<void>;
  onCancel: () => void;
};

const MemberForm = ({ member, visits, takeFocus, onDone, onCancel }: FormProps) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const [visitId, setVisitId] = useState("");
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail"), name: textIn(data, "/name"), roles: data.getAll("/roles") as MemberBody["roles"] }),
    check,
    send: (body) =>
      visitId ? call("PUT /api/staff/members/visit-roles", { body: { ...body, visitId } }) : call("PUT /api/staff/members", { body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/mail"
        type="email"
        label={words.memberMail}
        error={errorAt("/mail")}
        defaultValue={member?.mail}
        readOnly={member !== undefined}
        autoComplete="off"
        autoFocus={takeFocus}
      />
      <TextField pointer="/name" label={words.memberName} error={errorAt("/name")} defaultValue={member?.name} autoComplete="off" />
      <SelectField
        pointer="/visitId"
        label={words.memberWhere}
        value={visitId}
        onChange={({ currentTarget }) => setVisitId(currentTarget.value)}
      >
        <option value="">{words.memberAlways}</option>
        {visits.map((planned) => (
          <option key={planned.visit.visitId} value={planned.visit.visitId}>
            {visitText(planned, locale)}
          </option>
        ))}
      </SelectField>
      <ChoiceGroup
        key={visitId}
        pointer="/roles"
        type="checkbox"
        label={words.memberRoles}
        hint={words.memberRolesHint}
        error={errorAt("/roles")}
        choices={StaffRole.options.map((role) => ({ value: role, label: `${staffRoleLabels[role][locale]} (${words.roleHints[role]})` }))}
        chosen={(visitId ? member?.atVisits.find((one) => one.visitId === visitId)?.roles : member?.roles) ?? []}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {common.save}
        </Button>
        {member && (
          <Button kind="quiet" onClick={onCancel}>
            {common.cancel}
          </Button>
        )}
      </div>
    </form>
  );
};
