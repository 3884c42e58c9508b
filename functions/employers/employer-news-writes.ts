import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import type { AskDay } from "../../shared/domain/result-request.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { employerNewsKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { EmployerNews } from "./employer-news-reads.ts";
import type { InterviewList, SeenVisit } from "./interview-list.ts";

type Whom = { visitId: VisitId; employerId: EmployerId };
export type Edition = { edition: number; seen: SeenVisit; list: InterviewList | undefined; news: EmployerNews | undefined };

/** The next edition, with what it was made from; refused when somebody else wrote it. Edition 0 says nothing and is what the first is compared with. */
export const putEdition = ({ visitId, employerId }: Whom, { edition, seen, list, news }: Edition): Write =>
  upsert(
    employerNewsKey(visitId, employerId),
    "employer-news",
    { visitId, employerId, edition, seen, list, news },
    edition === 0
      ? { expression: "attribute_not_exists(edition)", values: {} }
      : edition === 1
        ? { expression: "attribute_not_exists(edition) OR edition = :previous", values: { ":previous": 0 } }
        : { expression: "edition = :previous", values: { ":previous": edition - 1 } },
  );

/** One reminder of applications that wait, per employer and visit; refused when there was one. */
export const remindOfApplications = ({ visitId, employerId }: Whom, remindedAt: Instant): Write =>
  upsert(
    employerNewsKey(visitId, employerId),
    "employer-news",
    { visitId, employerId, remindedAt },
    {
      expression: "attribute_not_exists(remindedAt)",
      values: {},
    },
  );

/** Asking for results, once per employer, visit and day of asking; refused when that day or a later one was asked. */
export const askForResultsOf = ({ visitId, employerId }: Whom, day: AskDay): Write =>
  upsert(
    employerNewsKey(visitId, employerId),
    "employer-news",
    { visitId, employerId, asked: day },
    { expression: "attribute_not_exists(asked) OR asked < :day", values: { ":day": day } },
  );
