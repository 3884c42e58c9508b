import type { peopleSearchOperations } from "../../shared/contract/people-search.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { searchPeople } from "./search-people.ts";

export const peopleSearchRoutes = (deps: Deps): Handlers<typeof peopleSearchOperations> => ({
  "POST /api/office/people-search": async ({ body, actor, shows }) => {
    const found = await searchPeople(deps, { ...body, staffId: actor.accountId }, shows);
    return found.ok ? reply(200, found.value) : found;
  },
});
