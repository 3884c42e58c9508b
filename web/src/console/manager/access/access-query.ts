import { LogKind } from "../../../../../shared/domain/access-log.ts";
import type { LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import type { Input } from "../../../platform/api.ts";

export const accessLogPath = "/console/access-log";
export const destroyedPath = `${accessLogPath}/destroyed`;
export const monthPath = (month: string): string => `${accessLogPath}/months/${month}`;
export const listPath = (name: "day" | "accountId" | "personId" | "kind", value: string): string =>
  `${accessLogPath}?${new URLSearchParams({ [name]: value })}`;

type Query = NonNullable<Input<"GET /api/staff/access-log">["query"]>;
/** What is listed: the address says it, so that a list can be sent to a colleague. */
export type Listed =
  | { by: "day"; day: LocalDate | undefined }
  | { by: "accountId" | "personId"; id: string }
  | { by: "kind"; kind: LogKind };

const isKind = (text: string): text is LogKind => (LogKind.options as readonly string[]).includes(text);

export const listedIn = (search: string): Listed => {
  const query = new URLSearchParams(search);
  for (const by of ["accountId", "personId"] as const) {
    const id = query.get(by);
    if (id) return { by, id };
  }
  const kind = query.get("kind") ?? "";
  if (isKind(kind)) return { by: "kind", kind };
  const day = query.get("day") ?? "";
  return { by: "day", day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? (day as LocalDate) : undefined };
};

export const queryOf = (listed: Listed): Query => {
  if (listed.by === "day") return listed.day ? { day: listed.day } : {};
  return (listed.by === "kind" ? { kind: listed.kind } : { [listed.by]: listed.id }) as Query;
};
