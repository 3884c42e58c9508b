import { useCallback, useState } from "preact/hooks";
import { certificateWords } from "../../../../../shared/copy/pages-certificates.ts";
import { staffDayWords } from "../../../../../shared/copy/pages-staff-day.ts";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import type { CertificateCode, CertificateSubject } from "../../../../../shared/domain/certificate.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { CertificateList } from "../../../ui/certificates/certificate-list.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { CheckField, TextField } from "../../../ui/field.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../../reason-field.tsx";

type Whom = { visitId: string; registrationId: string };

/** Certificates for somebody whom no mail reaches: made and printed for them. Of anybody, one that should not have gone out is made invalid. */
export const CertificatesPage = ({ visitId, registrationId }: Whom) => {
  const words = useWords(certificateWords);
  const own = useWords(staffOwnDataWords);
  const ask = useCallback(
    () => call("GET /api/papers/visits/{visitId}/people/{registrationId}/certificates", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const day = useWords(staffDayWords);
  const person = `/staff/visits/${visitId}/people/${registrationId}`;
  const back = { href: `${person}/data`, label: own.title };
  const revoking = <RevokeForm params={{ visitId, registrationId }} onDone={reload} />;
  if (loaded.state === "failed" && loaded.problem.code === "can-do-it-themselves")
    return (
      <Page title={words.title} lead={words.revokeOnly} back={{ href: person, label: day.toPerson }} narrow focus={hasMoved()}>
        {revoking}
      </Page>
    );
  if (loaded.state !== "loaded") return <Unloaded title={words.staffTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { name, certificates } = loaded.value;
  const make = async (subjectId: CertificateSubject) => {
    const params = { visitId, registrationId, subjectId };
    const answer = await call("PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}", { params });
    if (answer.ok) await reload();
    return answer;
  };
  const renew = async (subjectId: CertificateSubject, seen: CertificateCode) => {
    const params = { visitId, registrationId, subjectId };
    const key = "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue";
    const answer = await call(key, { params, body: { seen } });
    if (answer.ok) await reload();
    return answer;
  };
  return (
    <Page title={words.staffTitle} lead={words.staffLead} back={back} narrow focus={hasMoved()}>
      {certificates.some(({ issued }) => !issued) && <p>{words.nameOn(name)}</p>}
      {certificates.length === 0 && (
        <Empty title={words.staffNone}>
          <p>{words.staffNoneHint}</p>
        </Empty>
      )}
      <CertificateList
        rows={certificates}
        make={make}
        renew={renew}
        byStaff
        heading="h2"
        fileOf={(subjectId) => `/api/papers/visits/${visitId}/people/${registrationId}/certificates/${subjectId}/file`}
      />
      {certificates.some(({ issued }) => issued && !issued.revoked) && revoking}
    </Page>
  );
};

/** By the code on the paper, so that no other is hit. */
const RevokeForm = ({ params, onDone }: { params: Whom; onDone: () => Promise<void> }) => {
  const words = useWords(certificateWords);
  const [done, setDone] = useState(0);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, "/code"), reason: reasonIn(data), mayRenew: data.has("/mayRenew") }),
    send: (body) => call("POST /api/papers/visits/{visitId}/people/{registrationId}/revocations", { params, body }),
    onDone: async () => {
      setDone(done + 1);
      await onDone();
    },
  });
  return (
    <form class="card stack" key={done} {...form}>
      <ErrorSummary trouble={trouble} />
      <h2>{words.revokeTitle}</h2>
      <p role="status">{done > 0 && words.revokeDone}</p>
      <p>{words.revokeText}</p>
      <TextField
        pointer="/code"
        label={words.code}
        hint={words.codeHint}
        error={errorAt("/code")}
        lang="en"
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
      />
      <ReasonField why="certificate" error={errorAt("/reason")} />
      <CheckField pointer="/mayRenew" label={words.revokeMayRenew} />
      <div>
        <Button type="submit" kind="danger" busy={busy}>
          {words.revoke}
        </Button>
      </div>
    </form>
  );
};
