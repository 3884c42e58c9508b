import { useCallback, useState } from "preact/hooks";
import type { MySupport } from "../../../../shared/contract/support.ts";
import { supportWords } from "../../../../shared/copy/pages-seeker/support.ts";
import { groupWords, needWords } from "../../../../shared/copy/support.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Need, SupportGroup } from "../../../../shared/domain/support.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { agreedTo, SupportConsent } from "./support-consent.tsx";

const askSupport = () => call("GET /api/me/support");

const choicesOf = (words: Readonly<Record<string, Record<Locale, string>>>, locale: Locale) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label[locale] }));

type FrameProps = { which: "needs" | "groups"; back: string; onSaid: () => Promise<void> };

/** What I need (`?needs`), or groups (`?groups`), each on a page of its own. */
export const SupportScreen = ({ which, back, onSaid }: FrameProps) => {
  const words = useWords(supportWords);
  const [loaded, reload] = useLoaded(askSupport);
  const [said, setSaid] = useState<string>();
  /** The interview of which it is being said: one form at a time. */
  const [sharing, setSharing] = useState<string>();
  const title = which === "needs" ? words.title : words.groupsTitle;
  const up = which === "needs" ? { href: back, label: words.back } : { href: "?needs", label: words.title };
  const onDone = useCallback(
    async (text: string) => {
      await Promise.all([reload(), onSaid()]);
      setSaid(text);
    },
    [reload, onSaid],
  );
  if (loaded.state !== "loaded") return <Unloaded title={title} back={up} narrow loaded={loaded} onRetry={reload} />;
  const support = loaded.value;
  return (
    <Page narrow focus title={title} lead={which === "needs" ? words.lead : words.groupsLead} back={up}>
      {said && <Notice key={said} tone="good" title={said} focus live />}
      {which === "needs" && sharing === undefined && <NeedsForm support={support} onDone={onDone} />}
      {which === "needs" && support.needs && <Interviews support={support} onDone={onDone} open={sharing} setOpen={setSharing} />}
      {which === "groups" && <GroupsForm support={support} onDone={onDone} />}
      {which === "needs" && (
        <div>
          <ButtonLink href="?groups">{words.toGroups}</ButtonLink>
        </div>
      )}
    </Page>
  );
};

type PartProps = { support: MySupport; onDone: (said: string) => Promise<void> };

const NeedsForm = ({ support: { needs }, onDone }: PartProps) => {
  const words = useWords(supportWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ needs: data.getAll("/needs") as Need[], consentVersion: agreedTo(data, "sensitive_support") }),
    send: (body) => call("PUT /api/me/support/needs", { body }),
    onDone: () => onDone(words.saved),
  });
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/needs"
        type="checkbox"
        label={words.needs}
        hint={words.needsHint}
        error={errorAt("/needs")}
        choices={choicesOf(needWords, locale)}
        chosen={needs?.codes ?? []}
      />
      <SupportConsent code="sensitive_support" error={errorAt("/consentVersion")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        {needs && <TakeBack send={() => call("DELETE /api/me/support/needs")} onDone={onDone} />}
      </div>
    </form>
  );
};

const GroupsForm = ({ support: { groups }, onDone }: PartProps) => {
  const words = useWords(supportWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ groups: data.getAll("/groups") as SupportGroup[], consentVersion: agreedTo(data, "support_groups") }),
    send: (body) => call("PUT /api/me/support/groups", { body }),
    onDone: () => onDone(words.saved),
  });
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      {!groups && <p>{words.prefersNot}</p>}
      <ChoiceGroup
        pointer="/groups"
        type="checkbox"
        optional
        label={words.groups}
        error={errorAt("/groups")}
        choices={choicesOf(groupWords, locale)}
        chosen={groups?.codes ?? []}
      />
      <SupportConsent code="support_groups" error={errorAt("/consentVersion")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        {groups && <TakeBack send={() => call("DELETE /api/me/support/groups")} onDone={onDone} />}
      </div>
    </form>
  );
};

type TakeBackProps = { send: () => Promise<{ ok: boolean }>; onDone: (said: string) => Promise<void> };

const TakeBack = ({ send, onDone }: TakeBackProps) => {
  const words = useWords(supportWords);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer.ok) await onDone(words.takenBack);
  };
  return (
    <Button kind="danger" busy={busy} onClick={() => void press()}>
      {words.takeBack}
    </Button>
  );
};

type InterviewsProps = PartProps & { open: string | undefined; setOpen: (bookingId: string | undefined) => void };

/** For each interview by itself whether its employer may know. */
const Interviews = ({ support, onDone, open, setOpen }: InterviewsProps) => {
  const words = useWords(supportWords);
  const locale = useLocale();
  return (
    <section class="stack" aria-labelledby="interviews">
      <h2 id="interviews">{words.interviewsTitle}</h2>
      <p>{support.interviews.length === 0 ? words.interviewsNone : words.interviewsLead}</p>
      {support.interviews.map((interview) => {
        const { bookingId, visitId, startsAt, shared, employerNameKo, employerNameEn } = interview;
        const name = inLocale(locale, employerNameKo, employerNameEn);
        const takeBack = async () => {
          const params = { visitId, bookingId };
          const answer = await call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params });
          if (answer.ok) await onDone(words.unsharedNow);
        };
        return (
          <div class="card stack" key={bookingId}>
            <h3>
              <span lang={name.lang}>{name.text}</span>, {momentText(startsAt, locale)}
            </h3>
            <p>{shared?.length ? words.shared(shared.map((need) => needWords[need][locale]).join(", ")) : words.notShared}</p>
            {open === bookingId ? (
              <ShareForm support={support} interview={interview} onDone={onDone} onCancel={() => setOpen(undefined)} />
            ) : (
              <div class="row actions">
                <Button onClick={() => setOpen(bookingId)}>{words.share}</Button>
                {shared && <Button onClick={() => void takeBack()}>{words.unshare}</Button>}
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
};

type ShareProps = PartProps & { interview: MySupport["interviews"][number]; onCancel: () => void };

const ShareForm = ({ support: { needs }, interview: { visitId, bookingId }, onDone, onCancel }: ShareProps) => {
  const words = useWords(supportWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ needs: data.getAll("/needs") as Need[], consentVersion: agreedTo(data, "share_accommodation") }),
    send: (body) => call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params: { visitId, bookingId }, body }),
    onDone: async () => {
      onCancel();
      await onDone(words.sharedNow);
    },
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/needs"
        type="checkbox"
        label={words.shareWhat}
        error={errorAt("/needs")}
        choices={(needs?.codes ?? []).map((need) => ({ value: need, label: needWords[need][locale] }))}
      />
      <SupportConsent code="share_accommodation" error={errorAt("/consentVersion")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.share}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};
