import { join } from "node:path";
import { build } from "esbuild";
import { parseSync } from "vite";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import { ledgerShape, tableShape } from "../../shared/wiring.ts";

const project = join(import.meta.dirname, "..", "..");
const entryFolder = join(project, "functions", "entry");

/** Any node of the syntax tree. */
type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [part: string]: unknown };
type Told = { readonly note: (call: string) => void; readonly doubt: (words: string) => void };

/** Writes in a transaction, by the action that a role needs for each. */
const actionOfPart = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", ConditionCheck: "ConditionCheckItem" } as const;
/** Commands of the SDK, by the actions that a role needs for each. SES asks for SendRawEmail where the v2 API sends raw content. */
const actionsOfCommand: Readonly<Record<string, readonly string[]>> = {
  SendEmailCommand: ["ses:SendEmail", "ses:SendRawEmail"],
  EncryptCommand: ["kms:Encrypt ticket key"],
  DecryptCommand: ["kms:Decrypt ticket key"],
};
/** What is asked of whatever table is handed in; everywhere else a table has the name of what it is. */
const eitherTable = ["functions/platform/db.ts", "functions/platform/transact.ts"];

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Every node below, with the one above it. */
function* nodesIn(node: Node, parent?: Node): Generator<[node: Node, parent: Node | undefined]> {
  yield [node, parent];
  for (const value of Object.values(node))
    for (const part of Array.isArray(value) ? value : [value]) if (isNode(part)) yield* nodesIn(part, node);
}

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return node.name as string;
  if (node.type === "Literal") return String(node.value);
  return node.type === "MemberExpression" ? nameOf(node.property) : undefined;
};

const propertiesOf = (node: unknown): Node[] => (isNode(node) && node.type === "ObjectExpression" ? (node.properties as Node[]) : []);
const propertyOf = (node: unknown, name: string): Node | undefined =>
  propertiesOf(node).find(({ type, key }) => type === "Property" && nameOf(key) === name)?.value as Node | undefined;
const hasSpread = (node: unknown): boolean => propertiesOf(node).some(({ type }) => type === "SpreadElement");

/** Where two things have one name, esbuild puts a digit behind one of them. */
const isCalled = (node: unknown, name: string): boolean => new RegExp(`^${name}\\d*$`).test(nameOf(node) ?? "");

/** A table is called `db` or `ledger`, by itself or as a part of what is handed around. */
const tableOf = (node: unknown): "main" | "ledger" | undefined => {
  if (isCalled(node, "db")) return "main";
  return isCalled(node, "ledger") ? "ledger" : undefined;
};

/** The functions of `eitherTable` by their names in the bundle, each with what it asks of the table that it is given. */
const kitIn = (statements: readonly { file: string; node: Node }[]): Map<string, Set<string>> => {
  const kit = new Map<string, Set<string>>();
  const called = new Map<string, Set<string>>();
  for (const { file, node } of statements) {
    if (!eitherTable.includes(file)) continue;
    for (const declared of (node.declarations as Node[] | undefined) ?? [node]) {
      const name = nameOf(declared.id);
      const [first] = ((declared.init as Node | undefined)?.params as Node[] | undefined) ?? [];
      if (!name || !isCalled(first, "db")) continue;
      const found = [...nodesIn(declared)].filter(([{ type }]) => type === "CallExpression").map(([call]) => call);
      const asks = found.filter(({ callee }) => nameOf(callee) === "ask").map((call) => nameOf((call.arguments as Node[])[0]) ?? "?");
      kit.set(name, new Set(asks.filter((operation) => operation !== "TransactWriteItems")));
      called.set(
        name,
        new Set(found.filter((call) => isCalled((call.arguments as Node[])[0], "db")).map(({ callee }) => nameOf(callee) ?? "")),
      );
    }
  }
  for (let grows = true; grows; ) {
    grows = false;
    for (const [name, asked] of kit) {
      const before = asked.size;
      for (const other of called.get(name) ?? []) for (const operation of kit.get(other) ?? []) asked.add(operation);
      grows ||= asked.size > before;
    }
  }
  return kit;
};

/** `db.ask("GetItem", …)`. Operations have capitals, which other things that are called `ask` have not. */
const asksTable = ({ callee, arguments: given }: Node): boolean =>
  nameOf(callee) === "ask" && ((callee as Node).type === "MemberExpression" || /^[A-Z]/.test(nameOf((given as Node[])[0]) ?? ""));

