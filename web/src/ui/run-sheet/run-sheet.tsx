import { centre } from "../../../../shared/centre.ts";
import type { ShownTeam } from "../../../../shared/contract/season.ts";
import { centreServiceLabels, staffRoleLabels } from "../../../../shared/copy/codes.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { teamWords } from "../../../../shared/copy/pages-team.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { placeTextOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { missingInTeam } from "../../../../shared/domain/team.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Facts } from "../card.tsx";
import { Notice } from "../notice.tsx";
import "./run-sheet.css";

/** The day of a team on one sheet of paper: who, where, when, and whom to call. */
export const RunSheet = ({ team }: { team: ShownTeam }) => {
  const words = useWords(teamWords);
  const locale = useLocale();
  const { visit, place, members, contacts } = team;
  const missing = missingInTeam(team);
  const deskOf = (deskId: string | null) => {
    const desk = visit.desks.find((one) => one.deskId === deskId);
    return desk ? deskLabelIn(locale, desk.label).text : "";
  };
  const inOrder = [...members].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.name.localeCompare(b.name, "ko")));
  return (
    <div class="stack run-sheet">
      <div class="no-print">
        <Button kind="main" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      {missing > 0 && (
        <Notice tone="warn">
          <p>{words.missing(missing)}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [words.hours, `${dateText(visit.date, locale)} ${timeRangeText(visit.startTime, visit.endTime, locale)}`],
          [words.place, placeTextOf(place, locale)],
          [words.services, visit.services.map((service) => centreServiceLabels[service][locale]).join(", ")],
          [words.namedInPlan, visit.team.join(", ")],
          [words.note, inLocale(locale, visit.noteKo ?? "", visit.noteEn).text],
        ]}
      />
      {members.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <table class="run-table">
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.roles}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map(({ accountId, name, roles, specialities, deskId, from, to, rest, clashes, clashSettled }) => (
              <tr key={accountId}>
                <th scope="row">{name}</th>
                <td>
                  {timeRangeText(from, to, locale)}
                  {rest && (
                    <span class="run-line soft">
                      {words.rest} {timeRangeText(rest.from, rest.to, locale)}
                    </span>
                  )}
                </td>
                <td>
                  {roles.map((role) => staffRoleLabels[role][locale]).join(", ")}
                  <span class="run-line">{deskOf(deskId)}</span>
                  <span class="run-line soft">{specialities.map((one) => centreServiceLabels[one][locale]).join(", ")}</span>
                  {clashes.length > 0 && (
                    <span class="run-line run-clash">
                      {words.clash(clashes.map((one) => inLocale(locale, one.placeNameKo, one.placeNameEn).text).join(", "))}
                      {clashSettled ? ` (${words.settled})` : ""}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section class="stack">
        <h2>{words.contactsTitle}</h2>
        <Facts
          rows={[[words.centre, centre.phone], ...contacts.map(({ what, name, phone }) => [what, `${name} ${phoneText(phone)}`] as const)]}
        />
      </section>
    </div>
  );
};
