import type { MyExport } from "../../../../shared/contract/my-data.ts";
import { kindWords, purposeWords } from "../../../../shared/copy/access-log.ts";
import { staffRoleLabels } from "../../../../shared/copy/codes.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";

/** More is in the file. */
const mostShown = 20;

/** Who looked at my data, as what and what for, the newest first. */
export const AccessList = ({ access }: Pick<MyExport, "access">) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  const whoOf = ({ by }: MyExport["access"][number]): string => {
    if (by.as === "staff") return by.role ? `${words.staff}, ${staffRoleLabels[by.role][locale]}` : words.staff;
    return (locale === "en" && by.nameEn) || by.nameKo;
  };
  return (
    <section class="card stack" aria-labelledby="access">
      <h2 id="access">{words.accessTitle}</h2>
      {access.length === 0 && <p>{words.accessNone}</p>}
      <ul class="stack" role="list">
        {access.slice(0, mostShown).map((row) => (
          <li key={row.entryId}>
            <strong>{momentText(row.at, locale)}</strong>
            <br />
            {whoOf(row)}: {kindWords[row.kind][locale]}
            {purposeWords[row.kind] && <span class="soft"> ({purposeWords[row.kind]?.[locale]})</span>}
          </li>
        ))}
      </ul>
      {access.length > mostShown && <p class="soft">{words.accessMore(access.length - mostShown)}</p>}
    </section>
  );
};
