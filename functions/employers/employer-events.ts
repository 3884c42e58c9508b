import type { AskDay } from "../../shared/domain/result-request.ts";
import type { EmployerNews, EmployerNewsItem } from "./employer-news-reads.ts";
import type { EmployerItem } from "./employer-reads.ts";

/** What an employer must know of its check. An employer that is checked anew is told anew. */
export type EmployerEvent = { kind: "employer.verified" | "employer.refused"; item: EmployerItem };

export const employerEvents = (before: EmployerItem | undefined, after: EmployerItem): EmployerEvent[] => {
  const { state } = after.employer;
  return state !== "registered" && before?.employer.state === "registered" ? [{ kind: `employer.${state}`, item: after }] : [];
};

/** What an employer must know of its interviews at a visit. */
export type NewsEvent = { item: EmployerNewsItem } & (
  | { kind: "employer.told"; edition: number; news: EmployerNews }
  | { kind: "employer.reminded" }
  | { kind: "employer.asked"; day: AskDay }
);

export const newsEvents = (before: EmployerNewsItem | undefined, after: EmployerNewsItem): NewsEvent[] => {
  const { edition = 0, news, remindedAt, asked } = after;
  const events: NewsEvent[] = [];
  if (edition > (before?.edition ?? 0) && news) events.push({ kind: "employer.told", item: after, edition, news });
  if (remindedAt && !before?.remindedAt) events.push({ kind: "employer.reminded", item: after });
  if (asked && asked > (before?.asked ?? 0)) events.push({ kind: "employer.asked", item: after, day: asked });
  return events;
};
