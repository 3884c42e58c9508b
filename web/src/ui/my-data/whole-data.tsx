import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { MyExport } from "../../../../shared/contract/my-data.ts";
import { accessWords } from "../../../../shared/copy/pages-seeker/access.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { saveFile } from "../../platform/save-file.ts";
import { momentWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { AccessRows } from "./access-list.tsx";
import {
  EmployerConsentView,
  EnrolmentConsentView,
  NoticeView,
  PartnerConsentView,
  StatisticsConsentView,
  SupportConsentView,
} from "./consent-views.tsx";
import { KeptList } from "./kept-list.tsx";
import { readablePage } from "./readable-page.ts";
import "./my-data.css";

/** All that is kept of somebody, unfolded, from what the export answers: to read, on paper, and as a file that opens anywhere. `children` are other ways to take it along. */
export const WholeData = ({ all, children }: { all: MyExport; children?: ComponentChildren }) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  const lookWords = useWords(accessWords);
  const sheet = useRef<HTMLDivElement>(null);
  const { notice, employers, support, enrolment, statistics, partners } = all.consents;
  const savePage = () =>
    saveFile(
      `jobstop-${seoulDateOf(all.madeAt)}.html`,
      readablePage(words.copyTitle, locale, sheet.current?.innerHTML ?? ""),
      "text/html;charset=utf-8",
    );
  return (
    <>
      <div class="row actions not-on-paper">
        <Button kind="main" onClick={() => print()}>
          {words.print}
        </Button>
        <Button onClick={savePage}>{words.savePage}</Button>
        {children}
      </div>
      <div class="stack stack-loose whole-data" ref={sheet}>
        <div>
          <h2>{words.copyTitle}</h2>
          <p>{words.copyMade(momentWithYear(all.madeAt, locale))}</p>
        </div>
        <KeptList all={all} isOpen />
        <section class="stack" aria-labelledby="agreed">
          <h2 id="agreed">{words.consentsTitle}</h2>
          {employers.length === 0 && <p>{words.consentsNone}</p>}
          {employers.map((consents) => (
            <EmployerConsentView key={consents.employerId} consents={consents} isOpen />
          ))}
          {support.map((consent) => (
            <SupportConsentView key={`${consent.to} ${consent.at} ${consent.startsAt}`} consent={consent} isOpen />
          ))}
          {enrolment && <EnrolmentConsentView consent={enrolment} isOpen />}
          {statistics && <StatisticsConsentView consent={statistics} isOpen />}
          {partners.map((consent) => (
            <PartnerConsentView key={consent.linkId} consent={consent} isOpen />
          ))}
          {notice && <NoticeView notice={notice} isOpen />}
        </section>
        <section class="stack" aria-labelledby="seen">
          <h2 id="seen">{words.accessTitle}</h2>
          {all.access.length === 0 ? <p>{lookWords.none}</p> : <AccessRows rows={all.access} />}
        </section>
      </div>
    </>
  );
};
