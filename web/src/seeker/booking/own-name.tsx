import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import type { CentreService } from "../../../../shared/domain/services.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale } from "../../platform/use-locale.ts";

type Names = Pick<MyBooking, "employerNameKo" | "employerNameEn" | "postingTitleKo" | "postingTitleEn">;

/** What a booking, a list entry or an application of mine is for: the employer with its job, or what the centre offers. */
export const OwnName = ({ of, service }: { of: Names; service: CentreService | null }) => {
  const locale = useLocale();
  if (of.employerNameKo === null || of.postingTitleKo === null) return service && <span>{centreServiceLabels[service][locale]}</span>;
  const employer = inLocale(locale, of.employerNameKo, of.employerNameEn);
  const title = inLocale(locale, of.postingTitleKo, of.postingTitleEn);
  return (
    <>
      <span lang={employer.lang}>{employer.text}</span> · <span lang={title.lang}>{title.text}</span>
    </>
  );
};
