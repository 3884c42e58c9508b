import type { InterviewChange } from "../../shared/copy/messages/employer-interviews.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import type { AskDay } from "../../shared/domain/result-request.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { employerNewsPartition, employerNewsPrefix } from "../platform/keys.ts";
import type { InterviewList, SeenVisit } from "./interview-list.ts";

/** What one mail to an employer says. No person is in it. */
export type EmployerNews =
  | { kind: "list"; count: number; firstAt: Instant; lastAt: Instant }
  | { kind: "changes"; visitOn: LocalDate; changes: InterviewChange[] }
  | { kind: "visit"; before: SeenVisit; after: SeenVisit; changes: InterviewChange[]; reason?: string };

/**
 * What an employer was last told of a visit. News and what they were compared with are written in one step, and each edition is mailed once by the
 * table's stream: no change is lost and none is told twice, wherever a run breaks off.
 */
export type EmployerNewsItem = Item & {
  visitId: VisitId;
  employerId: EmployerId;
  /** Grows with everything told; absent while the item only holds a reminder. */
  edition?: number;
  seen?: SeenVisit;
  /** The list as last told; absent until it was. */
  list?: InterviewList;
  /** What this edition tells; absent where there is nothing to say. */
  news?: EmployerNews;
  /** When it was reminded of applications that wait. */
  remindedAt?: Instant;
  /** The day after the visit on which it was last asked for results. */
  asked?: AskDay;
};

/** What each employer of a visit was told. */
export const listEmployerNews = async (db: Db, visitId: VisitId): Promise<Map<EmployerId, EmployerNewsItem>> => {
  const items = await queryPartition<EmployerNewsItem>(db, employerNewsPartition(visitId), employerNewsPrefix);
  return new Map(items.map((item) => [item.employerId, item]));
};
