import { beforeAll, expect, test } from "vitest";
import { lintPlanted, type Report } from "./biome.ts";

/** One breach of each rule of the house that a quick reader could miss, planted where it counts. */
const breaches: Readonly<Record<string, readonly [rule: string, files: Readonly<Record<string, string>>]>> = {
  "a promise that nobody waits for": [
    "noFloatingPromises",
    { "functions/visits/floating.ts": "const send = async (): Promise<void> => {};\nexport function go(): void {\n  send();\n}\n" },
  ],
  "modules that import each other": [
    "noImportCycles",
    {
      "shared/domain/hen.ts": 'import { egg } from "./egg.ts";\nexport const hen = () => egg();\n',
      "shared/domain/egg.ts": 'import { hen } from "./hen.ts";\nexport const egg = (): unknown => hen();\n',
    },
  ],
  "a file that only passes on": [
    "noBarrelFile",
    { "shared/domain/barrel.ts": 'export { hen } from "./only-hen.ts";\n', "shared/domain/only-hen.ts": "export const hen = 1;\n" },
  ],
  "a default export": ["noDefaultExport", { "shared/domain/nameless.ts": "export default 1;\n" }],
  "an enum": ["noEnum", { "shared/domain/listed.ts": "export enum Listed {\n  one = 1,\n}\n" }],
  "a namespace": ["noNamespace", { "shared/domain/spaced.ts": "export namespace spaced {\n  export const one = 1;\n}\n" }],
  "any for a type": ["noExplicitAny", { "shared/domain/loose.ts": "export const loose = (value: any): string => value;\n" }],
  "an assertion that something is there": [
    "noNonNullAssertion",
    { "shared/domain/sure.ts": "export const sure = (list: readonly string[]): string => list[0]!;\n" },
  ],
  "an import without its extension": [
    "useImportExtensions",
    {
      "shared/domain/short.ts": 'import { long } from "./long";\nexport const short = long;\n',
      "shared/domain/long.ts": "export const long = 1;\n",
    },
  ],
  "a package that is not in package.json": [
    "noUndeclaredDependencies",
    { "infra/local/stranger.ts": 'import stranger from "left-pad";\nexport const pad = stranger;\n' },
  ],
  "a library of the workshop in what runs on AWS": [
    "noUndeclaredDependencies",
    { "functions/mail/workshop.ts": 'import { simpleParser } from "mailparser";\nexport const read = simpleParser;\n' },
  ],
  "a Node module by its old name": [
    "useNodejsImportProtocol",
    { "infra/old.ts": 'import { join } from "path";\nexport const path = join("a", "b");\n' },
  ],
  "a file name in another case": ["useFilenamingConvention", { "shared/domain/camelCase.ts": "export const one = 1;\n" }],
  "a line to the console": ["noConsole", { "functions/visits/chatty.ts": 'export const chat = () => console.log("hello");\n' }],
  "a setting read past env.ts": ["noProcessEnv", { "functions/visits/peeking.ts": "export const table = () => process.env.TABLE_NAME;\n" }],
  "a test that shuts out the others": [
    "noFocusedTests",
    { "test/api/focused.test.ts": 'import { test } from "vitest";\ntest.only("one", () => {});\n' },
  ],
  "a test that is left out": [
    "noSkippedTests",
    { "test/api/skipped.test.ts": 'import { test } from "vitest";\ntest.skip("one", () => {});\n' },
  ],
};

let report: Report;
beforeAll(async () => {
  report = await lintPlanted(Object.assign({}, ...Object.values(breaches).map(([, files]) => files)));
});

test.for(Object.entries(breaches))("%s is refused", ([, [rule, files]]) => {
  const rules = report.findings.filter(({ path }) => Object.hasOwn(files, path)).map((finding) => finding.rule);
  expect(rules).toContain(rule);
});
