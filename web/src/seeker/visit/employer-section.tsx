import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicEmployer } from "../../../../shared/contract/public.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale } from "../../platform/use-locale.ts";
import type { BookingWindow } from "../visits/booking-state.ts";
import { PostingCard } from "./posting-card.tsx";

type Props = {
  employer: PublicEmployer;
  slots: readonly TimetableSlot[];
  window: BookingWindow;
  registration: MyRegistration | undefined;
};

export const EmployerSection = ({ employer, slots, window, registration }: Props) => {
  const locale = useLocale();
  const name = inLocale(locale, employer.nameKo, employer.nameEn);
  const about = inLocale(locale, employer.aboutKo, employer.aboutEn);
  return (
    <section class="card employer" aria-labelledby={employer.employerId}>
      <header class="stack stack-tight">
        <h2 id={employer.employerId} lang={name.lang}>
          {name.text}
        </h2>
        <p class="soft">
          <span lang={locale === "en" ? "ko" : undefined}>{employer.industryKo}</span>
        </p>
        <p class="as-written" lang={about.lang}>
          {about.text}
        </p>
      </header>
      {employer.postings.map((posting) => (
        <PostingCard
          key={posting.postingId}
          posting={posting}
          slots={slots.filter(({ postingId }) => postingId === posting.postingId)}
          window={window}
          registration={registration}
        />
      ))}
    </section>
  );
};
