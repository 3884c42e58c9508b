import { useCallback } from "preact/hooks";
import { employerStateLabels } from "../../../../shared/copy/codes.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { membersWords } from "../../../../shared/copy/pages-members.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { businessNumberText } from "../../../../shared/domain/business-number-text.ts";
import type { Employer } from "../../../../shared/domain/employer.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { useFinish } from "../outcome.tsx";
import { employerPath, resultsPath } from "../paths.ts";
import { FirmForm } from "./firm-form.tsx";
import { isOnDay } from "./request-card.tsx";
import { useRequests } from "./requests-page.tsx";

/** First step of a new employer. */
export const RegisterPage = () => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const { refresh } = useSession();
  const finish = useFinish();
  const onDone = async (employer: Employer) => {
    // The menu follows from the account: it must know of the firm first.
    await refresh();
    finish(common.saved, employerPath(employer.employerId));
  };
  return (
    <Page title={words.registerTitle} lead={words.registerLead} focus={hasMoved()}>
      <Card>
        <FirmForm send={words.registerSend} onDone={onDone} />
      </Card>
    </Page>
  );
};

export const useEmployer = (employerId: string) => {
  const ask = useCallback(() => call("GET /api/employers/{employerId}", { params: { employerId } }), [employerId]);
  return useLoaded(ask);
};

/** How it stands with the firm, and what to do next. */
export const FirmPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(employerWords);
  const [loaded, reload] = useEmployer(employerId);
  return (
    <Page title={words.firmTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && <Firm employer={loaded.value} />}
    </Page>
  );
};

const tones = { registered: "warn", verified: "good", refused: "bad" } as const;

const Firm = ({ employer }: { employer: Employer }) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const { employerId, state, refusalReason, profile } = employer;
  const [requests] = useRequests(employerId);
  const today = requests.state === "loaded" ? requests.value.requests.find((view) => isOnDay(view, instantNow())) : undefined;
  const path = employerPath(employerId);
  return (
    <>
      <Notice tone={tones[state]} title={employerStateLabels[state][locale]}>
        <p>{words.stateNext[state]}</p>
        {refusalReason && (
          <p>
            <strong>{words.refusalReason}:</strong> {refusalReason}
          </p>
        )}
      </Notice>
      <section class="stack">
        <h2>{words.doNext}</h2>
        <div class="row">
          {today && (
            <ButtonLink kind="main" href={resultsPath(employerId, today.visit.visitId)}>
              {tableWords[locale].toResults}
            </ButtonLink>
          )}
          {state === "verified" && (
            <ButtonLink kind={today ? "plain" : "main"} href={`${path}/slot-requests/new`}>
              {words.doAskTimes}
            </ButtonLink>
          )}
          {state === "refused" && (
            <ButtonLink kind="main" href={`${path}/change`}>
              {words.profileTitle}
            </ButtonLink>
          )}
          <ButtonLink kind={state === "registered" ? "main" : "plain"} href={`${path}/postings/new`}>
            {words.doWritePosting}
          </ButtonLink>
        </div>
      </section>
      <Card as="section">
        <div class="card-head">
          <h2>{profile.nameKo}</h2>
          <Tag tone={state === "verified" ? "good" : "plain"}>{employerStateLabels[state][locale]}</Tag>
        </div>
        <FirmFacts employer={employer} />
        <div>
          <ButtonLink href={`${path}/change`}>{common.change}</ButtonLink>
          <ButtonLink href={`${path}/members`}>{membersWords[locale].title}</ButtonLink>
        </div>
      </Card>
    </>
  );
};

export const FirmFacts = ({ employer: { profile } }: { employer: Employer }) => {
  const words = useWords(employerWords);
  const locale = useLocale();
  const { contact } = profile;
  return (
    <Facts
      rows={[
        [words.businessNumber, businessNumberText(profile.businessNumber)],
        [words.industry, profile.industryKo],
        [words.district, districtAndZone(profile.districtCode, locale)],
        [words.roadAddress, profile.roadAddress],
        [
          words.aboutKo,
          <span key="about" class="as-written">
            {profile.aboutKo}
          </span>,
        ],
        [words.contactTitle, [contact.name, contact.title, phoneText(contact.phone), contact.mail].filter(Boolean).join(" · ")],
      ]}
    />
  );
};

/** "02-000-0001", "010-0000-0001": stored as digits only. */

export const ChangeFirmPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const { refresh } = useSession();
  const finish = useFinish();
  const [loaded, reload] = useEmployer(employerId);
  const path = employerPath(employerId);
  return (
    <Page title={words.profileTitle} back={{ href: path, label: words.firmTitle }} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && (
        <Card>
          <FirmForm
            employerId={employerId}
            profile={loaded.value.profile}
            send={common.save}
            onDone={async () => {
              await refresh();
              finish(common.saved, path);
            }}
          />
        </Card>
      )}
    </Page>
  );
};