/** A query is of the table itself, or of an index; one whose object is spread may have the name of the index there. */
const noteQuery = (table: "main" | "ledger", query: Node | undefined, { note }: Told): void => {
  if (!query || (!propertyOf(query, "IndexName") && !hasSpread(query))) note(`Query ${table}`);
};

const noteIndex = (name: string, value: Node, { note, doubt }: Told): void => {
  const index = value.type === "Literal" ? String(value.value) : "";
  // A list of the ledger has its index in a property `index`, where its name stands.
  if (name === "IndexName" && !index && !isCalled(value, "index")) doubt(`an index that is called ${nameOf(value)}`);
  if (index === tableShape.index.name) note(`Query main/${index}`);
  if ((ledgerShape.indexes as readonly string[]).includes(index)) note(`Query ledger/${index}`);
};

const noteNode = (node: Node, parent: Node | undefined, kit: Map<string, Set<string>>, told: Told): void => {
  const { note, doubt } = told;
  const operations = node.type === "Identifier" ? kit.get(node.name as string) : undefined;
  if (operations && parent?.callee !== node) doubt(`${node.name} is handed on`);
  if (node.type === "CallExpression") {
    const [first, second] = node.arguments as Node[];
    const called = kit.get(nameOf(node.callee) ?? "");
    const asked = asksTable(node) ? [nameOf(first) ?? "?"] : [...(called ?? [])];
    const table = tableOf(called ? first : (node.callee as Node).object);
    if (asked.length > 0 && !table) doubt(`${nameOf(node.callee)} of a table without a name`);
    for (const operation of asked) {
      if (operation === "Query") noteQuery(table ?? "main", nameOf(node.callee) === "queryPartition" ? undefined : second, told);
      else note(`${operation} ${table}`);
    }
  }
  if (node.type === "ObjectExpression")
    for (const [part, action] of Object.entries(actionOfPart)) {
      const write = propertyOf(node, part);
      if (write) note(`${action} ${tableOf((propertyOf(write, "TableName") as { object?: Node } | undefined)?.object) ?? "main"}`);
    }
  if (parent?.type === "ObjectExpression" && node.type === "Property" && ["IndexName", "index"].includes(nameOf(node.key) ?? ""))
    noteIndex(nameOf(node.key) ?? "", node.value as Node, told);
  if (node.type === "NewExpression" && /[a-z]Command$/.test(nameOf(node.callee) ?? "")) {
    const actions = actionsOfCommand[nameOf(node.callee) ?? ""];
    if (!actions) doubt(`${nameOf(node.callee)} needs an action that nobody has named`);
    for (const action of actions ?? []) note(action);
  }
};

/** The product's code that a bundle holds, statement by statement, with the file of each. */
const statementsOf = async (contents: string): Promise<{ file: string; node: Node }[]> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: entryFolder, sourcefile: "entry.ts" },
    absWorkingDir: project,
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", target: "node24", write: false, logLevel: "silent" },
  });
  const code = outputFiles[0]?.text ?? "";
  const { program, errors } = parseSync("bundle.js", code);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const files = [...code.matchAll(/^\/\/ ((?:functions|shared|\.\.)\/.*\.ts)$/gm)];
  return (program.body as unknown as Node[]).map((node) => ({
    file: files.findLast(({ index }) => index < node.start)?.[1] ?? "",
    node,
  }));
};

export type DerivedCalls = {
  /** Such as `PutItem main`, `Query main/gsi1`, `PutItem ledger`, `ses:SendEmail`. */
  readonly calls: readonly string[];
  /** What could not be derived, in words. */
  readonly doubts: readonly string[];
};

/**
 * Which calls of AWS the code of a function can make: what stays of it when esbuild has shaken off the declarations that nothing leads to from the entry, as in
 * the bundle that is deployed. Coarser than what happens: a declaration counts whole, also where this function never takes one of its branches, and a map of
 * uses, such as routes, counts with all of them.
 *
 * @param contents of an entry, as if it lay beside the others
 */
export const derivedCallsOf = async (contents: string): Promise<DerivedCalls> => {
  const statements = await statementsOf(contents);
  const kit = kitIn(statements);
  const [calls, doubts] = [new Set<string>(), new Set<string>()];
  const told: Told = { note: (call) => calls.add(call), doubt: (words) => doubts.add(words) };
  for (const { file, node } of statements)
    if (!eitherTable.includes(file)) for (const [inner, parent] of nodesIn(node)) noteNode(inner, parent, kit, told);
  return { calls: [...calls].toSorted(), doubts: [...doubts].toSorted() };
};

export const derivedCalls = (entry: EntryName): Promise<DerivedCalls> => derivedCallsOf(`export * from "./${entry}.lambda.ts";`);
