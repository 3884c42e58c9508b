import { useState } from "preact/hooks";
import type { NotedOutcome, TableInterview, TableProfile } from "../../../../shared/contract/table.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { needWords } from "../../../../shared/copy/support.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { OutcomeButtons } from "../../ui/outcome-buttons.tsx";
import { Failed } from "../../ui/states.tsx";

export type OnInterview = {
  interview: TableInterview;
  /** Left out while somebody else sits at the table: a hand in a hurry would note it for the wrong one. */
  takesResult?: boolean;
  /** See `OutcomeButtons`. */
  around: string;
  onNoted: (noted: NotedOutcome | undefined) => Promise<void>;
  onTakenBack: () => void;
};

/** Somebody who is here: what they agreed to show, after a press of its own, and what came of the interview. */
export const Interviewee = ({ interview, takesResult = true, around, onNoted, onTakenBack }: OnInterview) => {
  const words = useWords(tableWords);
  const { registrationId, bookingId, label, outcome, state } = interview;
  if (state === "expected" || state === "late") return <p class="soft">{words.notHere}</p>;
  const params = { registrationId, bookingId };
  return (
    <>
      <Profile key={bookingId} interview={interview} />
      {!interview.takesResult && <p class="soft">{words.notYet}</p>}
      {takesResult && interview.takesResult && (
        <OutcomeButtons
          who={label ?? words.noLabel}
          noted={outcome}
          around={around}
          takeBack={async (seen) => {
            const query = { seen: `${seen}` };
            const answer = await call("DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome", { params, query });
            if (answer.ok) onTakenBack();
            return answer;
          }}
          send={(what, seen) =>
            call("PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome", { params, body: { outcome: what, seen } })
          }
          onSettled={onNoted}
        />
      )}
    </>
  );
};

const Profile = ({ interview: { registrationId, bookingId, label } }: Pick<OnInterview, "interview">) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [profile, setProfile] = useState<TableProfile>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const answer = await call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params: { registrationId, bookingId } });
    setProfile(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
  };
  if (!profile)
    return (
      <div class="stack stack-tight">
        {problem && <Failed problem={problem} />}
        <Button wide busy={busy} onClick={() => void look()}>
          {words.look}
          <span class="unseen"> {label}</span>
        </Button>
        <p class="soft small">{words.lookHint}</p>
      </div>
    );
  const { name, summary, needs } = profile;
  return (
    <section class="table-profile" aria-live="polite">
      <p class="table-name">{name}</p>
      {needs.length > 0 && (
        <p>
          <strong>{words.needs}</strong> {needs.map((need) => needWords[need][locale]).join(", ")}
        </p>
      )}
      {summary ? (
        <Facts
          long
          rows={[
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
        <p>{words.noSummary}</p>
      )}
      <Button onClick={() => setProfile(undefined)}>{words.hide}</Button>
    </section>
  );
};
