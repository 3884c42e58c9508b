import type { ComponentChildren } from "preact";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = { visitId: string; title: string; children?: ComponentChildren };

/** It is done, who is told, and the way back to the day. */
export const Outcome = ({ visitId, title, children }: Props) => {
  const words = useWords(staffDayWords);
  return (
    <>
      <Notice tone="good" title={title} live focus>
        {children}
        <p>{words.doneMail}</p>
      </Notice>
      <ButtonLink kind="main" href={`/staff/visits/${visitId}`}>
        {words.toDay}
      </ButtonLink>
    </>
  );
};
