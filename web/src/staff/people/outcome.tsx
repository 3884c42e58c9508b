import type { ComponentChildren } from "preact";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = { visitId: string; title: string; back?: { href: string; label: string } | undefined; children?: ComponentChildren };

/** It is done, who is told, and the way back: to the day, or where one came from. */
export const Outcome = ({ visitId, title, back, children }: Props) => {
  const words = useWords(staffDayWords);
  return (
    <>
      <Notice tone="good" title={title} live focus>
        {children}
        <p>{words.doneMail}</p>
      </Notice>
      <ButtonLink kind="main" href={back?.href ?? `/staff/visits/${visitId}`}>
        {back?.label ?? words.toDay}
      </ButtonLink>
    </>
  );
};
