import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { OwnName } from "./own-name.tsx";
import { isSetByEmployer, SetByEmployer } from "./set-by-employer.tsx";

type Props = { clash: NonNullable<ClientProblem["clash"]>; registration: Pick<MyRegistration, "bookings"> | undefined };

/** The reader's own booking that stands in the way, and the way to move it. */
export const ClashCard = ({ clash, registration }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const mine = registration?.bookings.find(({ booking }) => booking.bookingId === clash.bookingId);
  return (
    <section class="card" aria-labelledby="clash">
      <h2 id="clash">{words.clashTitle}</h2>
      <p>
        <strong>{spanText(clash, locale)}</strong>
        {mine && (
          <>
            <br />
            <OwnName of={mine} service={mine.booking.service} />
          </>
        )}
      </p>
      {mine && isSetByEmployer(mine.booking) ? (
        <SetByEmployer />
      ) : (
        <ButtonLink wide href={`${pathIn(locale, "/my")}?move=${clash.bookingId}`}>
          {words.clashMove}
        </ButtonLink>
      )}
    </section>
  );
};
