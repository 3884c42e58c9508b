import type { ShownTeam } from "../../../../../shared/contract/season.ts";
import { centreServiceLabels, staffRoleLabels } from "../../../../../shared/copy/codes.ts";
import { deskLabelIn } from "../../../../../shared/copy/desk-label.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { teamWords } from "../../../../../shared/copy/pages-team.ts";
import { CentreService } from "../../../../../shared/domain/services.ts";
import { StaffRole } from "../../../../../shared/domain/states.ts";
import { inLocale } from "../../../platform/locale.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { choicesOf } from "../../../ui/choices.ts";
import { CheckField, ChoiceGroup, SelectField } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { TimeField } from "../../time-field.tsx";

export type Member = ShownTeam["members"][number];
export type ErrorAt = (pointer: string) => string | undefined;

type Props = { team: ShownTeam; at: number; member: Member | undefined; errorAt: ErrorAt; onRemove: () => void };

/** One person's day: who, what for, where, from when to when. */
export const DutyFields = ({ team: { visit, choices }, at, member, errorAt, onRemove }: Props) => {
  const words = useWords(teamWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const of = (name: string) => `/team/members/${at}/${name}`;
  // Of somebody who was just chosen the answer says it.
  const clashes = (member !== undefined && member.clashes.length > 0) || errorAt(of("clashSettled")) !== undefined;
  const isUnsettled = member !== undefined && member.clashes.length > 0 && !member.clashSettled;
  return (
    <fieldset class="group card">
      <legend>{words.person(at + 1)}</legend>
      {member && member.clashes.length > 0 && (
        <Notice tone="warn">
          <p>{words.clash(member.clashes.map((one) => inLocale(locale, one.placeNameKo, one.placeNameEn).text).join(", "))}</p>
          {isUnsettled && <p>{words.clashOpen}</p>}
        </Notice>
      )}
      {member && member.rights.length === 0 && (
        <Notice tone="warn">
          <p>
            {words.noRights} <a href="/console/members">{words.giveRights}</a>
          </p>
        </Notice>
      )}
      <div class="fields">
        <SelectField
          pointer={of("accountId")}
          label={words.who}
          error={errorAt(of("accountId"))}
          defaultValue={member?.accountId ?? ""}
          choices={[{ value: "", label: common.choose }, ...choices.map(({ accountId, name }) => ({ value: accountId, label: name }))]}
        />
        <SelectField
          pointer={of("deskId")}
          optional
          label={words.desk}
          error={errorAt(of("deskId"))}
          defaultValue={member?.deskId ?? ""}
          choices={[
            { value: "", label: words.noDesk },
            ...visit.desks.map(({ deskId, label }) => ({ value: deskId, label: deskLabelIn(locale, label).text })),
          ]}
        />
        <TimeField pointer={of("from")} label={words.from} error={errorAt(of("from"))} value={member?.from ?? visit.startTime} />
        <TimeField pointer={of("to")} label={words.to} error={errorAt(of("to"))} value={member?.to ?? visit.endTime} />
        <TimeField pointer={of("rest/from")} label={words.restFrom} error={errorAt(of("rest/from"))} value={member?.rest?.from ?? ""} />
        <TimeField pointer={of("rest/to")} label={words.restTo} error={errorAt(of("rest/to"))} value={member?.rest?.to ?? ""} />
      </div>
      <ChoiceGroup
        pointer={of("roles")}
        type="checkbox"
        label={words.roles}
        error={errorAt(of("roles"))}
        choices={choicesOf(StaffRole.options, staffRoleLabels, locale)}
        chosen={member?.roles ?? []}
      />
      <ChoiceGroup
        pointer={of("specialities")}
        type="checkbox"
        optional
        label={words.specialities}
        choices={choicesOf(CentreService.options, centreServiceLabels, locale)}
        chosen={member?.specialities ?? []}
      />
      {clashes && (
        <CheckField
          pointer={of("clashSettled")}
          label={words.clashSettled}
          error={errorAt(of("clashSettled"))}
          defaultChecked={member?.clashSettled ?? false}
        />
      )}
      <div>
        <Button kind="quiet" onClick={onRemove} aria-label={words.remove(at + 1)}>
          {common.remove}
        </Button>
      </div>
    </fieldset>
  );
};
