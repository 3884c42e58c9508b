import { useCallback, useEffect, useState } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { type TicketCode, ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { Outcome } from "./outcome.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { usePerson } from "./use-person.ts";

type Props = { visitId: string; registrationId: string };

/** A new QR code for somebody whose own may be in other hands. */
export const RenewPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffDayWords);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [whose] = usePerson(visitId, registrationId);
  const found = whose.state === "loaded" && whose.value.person ? { day: whose.value.day, person: whose.value.person } : undefined;
  /** The generation that was replaced. */
  const [replaced, setReplaced] = useState<number>();
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ seen: loaded.state === "loaded" ? loaded.value.gen : 0, reason: reasonIn(data) }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal", { params: { visitId, registrationId }, body }),
    onDone: () => setReplaced(loaded.state === "loaded" ? loaded.value.gen : 0),
  });
  if (loaded.state !== "loaded") return <Unloaded title={words.renewTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  if (replaced !== undefined)
    return (
      <Page title={words.renewTitle} narrow>
        <Outcome visitId={visitId} title={words.renewed} trouble={found?.person.mailTrouble ?? null} back={back} />
        <NewCode loaded={loaded.value} replaced={replaced} found={found} onLook={reload} />
      </Page>
    );
  return (
    <Page title={words.renewTitle} lead={words.renewLead} back={back} narrow focus={hasMoved()}>
      <ErrorSummary trouble={trouble} />
      <Notice tone="warn" title={words.renewCheck}>
        <p>{words.renewCheckDetail}</p>
      </Notice>
      <p>{words.renewCode(ticketCodeText(loaded.value.code as TicketCode))}</p>
      <form class="stack stack-loose" {...form}>
        <ReasonField why="renew" isTold={false} error={errorAt("/reason")} />
        <div class="row actions">
          <Button type="submit" kind="main" busy={busy}>
            {words.renewNow}
          </Button>
          <ButtonLink href={back.href}>{words.keepIt}</ButtonLink>
        </div>
      </form>
    </Page>
  );
};

/** The signer makes it within a second or two. */
const lookEveryMs = 1500;

type NewCodeProps = {
  loaded: { code: string; gen: number };
  replaced: number;
  found: { day: VisitDay; person: DayPerson } | undefined;
  onLook: () => Promise<void>;
};

/** The code below the new QR: whoever has no mail address is told it. */
const NewCode = ({ loaded: { code, gen }, replaced, found, onLook }: NewCodeProps) => {
  const words = useWords(staffDayWords);
  const isMade = gen > replaced;
  useEffect(() => {
    if (isMade) return;
    const timer = setInterval(() => void onLook(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isMade, onLook]);
  if (!isMade) return <p role="status">{words.renewing}</p>;
  if (found?.person.mailTrouble) return <ReadAloud {...found} code={code} />;
  return (
    <Notice title={words.renewCode(ticketCodeText(code as TicketCode))} live>
      <p>{words.spokenCode}</p>
    </Notice>
  );
};
