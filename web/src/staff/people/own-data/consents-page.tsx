import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { EmployerConsents, MyConsents, SupportConsent } from "../../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../../shared/copy/pages-seeker/my-data.ts";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import { call, type Refused } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useSession } from "../../../platform/session.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import {
  CancelledWith,
  EmployerConsentView,
  EnrolmentConsentView,
  NoticeView,
  PartnerConsentView,
  StatisticsConsentView,
  SupportConsentView,
} from "../../../ui/my-data/consent-views.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Failed } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { usePress } from "../../../ui/use-press.ts";
import { ReasonField, reasonIn } from "../../reason-field.tsx";
import { rightsAt } from "../../rights-at.ts";

type Props = { visitId: string; registrationId: string };

/** What somebody whom no mail reaches agreed to, taken back for them with a reason. What follows is as if they did it themselves. */
export const ConsentsPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffOwnDataWords);
  const dataWords = useWords(myDataWords);
  const { me } = useSession();
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/consents", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState<{ title: string; detail?: string }>();
  const data = `/staff/visits/${visitId}/people/${registrationId}/data`;
  const back = { href: data, label: words.title };
  if (loaded.state !== "loaded") return <Unloaded title={words.toConsents} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { notice, employers, support, enrolment, statistics, partners } = loaded.value;
  const done = (title: string, detail?: string) => async () => {
    setOpen(undefined);
    await reload();
    setSaid({ title, ...(detail && { detail }) });
  };
  const frame = { params: { visitId, registrationId }, onBack: () => setOpen(undefined) };
  return (
    <Page title={words.toConsents} lead={words.consentsLead} back={back} narrow focus={hasMoved()}>
      {said && (
        <Notice
          key={`${said.title} ${employers.filter(({ stands }) => stands).length} ${support.length}`}
          tone="good"
          title={said.title}
          live
          focus
        >
          {said.detail && <p>{said.detail}</p>}
        </Notice>
      )}
      <section class="stack" aria-labelledby="agreed">
        <h2 id="agreed">{words.consentsTitle}</h2>
        {employers.length === 0 && <p>{words.consentsNone}</p>}
        {employers.map((consents) => (
          <EmployerConsentView key={consents.employerId} consents={consents} long>
            {consents.stands &&
              (open === consents.employerId ? (
                <EmployerForm consents={consents} {...frame} onDone={done(words.withdrawn, words.withdrawnEmployer)} />
              ) : (
                <div>
                  <Button onClick={() => setOpen(consents.employerId)}>{dataWords.withdraw}</Button>
                </div>
              ))}
          </EmployerConsentView>
        ))}
        {support.map((consent) => {
          const key = `${consent.to} ${consent.at} ${consent.startsAt}`;
          return (
            <SupportConsentView key={key} consent={consent} long>
              {consent.stands && consent.to !== "share" && open === key && (
                <SupportForm answer={consent.to} {...frame} onDone={done(words.withdrawn)} />
              )}
              {consent.stands && consent.to !== "share" && open !== key && (
                <div>
                  <Button onClick={() => setOpen(key)}>{dataWords.withdraw}</Button>
                </div>
              )}
              {consent.stands && consent.to === "share" && rightsAt(me, visitId).seesNeeds && (
                <div>
                  <ButtonLink href={`${data}/shares`}>{dataWords.supportChange}</ButtonLink>
                </div>
              )}
            </SupportConsentView>
          );
        })}
        {enrolment && <EnrolmentConsentView consent={enrolment} long />}
        {statistics && (
          <StatisticsConsentView consent={statistics} long>
            {rightsAt(me, visitId).seesNeeds && <TakeBackStatistics params={frame.params} onDone={done(words.withdrawn)} />}
          </StatisticsConsentView>
        )}
        {partners.map((consent) => (
          <PartnerConsentView key={consent.linkId} consent={consent} long>
            {rightsAt(me, visitId).counsels && (
              <div>
                <ButtonLink href={`/staff/visits/${visitId}/people/${registrationId}/partner-links`}>{dataWords.supportChange}</ButtonLink>
              </div>
            )}
          </PartnerConsentView>
        ))}
        {notice && <NoticeView notice={notice} long />}
      </section>
    </Page>
  );
};

/** Nothing of an employer, no reason to be written: pressed, it is gone. */
const TakeBackStatistics = ({ params, onDone }: { params: Props; onDone: () => Promise<void> }) => {
  const { withdraw } = useWords(myDataWords);
  const { busy, problem, press } = usePress(
    () => call("DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics", { params }),
    onDone,
  );
  return (
    <>
      {problem && <Failed problem={problem} />}
      <div>
        <Button busy={busy} onClick={press}>
          {withdraw}
        </Button>
      </div>
    </>
  );
};

type FormProps = { params: Props; onDone: () => Promise<void>; onBack: () => void };

const EmployerForm = ({ consents, params, ...frame }: FormProps & { consents: EmployerConsents }) => {
  const words = useWords(staffOwnDataWords);
  const locale = useLocale();
  const { employerId, employerNameKo, employerNameEn, cancels } = consents;
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal";
  return (
    <WithdrawForm {...frame} send={(body) => call(key, { params: { ...params, employerId }, body })}>
      <p>{words.withdrawText((locale === "en" && employerNameEn) || employerNameKo)}</p>
      <CancelledWith cancels={cancels} />
    </WithdrawForm>
  );
};

const SupportForm = ({ answer, params, ...frame }: FormProps & { answer: Exclude<SupportConsent["to"], "share"> }) => {
  const words = useWords(staffOwnDataWords);
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal";
  return (
    <WithdrawForm {...frame} send={(body) => call(key, { params: { ...params, answer }, body })}>
      <p>{words.withdrawSupport[answer]}</p>
    </WithdrawForm>
  );
};

type WithdrawProps = Omit<FormProps, "params"> & {
  send: (body: { reason: string }) => Promise<{ ok: true; value: MyConsents } | Refused>;
  children: ComponentChildren;
};

/** What follows, to be said to the person, and why it is done. */
const WithdrawForm = ({ send, onDone, onBack, children }: WithdrawProps) => {
  const words = useWords(staffOwnDataWords);
  const dataWords = useWords(myDataWords);
  const { form, busy, trouble, errorAt } = useForm({ read: (data) => ({ reason: reasonIn(data) }), send, onDone });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      {children}
      <ReasonField why="ownData" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {dataWords.withdrawNow}
        </Button>
        <Button onClick={onBack}>{words.leaveIt}</Button>
      </div>
    </form>
  );
};
