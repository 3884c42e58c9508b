import { useCallback } from "preact/hooks";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";

/** The firm's postings. There is no address for one of them in the API: it is found in the list. */
export const usePostings = (employerId: string) => {
  const ask = useCallback(() => call("GET /api/employers/{employerId}/postings", { params: { employerId } }), [employerId]);
  return useLoaded(ask);
};
