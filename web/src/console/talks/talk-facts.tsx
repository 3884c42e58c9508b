import type { Talk } from "../../../../shared/contract/talks.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { businessNumberText } from "../../../../shared/domain/business-number-text.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";

/** Which visit a firm came to, and whom to ask for there. */
export const TalkFacts = ({ talk: { visitOn, businessNumber, contact, signedUpAt } }: { talk: Talk }) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  return (
    <Facts
      long
      rows={[
        [words.atVisit, visitOn && dateText(visitOn, locale)],
        [words.contactName, [contact.name, contact.title].filter(Boolean).join(" ")],
        [words.contactPhone, phoneText(contact.phone)],
        [words.contactMail, contact.mail],
        [words.businessNumber, businessNumber && businessNumberText(businessNumber)],
        [words.signedUpAt, dateText(seoulDateOf(signedUpAt), locale)],
      ]}
    />
  );
};
