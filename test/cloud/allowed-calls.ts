import type { EntryName } from "../../infra/constructs/function-calls.ts";
import { actionsOf, resourcesOf, type Statement, type Synthesized, statementsOf, text } from "../infra/synthesized.ts";

/** Logical ids of the roles of our functions, with the entry of each, which the role's description names. */
const rolesOf = (synthesized: Synthesized): Map<string, EntryName> =>
  new Map(
    resourcesOf(synthesized, "AWS::IAM::Role").flatMap(({ id, resource }) => {
      const [, entry] = /^Jobstop: function (.+)$/.exec(String(resource.Properties.Description)) ?? [];
      return entry ? [[id, entry as EntryName] as const] : [];
    }),
  );

/** What is asked of a table, in the words of `function-calls.ts`; of anything else, the action and what it is of, where that matters. */
const callOf = (action: string, resource: unknown, { Condition }: Statement): string => {
  const words = text(resource);
  const [, service] = /"kms:ViaService":"([a-z]+)\./.exec(text(Condition)) ?? [];
  if (service) return `${action} through ${service}`;
  if (words.includes("TicketsKey")) return `${action} ticket key`;
  const [, table] = /(Main|Ledger)Table\w*?(?:StreamArn)?/.exec(words) ?? [];
  if (!table || words.includes("StreamArn")) return action;
  const [, index] = /\/index\/([\w*]+)/.exec(words) ?? [];
  return `${action.replace("dynamodb:", "")} ${table.toLowerCase()}${index ? `/${index}` : ""}`;
};

/** Everything that the role of each function allows, in the template of a stage. */
export const allowedCalls = (synthesized: Synthesized): Map<EntryName, string[]> => {
  const allowed = new Map([...rolesOf(synthesized).values()].map((entry) => [entry, new Set<string>()]));
  for (const { role, statement } of statementsOf(synthesized)) {
    const calls = allowed.get(rolesOf(synthesized).get(role) as EntryName);
    if (!calls) continue;
    if (statement.Effect !== "Allow") throw new Error("a role denies something: this check knows only what is allowed");
    for (const resource of [statement.Resource].flat())
      for (const action of actionsOf(statement)) calls.add(callOf(action, resource, statement));
  }
  return new Map([...allowed].map(([entry, calls]) => [entry, [...calls].toSorted()]));
};
