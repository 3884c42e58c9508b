import { useState } from "preact/hooks";
import { staffSupportWords } from "../../../../shared/copy/pages-staff-support.ts";
import { needWords } from "../../../../shared/copy/support.ts";
import type { Need } from "../../../../shared/domain/support.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = { who: string; params: { employerId: string; visitId: string; registrationId: string; bookingId: string } };

/** What somebody let the firm know for this interview: looked at by a press, since each look is logged. */
export const SharedNeeds = ({ who, params }: Props) => {
  const words = useWords(staffSupportWords);
  const locale = useLocale();
  const [needs, setNeeds] = useState<readonly Need[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const look = async () => {
    const answer = await call("GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs", {
      params,
    });
    if (answer.ok) setNeeds(answer.value.needs);
    else if (answer.problem.code === "not-found") setNeeds([]);
    else setProblem(answer.problem);
  };
  if (needs)
    return <p aria-live="polite">{needs.length > 0 ? needs.map((need) => needWords[need][locale]).join(", ") : words.employerNone}</p>;
  return (
    <>
      {problem && <Notice tone="bad" title={problem.title} />}
      <div>
        <Button onClick={() => void look()} aria-label={`${words.employerShow}, ${who}`}>
          {words.employerShow}
        </Button>
      </div>
    </>
  );
};
