import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";

/** The visit that the address names; without one, today's, or a choice of them. */
export const WhichVisit = ({ children }: { children: (visitId: string) => ComponentChildren }) => {
  const [named, setNamed] = useState<string>();
  useEffect(() => setNamed(new URLSearchParams(location.search).get("visit") ?? ""), []);
  if (named === undefined) return <Loading blocks={1} />;
  return named === "" ? <OfToday>{children}</OfToday> : children(named);
};

const askToday = () => call("GET /api/public/visits");

const OfToday = ({ children }: { children: (visitId: string) => ComponentChildren }) => {
  const words = useWords(boardWords);
  const [loaded, reload] = useLoaded(askToday);
  if (loaded.state === "loading") return <Loading blocks={1} />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { today, visits } = loaded.value;
  const now = visits.filter(({ date, state }) => date === today && state !== "cancelled");
  const [only] = now;
  if (!only)
    return (
      <Empty title={words.noVisit}>
        <p>{words.noVisitHint}</p>
      </Empty>
    );
  return now.length === 1 ? children(only.visitId) : <Choice visits={now} />;
};

const Choice = ({ visits }: { visits: readonly PublicVisit[] }) => {
  const words = useWords(boardWords);
  const locale = useLocale();
  return (
    <section class="stack">
      <h2>{words.which}</h2>
      {visits.map(({ visitId, place }) => {
        const name = inLocale(locale, place.nameKo, place.nameEn);
        return (
          <ButtonLink key={visitId} href={`?visit=${visitId}`} lang={name.lang}>
            {name.text}
          </ButtonLink>
        );
      })}
    </section>
  );
};
