import { accessWords } from "../../../../shared/copy/pages-seeker/access.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { AccessList } from "../../ui/my-data/access-list.tsx";
import { Page } from "../../ui/page.tsx";

const ask = (query: { before?: string }) => call("GET /api/me/access-log", { query });

/** Who saw my data. */
export const AccessScreen = () => {
  const locale = useLocale();
  const words = useWords(accessWords);
  return (
    <Page narrow focus title={words.title} lead={words.lead} back={{ href: pathIn(locale, "/my/data"), label: words.backTo }}>
      <AccessList ask={ask} />
      <p class="soft">{words.question}</p>
    </Page>
  );
};
