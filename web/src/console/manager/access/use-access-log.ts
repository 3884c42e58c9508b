import { useCallback, useEffect, useState } from "preact/hooks";
import { type ClientProblem, call, type Value } from "../../../platform/api.ts";
import { type Listed, queryOf } from "./access-query.ts";

type Page = Value<"GET /api/staff/access-log">;
export type AccessLog = {
  page: Page | undefined;
  problem: ClientProblem | undefined;
  busy: boolean;
  /** Asks for the page after what is shown, or for the first one. */
  more: () => Promise<void>;
};

/** The log page after page; what was shown stays. */
export const useAccessLog = (listed: Listed): AccessLog => {
  const key = JSON.stringify(listed);
  const [shown, setShown] = useState<{ key: string; page: Page | undefined; problem: ClientProblem | undefined }>();
  const [busy, setBusy] = useState(false);
  const page = shown?.key === key ? shown.page : undefined;
  const ask = useCallback(
    async (earlier: Page | undefined) => {
      setBusy(true);
      const before = earlier?.next;
      const answer = await call("GET /api/staff/access-log", {
        query: { ...queryOf(JSON.parse(key) as Listed), ...(before && { before }) },
      });
      setBusy(false);
      if (!answer.ok) return setShown({ key, page: earlier, problem: answer.problem });
      const rows = [...(earlier?.rows ?? []), ...answer.value.rows];
      setShown({ key, page: { ...answer.value, rows }, problem: undefined });
    },
    [key],
  );
  useEffect(() => {
    void ask(undefined);
  }, [ask]);
  return { page, problem: shown?.key === key ? shown.problem : undefined, busy, more: () => ask(page) };
};
