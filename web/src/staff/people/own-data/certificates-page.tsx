import { useCallback } from "preact/hooks";
import { certificateWords } from "../../../../../shared/copy/pages-certificates.ts";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import type { CertificateSubject } from "../../../../../shared/domain/certificate.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { CertificateList } from "../../../ui/certificates/certificate-list.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";

/** Certificates for somebody whom no mail reaches: made and printed for them. */
export const CertificatesPage = ({ visitId, registrationId }: { visitId: string; registrationId: string }) => {
  const words = useWords(certificateWords);
  const own = useWords(staffOwnDataWords);
  const ask = useCallback(
    () => call("GET /api/papers/visits/{visitId}/people/{registrationId}/certificates", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}/data`, label: own.title };
  if (loaded.state !== "loaded") return <Unloaded title={words.staffTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { name, certificates } = loaded.value;
  const make = async (subjectId: CertificateSubject) => {
    const params = { visitId, registrationId, subjectId };
    const answer = await call("PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}", { params });
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
        heading="h2"
        fileOf={(subjectId) => `/api/papers/visits/${visitId}/people/${registrationId}/certificates/${subjectId}/file`}
      />
    </Page>
  );
};
