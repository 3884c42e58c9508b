import { useCallback } from "preact/hooks";
import type { ShownTeam } from "../../../../../shared/contract/season.ts";
import { teamWords } from "../../../../../shared/copy/pages-team.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { RunSheet } from "../../../ui/run-sheet/run-sheet.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { visitPath } from "../../paths.ts";
import { visitName } from "../one-visit.tsx";
import { Poster } from "./poster.tsx";
import { TeamForm } from "./team-form.tsx";

type Of = { visitId: string };

/** A page about the team of a visit, once it is there. */
const OfTeam = ({ visitId, title, children }: Of & { title: string; children: (team: ShownTeam) => preact.ComponentChildren }) => {
  const locale = useLocale();
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/team", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  if (loaded.state !== "loaded")
    return <Unloaded title={title} back={{ href: visitPath(visitId), label: title }} loaded={loaded} onRetry={reload} />;
  const name = visitName(loaded.value, locale);
  return (
    <Page title={title} lead={name} back={{ href: visitPath(visitId), label: name }} focus={hasMoved()}>
      {children(loaded.value)}
    </Page>
  );
};

/** Who works at a visit. */
export const TeamPage = ({ visitId }: Of) => {
  const words = useWords(teamWords);
  return (
    <OfTeam visitId={visitId} title={words.title}>
      {(team) => (
        <>
          <div class="row">
            <ButtonLink href={`${visitPath(visitId)}/run-sheet`}>{words.toRunSheet}</ButtonLink>
          </div>
          <TeamForm team={team} />
        </>
      )}
    </OfTeam>
  );
};

/** Their day, to print. */
export const RunSheetPage = ({ visitId }: Of) => {
  const words = useWords(teamWords);
  return (
    <OfTeam visitId={visitId} title={words.sheetTitle}>
      {(team) => <RunSheet team={team} />}
    </OfTeam>
  );
};

/** The visit on a sheet of paper, for the wall. */
export const PosterPage = ({ visitId }: Of) => {
  const words = useWords(teamWords);
  return (
    <OfTeam visitId={visitId} title={words.posterTitle}>
      {({ visit, place }) => <Poster visit={visit} place={place} />}
    </OfTeam>
  );
};
