import { certificateWords } from "../../../../shared/copy/pages-certificates.ts";
import type { CertificateCode, CertificateSubject } from "../../../../shared/domain/certificate.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { CertificateList } from "../../ui/certificates/certificate-list.tsx";
import { Failed } from "../../ui/states.tsx";

const askCertificates = () => call("GET /api/papers/me/certificates");
const fileOf = (subjectId: CertificateSubject) => `/api/papers/me/certificates/${subjectId}/file`;

/** Certificates of what I came to. Nothing at all for who has nothing to certify. */
export const MyCertificates = () => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(askCertificates);
  if (loaded.state === "loading") return null;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { name, certificates } = loaded.value;
  if (certificates.length === 0) return null;
  const make = async (subjectId: CertificateSubject) => {
    const answer = await call("PUT /api/papers/me/certificates/{subjectId}", { params: { subjectId } });
    if (answer.ok) await reload();
    return answer;
  };
  const renew = async (subjectId: CertificateSubject, seen: CertificateCode) => {
    const answer = await call("POST /api/papers/me/certificates/{subjectId}/reissue", { params: { subjectId }, body: { seen } });
    if (answer.ok) await reload();
    return answer;
  };
  return (
    <section class="stack" aria-labelledby="certificates">
      <h2 id="certificates">{words.title}</h2>
      <p>{words.lead}</p>
      {certificates.some(({ issued }) => !issued) && (
        <p>
          {words.nameOn(name)} <a href={`${pathIn(locale, "/my/data")}?details`}>{words.correct}</a>
        </p>
      )}
      <CertificateList rows={certificates} make={make} renew={renew} fileOf={fileOf} heading="h3" />
    </section>
  );
};
