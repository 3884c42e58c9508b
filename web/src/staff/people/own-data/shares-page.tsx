import { useCallback, useState } from "preact/hooks";
import type { HelpedSupport } from "../../../../../shared/contract/support.ts";
import { supportWords } from "../../../../../shared/copy/pages-seeker/support.ts";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import { staffSupportWords } from "../../../../../shared/copy/pages-staff-support.ts";
import { needWords } from "../../../../../shared/copy/support.ts";
import type { Locale } from "../../../../../shared/domain/locale.ts";
import type { Need } from "../../../../../shared/domain/support.ts";
import { call } from "../../../platform/api.ts";
import { inLocale } from "../../../platform/locale.ts";
import { hasMoved } from "../../../platform/router.ts";
import { momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { consentPointer, ShareBox, shareVersion } from "../../consent-box.tsx";
import { ReasonField, reasonIn } from "../../reason-field.tsx";

type Props = { visitId: string; registrationId: string };
type Interview = HelpedSupport["interviews"][number];
type Open = { bookingId: string; act: "share" | "unshare" };

const namedIn = (needs: readonly Need[], locale: Locale): string => needs.map((need) => needWords[need][locale]).join(", ");

/** Which employers of somebody's interviews at this visit may know which of their needs: said and taken back for whom no mail reaches. The look is logged. */
export const SharesPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffOwnDataWords);
  const needsWords = useWords(staffSupportWords);
  const seekerWords = useWords(supportWords);
  const locale = useLocale();
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/support", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState<string>();
  const person = `/staff/visits/${visitId}/people/${registrationId}`;
  const back = { href: `${person}/data`, label: words.title };
  if (loaded.state !== "loaded") return <Unloaded title={words.sharesTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { needs, interviews } = loaded.value;
  const done = async (text: string) => {
    setOpen(undefined);
    await reload();
    setSaid(text);
  };
  return (
    <Page title={words.sharesTitle} lead={words.sharesLead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {needs ? (
        <p>
          <strong>{namedIn(needs.codes, locale)}</strong>
        </p>
      ) : (
        <Empty title={needsWords.none}>
          <ButtonLink href={`${person}/support`}>{needsWords.write}</ButtonLink>
        </Empty>
      )}
      {needs && interviews.length === 0 && <p>{words.sharesNoInterview}</p>}
      {needs &&
        interviews.map((interview) => {
          const { bookingId, startsAt, shared, employerNameKo, employerNameEn } = interview;
          const name = inLocale(locale, employerNameKo, employerNameEn);
          const form = { params: { visitId, registrationId, bookingId }, interview, onDone: done, onBack: () => setOpen(undefined) };
          const act = open?.bookingId === bookingId ? open.act : undefined;
          return (
            <article class={act === "share" ? "stack" : "card stack"} key={bookingId}>
              <h2>
                <span lang={name.lang}>{name.text}</span>, {momentText(startsAt, locale)}
              </h2>
              <p>{shared?.length ? seekerWords.shared(namedIn(shared, locale)) : seekerWords.notShared}</p>
              {act === "share" && <ShareForm {...form} needs={needs.codes} />}
              {act === "unshare" && <UnshareForm {...form} />}
              {!act && (
                <div class="row actions">
                  <Button onClick={() => setOpen({ bookingId, act: "share" })}>{shared ? words.shareOther : words.share}</Button>
                  {shared && <Button onClick={() => setOpen({ bookingId, act: "unshare" })}>{words.unshare}</Button>}
                </div>
              )}
            </article>
          );
        })}
    </Page>
  );
};

type FormProps = {
  params: Props & { bookingId: string };
  interview: Interview;
  onDone: (said: string) => Promise<void>;
  onBack: () => void;
};

/** The consent is read to them first. */
const ShareForm = ({ params, interview, needs, onDone, onBack }: FormProps & { needs: readonly Need[] }) => {
  const words = useWords(staffOwnDataWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      needs: data.getAll("/needs") as Need[],
      consentVersion: data.has(consentPointer) ? shareVersion : "",
      reason: reasonIn(data),
    }),
    send: (body) => call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share", { params, body }),
    onDone: () => onDone(words.sharedNow),
  });
  const { employerNameKo } = interview;
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/needs"
        type="checkbox"
        label={words.shareWhat}
        error={errorAt("/needs")}
        choices={needs.map((need) => ({ value: need, label: needWords[need][locale] }))}
        chosen={interview.shared ?? []}
      />
      <ShareBox employer={employerNameKo} error={errorAt(consentPointer)} />
      <ReasonField why="ownData" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.share}
        </Button>
        <Button onClick={onBack}>{words.leaveIt}</Button>
      </div>
    </form>
  );
};

const UnshareForm = ({ params, onDone, onBack }: FormProps) => {
  const words = useWords(staffOwnDataWords);
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal";
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data) }),
    send: (body) => call(key, { params, body }),
    onDone: () => onDone(words.unsharedNow),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <p>{words.unshareText}</p>
      <ReasonField why="ownData" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.unshare}
        </Button>
        <Button onClick={onBack}>{words.leaveIt}</Button>
      </div>
    </form>
  );
};
