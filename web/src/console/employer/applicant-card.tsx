import { useState } from "preact/hooks";
import type { ApplicationRow } from "../../../../shared/contract/applications.ts";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { applicantWords } from "../../../../shared/copy/pages-employer-applicants.ts";
import type { Application } from "../../../../shared/domain/application.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";

/** Open ones, and those that nobody answered in time: they are still waiting. */
export const waitsForAnswer = ({ state }: Pick<Application, "state">): boolean => state === "applied" || state === "undecided";

const tones = { applied: "sign", undecided: "sign", accepted: "good", declined: "plain", withdrawn: "plain", ended: "plain" } as const;

export type OnApplicant = {
  employerId: string;
  visitId: string;
  /** "지원 3번": nobody has a name here. */
  name: string;
  application: ApplicationRow;
  reload: () => Promise<void>;
};
type Props = Omit<OnApplicant, "name"> & {
  number: number;
  /** The job that was applied for, where there are several. */
  postingKo: string | undefined;
  /** The requests whose times are for that job. */
  views: readonly SlotRequestView[];
};

/** Somebody who applied: what they wrote, and the two answers. */
export const ApplicantCard = ({ number, views, postingKo, ...rest }: Props) => {
  const words = useWords(applicantWords);
  const firm = useWords(employerWords);
  const locale = useLocale();
  const [asking, setAsking] = useState<"accept" | "decline">();
  const { application } = rest;
  const { state, summary, startsAt } = application;
  const name = words.applicant(number);
  const close = () => setAsking(undefined);
  return (
    <Card as="article">
      <div class="card-head">
        <h2 class="card-title">{name}</h2>
        <Tag tone={tones[state]}>{words.states[state]}</Tag>
      </div>
      {startsAt && (
        <p>
          <strong>{words.meetsAt(momentText(startsAt, locale))}</strong>
        </p>
      )}
      {summary ? (
        <Facts
          long
          rows={[
            [
              firm.posting,
              postingKo && (
                <span key="posting" lang="ko">
                  {postingKo}
                </span>
              ),
            ],
            [words.wishedJob, summary.wishedJob],
            [words.years, words.yearsOf(summary.years)],
            [
              words.experience,
              <span key="experience" class="as-written">
                {summary.experience}
              </span>,
            ],
            [words.licences, summary.licences],
          ]}
        />
      ) : (
        <p class="soft">{state === "withdrawn" ? words.summaryWithdrawn : words.summaryClosed}</p>
      )}
      <p class="soft small">{words.appliedAt(momentText(application.appliedAt, locale))}</p>
      {waitsForAnswer(application) && (
        <div class="row">
          <Button kind="main" onClick={() => setAsking("accept")}>
            {words.accept}
            <span class="unseen"> {name}</span>
          </Button>
          <Button onClick={() => setAsking("decline")}>
            {words.decline}
            <span class="unseen"> {name}</span>
          </Button>
        </div>
      )}
      <AcceptDialog {...rest} name={name} views={views} open={asking === "accept"} onClose={close} />
      <DeclineDialog {...rest} name={name} open={asking === "decline"} onClose={close} />
    </Card>
  );
};
