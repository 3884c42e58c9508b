import { useRef, useState } from "preact/hooks";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { goTo, hasMoved } from "../../platform/router.ts";
import { hoursText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { numberIn, textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { NoticeBox, noticePointer, noticeVersion } from "../consent-box.tsx";
import { mintId } from "../mint-id.ts";
import type { VisitHead } from "../offline/bus.ts";
import { useOnline } from "../offline/use-online.ts";
import { useVisitHead } from "../scanner/use-visit-head.ts";

/** Registers somebody who is on the telephone or stands at the desk, and goes on to their times. */
export const RegisterPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffDayWords);
  const { walkInTitle } = useWords(staffQueueWords);
  const locale = useLocale();
  const day = `/staff/visits/${visitId}`;
  // Kept through every retry, so that sending it twice registers one person.
  const personId = useRef(mintId("psn"));
  const { head } = useVisitHead(visitId as VisitId);
  const isOnline = useOnline();
  const [isUnreachable, setUnreachable] = useState(false);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      name: textIn(data, "/name"),
      birthYear: numberIn(data, "/birthYear"),
      ...textIfAny(data, "/phone", "phone"),
      ...textIfAny(data, "/mail", "mail"),
      locale: textIn(data, "/locale") as Locale,
      noticeVersion,
      isRead: data.has(noticePointer),
    }),
    // What is missing at first sight; all else the API judges.
    check: async ({ name, birthYear, isRead }) => [
      ...(name === "" ? [{ pointer: "/name", detail: words.nameFirst }] : []),
      ...(Number.isFinite(birthYear) ? [] : [{ pointer: "/birthYear", detail: words.birthYearFirst }]),
      ...(isRead ? [] : [{ pointer: noticePointer, detail: words.noticeFirst }]),
    ],
    send: ({ isRead: _, ...body }) =>
      call("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params: { visitId, personId: personId.current }, body }),
    onDone: ({ registrationId }) => goTo(`${day}/people/${registrationId}`, { replace: true }),
  });
  const noteReach = (event: { currentTarget: HTMLFormElement }): void => {
    const data = new FormData(event.currentTarget);
    setUnreachable(textIn(data, "/name") !== "" && textIn(data, "/phone") === "" && textIn(data, "/mail") === "");
  };
  return (
    <Page title={words.registerTitle} lead={words.registerLead} back={{ href: day, label: words.toDay }} narrow focus={hasMoved()}>
      {head && <VisitNamed {...head} />}
      {!isOnline && (
        <Notice tone="warn" title={words.registerOffline} live>
          <p>{words.registerOfflineHere}</p>
          <div>
            <ButtonLink href={`${day}/walk-in`}>{walkInTitle}</ButtonLink>
          </div>
        </Notice>
      )}
      <form class="stack stack-loose" {...form} onChange={noteReach}>
        <ErrorSummary trouble={trouble} />
        <TextField pointer="/name" label={words.name} error={errorAt("/name")} autoComplete="off" />
        <TextField
          pointer="/birthYear"
          class="input-short"
          inputMode="numeric"
          maxLength={4}
          label={words.birthYear}
          hint={words.birthYearHint}
          error={errorAt("/birthYear")}
          autoComplete="off"
        />
        <TextField
          pointer="/phone"
          type="tel"
          inputMode="tel"
          optional
          label={words.phone}
          hint={words.phoneHint}
          error={errorAt("/phone")}
          autoComplete="off"
        />
        <TextField
          pointer="/mail"
          type="email"
          inputMode="email"
          optional
          label={words.mail}
          hint={words.mailHint}
          error={errorAt("/mail")}
          autoComplete="off"
        />
        <ChoiceGroup
          pointer="/locale"
          label={words.language}
          error={errorAt("/locale")}
          chosen={[locale]}
          choices={[
            { value: "ko", label: words.korean, lang: "ko" },
            { value: "en", label: words.english, lang: "en" },
          ]}
        />
        <NoticeBox error={errorAt(noticePointer)} />
        {isUnreachable && (
          <Notice tone="warn" title={words.unreachable} live>
            <p>{words.unreachableDetail}</p>
          </Notice>
        )}
        <Button type="submit" kind="main" wide busy={busy}>
          {words.registerNow}
        </Button>
      </form>
    </Page>
  );
};

/** Of which visit: whoever is on the telephone asks, and several are open at once. */
const VisitNamed = ({ visit, place }: VisitHead) => {
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <p class="about">
      <strong lang={name.lang}>{name.text}</strong>
      <span>{hoursText(visit, locale)}</span>
    </p>
  );
};
