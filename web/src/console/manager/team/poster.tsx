import { centre } from "../../../../../shared/centre.ts";
import { teamWords } from "../../../../../shared/copy/pages-team.ts";
import { type Place, placeNameOf } from "../../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../../shared/domain/visit.ts";
import { pathIn } from "../../../platform/locale.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { QrCode } from "../../../ui/qr-code.tsx";
import "./poster.css";

/** One sheet of A4 to read from across a square, in both languages; its QR code leads to the visit's public page. */
export const Poster = ({ visit, place }: { visit: Visit; place: Place }) => {
  const words = useWords(teamWords);
  const [ko, en] = [teamWords.ko, teamWords.en];
  const address = `${location.origin}${pathIn("ko", `/visits/${visit.visitId}`)}`;
  return (
    <div class="stack">
      <div class="stack no-print">
        <p>{words.posterLead}</p>
        <div>
          <Button kind="main" onClick={() => print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <article class="poster">
        <header class="poster-head">
          <p class="poster-title" lang="ko">
            {ko.posterHead}
          </p>
          <p class="poster-title-en" lang="en">
            {en.posterHead}
          </p>
        </header>
        <div class="poster-when">
          <p class="poster-date" lang="ko">
            {dateText(visit.date, "ko")}
          </p>
          <p class="poster-time" lang="ko">
            {timeRangeText(visit.startTime, visit.endTime, "ko")}
          </p>
          <p lang="en">
            {dateText(visit.date, "en")}, {timeRangeText(visit.startTime, visit.endTime, "en")}
          </p>
        </div>
        <div class="poster-where">
          <p class="poster-place" lang="ko">
            {placeNameOf(place, "ko")}
          </p>
          {place.roadAddress && <p lang="ko">{place.roadAddress}</p>}
          <p lang="en">{placeNameOf(place, "en")}</p>
        </div>
        <div class="poster-foot">
          <QrCode text={address} label={words.qrLabel} />
          <div class="poster-how">
            <p class="poster-free" lang="ko">
              {ko.posterFree}
            </p>
            <p lang="ko">{ko.posterWhat}</p>
            <p lang="ko">{ko.posterScan}</p>
            <p class="poster-free-en" lang="en">
              {en.posterFree}
            </p>
            <p lang="en">
              {en.posterWhat} {en.posterScan}.
            </p>
            <p class="poster-call">
              <span lang="ko">{ko.posterCall}</span> <strong>{centre.phone}</strong>
            </p>
          </div>
        </div>
      </article>
    </div>
  );
};
