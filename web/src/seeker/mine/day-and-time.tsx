import { dayText, type Span, spanText } from "../../platform/times.ts";
import { useLocale } from "../../platform/use-locale.ts";

/** "11월 26일(목) 오전 10시~10시 20분"; on a narrow screen the line breaks between day and time, not within them. */
export const DayAndTime = ({ span }: { span: Span }) => {
  const locale = useLocale();
  return (
    <>
      <strong class="whole">
        {dayText(span.startsAt, locale)}
        {locale === "en" && ","}
      </strong>{" "}
      <strong class="whole">{spanText(span, locale)}</strong>
    </>
  );
};
