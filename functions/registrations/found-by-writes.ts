import type { PersonId } from "../../shared/domain/ids.ts";
import type { Details } from "../../shared/domain/registration.ts";
import { foundByIndex, foundByKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { foundByHash } from "./found-by-reads.ts";

/** By what somebody is found over all visits: their name, and the end of their number, where they gave one. Beside the person, so that it goes where they go. */
export const foundBy = (personId: PersonId, { name, phone }: Pick<Details, "name" | "phone">): Record<"byName" | "byNumber", Write> => ({
  byName: upsert(foundByKey(personId, "NAME"), "found-by", { personId, ...foundByIndex(foundByHash({ name }), personId) }),
  byNumber: phone
    ? upsert(foundByKey(personId, "NUMBER"), "found-by", {
        personId,
        ...foundByIndex(foundByHash({ phoneEnd: phone.slice(-4) }), personId),
      })
    : { Delete: { Key: foundByKey(personId, "NUMBER") } },
});
