import type { ComponentChildren } from "preact";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { type AddressTrouble, hasNoMail } from "../../../../shared/domain/mail.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = {
  visitId: string;
  title: string;
  /** Whom no mail reaches has to be told. */
  trouble: AddressTrouble | null;
  back?: { href: string; label: string } | undefined;
  children?: ComponentChildren;
};

/** It is done, who is told, and the way back: to the day, or where one came from. */
export const Outcome = ({ visitId, title, trouble, back, children }: Props) => {
  const words = useWords(staffDayWords);
  return (
    <>
      <Notice tone="good" title={title} live focus>
        {children}
        <p>{hasNoMail(trouble ?? undefined) ? words.donePhone : trouble ? words.doneTrouble : words.doneMail}</p>
      </Notice>
      <ButtonLink kind="main" href={back?.href ?? `/staff/visits/${visitId}`}>
        {back?.label ?? words.toDay}
      </ButtonLink>
    </>
  );
};
