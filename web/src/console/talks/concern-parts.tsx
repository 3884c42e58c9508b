import type { Concern } from "../../../../shared/contract/talks.ts";
import { concernPlaceLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts, Tag, type Tone } from "../../ui/card.tsx";

const tones = { new: "main", assigned: "plain", overdue: "sign", answered: "good", withdrawn: "plain" } as const satisfies Record<
  string,
  Tone
>;

/** Where a concern stands today. */
export const ConcernTag = ({ concern: { state, isOverdue } }: { concern: Concern }) => {
  const locale = useLocale();
  const place = isOverdue ? "overdue" : state;
  return <Tag tone={tones[place]}>{concernPlaceLabels[place][locale]}</Tag>;
};

/** Who sees to it, and by when. */
export const ConcernFacts = ({
  concern: { ownerId, ownerName, dueOn, answeredOn },
  visit,
}: {
  concern: Concern;
  visit?: string | null;
}) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  return (
    <Facts
      rows={[
        [words.atVisit, visit],
        [words.owner, ownerId ? (ownerName ?? words.formerColleague) : words.noOwner],
        [words.dueOn, dueOn && !answeredOn && words.until(dateText(dueOn, locale))],
      ]}
    />
  );
};
