import type { MyExport } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { useWords } from "../../platform/use-locale.ts";
import { WholeData } from "../../ui/my-data/whole-data.tsx";
import { Page } from "../../ui/page.tsx";

/** All of it on one page, to be read, printed or taken along. */
export const CopyScreen = ({ all, back }: { all: MyExport; back: string }) => {
  const words = useWords(myDataWords);
  return (
    <Page narrow focus title={words.copyScreenTitle} lead={words.copyLead} back={{ href: back, label: words.back }}>
      <WholeData all={all} />
    </Page>
  );
};
