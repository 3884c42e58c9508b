import type { ComponentChildren } from "preact";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import type { DeskQueue } from "./desk-queue.ts";
import type { QueueView } from "./use-queue.ts";

type Props = {
  title: string;
  back: { href: string; label: string };
  view: QueueView;
  onRetry: () => void;
  narrow?: boolean;
  /** Whether the title takes the focus when it changes; without it, once the reader has moved within the app. */
  focus?: boolean;
  children: (queue: DeskQueue) => ComponentChildren;
};

/** A page about the queue of a visit: waits for the pack, then says how far what it shows can be relied on. */
export const QueueFrame = ({ title, back, view, onRetry, narrow = false, focus = hasMoved(), children }: Props) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  const frame = { title, back, narrow, focus };
  if (view.state !== "ready")
    return <Page {...frame}>{view.state === "failed" ? <Failed problem={view.problem} onRetry={onRetry} /> : <Loading />}</Page>;
  const { queue, isStale } = view;
  const place = inLocale(locale, queue.placeNameKo, queue.placeNameEn);
  return (
    <Page {...frame} lead={<span lang={place.lang}>{place.text}</span>}>
      {queue.visit.date !== seoulDateOf(queue.now) && (
        <Notice tone="warn">
          <p>{words.notToday(dateText(queue.visit.date, locale))}</p>
        </Notice>
      )}
      {queue.isLeaseOver ? (
        <Notice tone="bad" live>
          <p>{words.leaseOver}</p>
        </Notice>
      ) : (
        isStale && (
          <Notice tone="warn" live>
            <p>{words.stale(clockText(queue.loadedAt, locale))}</p>
          </Notice>
        )
      )}
      {children(queue)}
    </Page>
  );
};
