import { staffMailsWords } from "../../../../shared/copy/pages-staff-mails.ts";
import type { AddressTrouble } from "../../../../shared/domain/mail.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";

/** That mail does not reach a person, beside their name. */
export const MailTroubleTag = ({ trouble }: { trouble: AddressTrouble | undefined }) => {
  const words = useWords(staffMailsWords);
  return trouble ? <Tag tone="sign">{words.trouble[trouble]}</Tag> : null;
};
