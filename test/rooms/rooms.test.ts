import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Finding, lint, lintPlanted, roomsFile, root } from "./biome.ts";

type Planted = { readonly file: string; readonly allowed: readonly string[]; readonly refused: readonly string[] };

/** Everywhere: what no room below the tests may reach for. */
const never = ["vitest", "zod"];

/** One file in each room, with imports that its room allows and imports that it refuses. */
const planted: readonly Planted[] = [
  {
    file: "shared/domain/planted.ts",
    allowed: ["zod/mini", "./ids.ts", "../problem/catalogue.ts", "../wiring.ts"],
    refused: [
      "node:crypto",
      "hono",
      "es-hangul",
      "../../functions/platform/db.ts",
      "../../infra/stages.ts",
      "../../web/src/ui/page.tsx",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "shared/copy/messages/planted.ts",
    allowed: ["./messages.ts", "zod/mini", "es-hangul", "../../domain/locale.ts"],
    refused: [
      "node:fs",
      "preact",
      "../../../functions/mail/render-mail.ts",
      "../../../web/src/ui/page.tsx",
      "../../../test/mail/samples.ts",
    ],
  },
  {
    file: "functions/platform/planted.ts",
    allowed: [
      "@middy/core",
      "aws-lambda",
      "hono",
      "ulid",
      "./db.ts",
      "../../shared/wiring.ts",
      "node:crypto",
      "node:timers/promises",
      "@aws-sdk/client-dynamodb",
      "@smithy/core/retry",
      "@smithy/signature-v4",
      "@aws-lambda-powertools/logger/middleware",
      "hono/cookie",
      "zod/mini",
    ],
    refused: [
      "../visits/visit-reads.ts",
      "../entry/app.ts",
      "preact",
      "qrcode",
      "../../infra/stages.ts",
      "../../web/src/ui/page.tsx",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "functions/entry/planted.lambda.ts",
    allowed: [
      "aws-lambda",
      "hono",
      "node:timers/promises",
      "./app.ts",
      "../platform/entry.ts",
      "../bookings/book-slot.ts",
      "../../shared/wiring.ts",
      "@middy/core",
      "hono/aws-lambda",
      "node:util",
    ],
    refused: [
      "@aws-sdk/client-sesv2",
      "../../infra/stages.ts",
      "../../infra/local/ses.ts",
      "../../web/src/ui/page.tsx",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "functions/mail/planted.ts",
    allowed: [
      "ical-generator",
      "nodemailer/lib/mail-composer",
      "./send-mail.ts",
      "../platform/db.ts",
      "../tickets/issue-ticket.ts",
      "../../shared/domain/ids.ts",
      "@aws-sdk/client-sesv2",
      "hono/html",
    ],
    refused: [
      "../bookings/booking-mail.ts",
      "../visits/visit-reads.ts",
      "../tickets/sign-token.ts",
      "@aws-sdk/client-kms",
      "../entry/on-change.ts",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "functions/second-step/planted.ts",
    allowed: [
      "../platform/db.ts",
      "../../shared/domain/ids.ts",
      "./totp.ts",
      "../sign-in/session-writes.ts",
      "@simplewebauthn/server",
      "otpauth",
      "node:crypto",
    ],
    refused: ["../sign-in/read-me.ts", "../mail/send-mail.ts", "../entry/app.ts", "@aws-sdk/client-kms", "../../test/support/world.ts"],
  },
  {
    file: "functions/kiosk/planted.ts",
    allowed: [
      "../platform/db.ts",
      "../../shared/domain/ids.ts",
      "./kiosk-reads.ts",
      "../pairing/pair-by-code.ts",
      "../ledger/ledger-writes.ts",
    ],
    refused: ["../registrations/register-for-visit.ts", "../entry/app.ts", "node:crypto", "hono", "../../test/support/world.ts"],
  },
  {
    file: "functions/feeds/planted.ts",
    allowed: [
      "node:dns/promises",
      "node:net",
      "node:http",
      "node:https",
      "../platform/db.ts",
      "../accounts/account-reads.ts",
      "./payload.ts",
    ],
    refused: ["hono", "node:fs", "../reports/read-report.ts", "../mail/send-mail.ts", "../entry/app.ts", "../../test/support/world.ts"],
  },
  {
    file: "functions/papers/planted.ts",
    allowed: [
      "pdfkit",
      "fontkit",
      "qrcode",
      "node:fs",
      "./write-paper.ts",
      "../platform/db.ts",
      "../visits/visit-reads.ts",
      "../../shared/wiring.ts",
    ],
    refused: ["hono", "nodemailer", "node:child_process", "../referrals/show-referrals.ts", "../entry/app.ts", "../../web/src/ui/page.tsx"],
  },
  {
    file: "functions/tickets/planted.ts",
    allowed: [
      "../platform/db.ts",
      "../../shared/domain/ids.ts",
      "./sign-token.ts",
      "../registrations/registration-writes.ts",
      "@aws-sdk/client-kms",
      "qrcode",
      "node:crypto",
    ],
    refused: [
      "../mail/send-mail.ts",
      "../bookings/book-slot.ts",
      "@aws-sdk/client-sesv2",
      "../../infra/local/kms.ts",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "functions/bookings/routes.ts",
    allowed: [
      "./book-slot.ts",
      "../registrations/register-for-visit.ts",
      "../tickets/show-ticket.ts",
      "../platform/reply.ts",
      "../../shared/contract/bookings.ts",
    ],
    refused: ["../entry/app.ts", "hono", "@aws-sdk/lib-dynamodb", "node:crypto", "../../infra/stages.ts", "../../test/support/world.ts"],
  },
  {
    file: "functions/bookings/planted-mail.ts",
    allowed: [
      "../../shared/domain/ids.ts",
      "./book-slot.ts",
      "../mail/send-mail.ts",
      "../tickets/issue-ticket.ts",
      "../visits/visit-reads.ts",
      "../platform/deps.ts",
    ],
    refused: [
      "../registrations/registration-mail.ts",
      "../tickets/sign-token.ts",
      "../entry/on-change.ts",
      "@aws-sdk/client-sesv2",
      "nodemailer",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "functions/bookings/plant-it.ts",
    allowed: [
      "node:crypto",
      "hono/utils/cookie",
      "./booking-writes.ts",
      "../visits/visit-reads.ts",
      "../slots/slot-writes.ts",
      "../registrations/registration-id.ts",
      "../platform/transact.ts",
      "../../shared/domain/ids.ts",
    ],
    refused: [
      "@aws-sdk/client-dynamodb",
      "../visits/open-visit.ts",
      "../slots/routes.ts",
      "../mail/send-mail.ts",
      "../entry/app.ts",
      "hono",
      "@aws-sdk/client-sesv2",
      "node:fs",
      "../../infra/stages.ts",
      "../../web/src/ui/page.tsx",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "infra/stacks/planted.ts",
    allowed: [
      "node:fs/promises",
      "./data-stack.ts",
      "../constructs/main-table.ts",
      "../stages.ts",
      "../../shared/wiring.ts",
      "aws-cdk-lib",
      "aws-cdk-lib/aws-lambda",
      "constructs",
      "node:path",
    ],
    refused: [
      "../local/stack.ts",
      "../../shared/domain/ids.ts",
      "../../functions/entry/api.lambda.ts",
      "@aws-sdk/client-dynamodb",
      "../../web/build/entries.ts",
      "../../test/support/world.ts",
    ],
  },
  {
    file: "infra/planted.ts",
    allowed: ["./stages.ts", "./stacks/data-stack.ts", "../shared/wiring.ts"],
    refused: ["./local/stack.ts", "../functions/entry/app.ts", "../shared/domain/ids.ts", "../test/support/world.ts"],
  },
  {
    file: "infra/local/planted.ts",
    allowed: [
      "./stack.ts",
      "../stages.ts",
      "../../functions/entry/api.lambda.ts",
      "../../functions/bookings/book-slot.ts",
      "../../shared/domain/ids.ts",
      "mailparser",
    ],
    refused: [
      "preact/hooks",
      "vitest/config",
      "../../web/src/ui/page.tsx",
      "../../web/build/build.ts",
      "../../test/support/world.ts",
      "preact",
    ],
  },
  {
    file: "web/src/ui/planted.tsx",
    allowed: ["./page.tsx", "../platform/api.ts", "../../../shared/copy/ui.ts", "preact", "preact/hooks", "qrcode", "zod/mini"],
    refused: [
      "../seeker/main.tsx",
      "../staff/main.tsx",
      "../console/main.tsx",
      "../../../functions/entry/app.ts",
      "../../../infra/stages.ts",
      "../../../test/support/world.ts",
      "hono",
      "node:fs",
    ],
  },
  {
    file: "web/src/seeker/visit/planted.tsx",
    allowed: [
      "preact/hooks",
      "ulid",
      "zod/mini",
      "./times.tsx",
      "../shell.tsx",
      "../../ui/page.tsx",
      "../../../../shared/contract/public.ts",
      "preact",
      "preact-render-to-string",
    ],
    refused: [
      "../../staff/main.tsx",
      "../../console/main.tsx",
      "zxing-wasm/reader",
      "../../../../functions/entry/app.ts",
      "../../../../test/support/world.ts",
    ],
  },
  {
    file: "web/src/staff/planted.tsx",
    allowed: [
      "preact/hooks",
      "es-hangul",
      "zod/mini",
      "./staff-app.tsx",
      "../ui/page.tsx",
      "../../../shared/contract/staff.ts",
      "preact",
      "zxing-wasm/reader",
    ],
    refused: [
      "../seeker/main.tsx",
      "../console/main.tsx",
      "../../../functions/entry/app.ts",
      "../../../infra/stages.ts",
      "../../../test/support/world.ts",
    ],
  },
  {
    file: "web/src/console/planted.tsx",
    allowed: ["preact/hooks", "ulid", "zod/mini", "./main.tsx", "../ui/page.tsx", "../../../shared/contract/employers.ts", "preact"],
    refused: [
      "../seeker/main.tsx",
      "../staff/main.tsx",
      "zxing-wasm/reader",
      "../../../functions/entry/app.ts",
      "../../../test/support/world.ts",
    ],
  },
  {
    file: "web/build/planted.ts",
    allowed: [
      "node:fs/promises",
      "preact-render-to-string",
      "./entries.ts",
      "../src/seeker/prerendered.tsx",
      "../../shared/domain/locale.ts",
      "vite",
      "node:fs",
    ],
    refused: ["../../infra/constructs/rewrite.ts", "../../functions/entry/app.ts", "../../test/support/world.ts"],
  },
  {
    file: "test/api/planted.test.ts",
    allowed: ["../../infra/local/ses.ts", "../../functions/entry/app.ts", "../support/world.ts", "zod/mini", "vitest"],
    refused: ["zod"],
  },
].map((room) => (room.file.startsWith("test/") ? room : { ...room, refused: [...room.refused, ...never] }));

const importsOf = ({ allowed, refused }: Planted) => [...allowed, ...refused];
const textOf = (room: Planted) =>
  importsOf(room)
    .map((name) => `import ${JSON.stringify(name)};\n`)
    .join("");

/** The room table without its comments, which stand on lines of their own. */
const overrides = JSON.parse(readFileSync(join(root, roomsFile), "utf8").replace(/^\s*\/\/.*$/gm, "")).overrides as readonly {
  readonly includes: readonly string[];
}[];

const sources = globSync("{functions,infra,shared,test,web}/**/*.{ts,tsx,js,mjs}", { cwd: root });

describe("when a file reaches out of its room", () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    const files = Object.fromEntries(planted.map((room) => [room.file, textOf(room)]));
    ({ findings } = await lintPlanted(files, "--only=style/noRestrictedImports"));
  });
  const found = (file: string) => findings.filter(({ path }) => path === file);

  test.for(planted)("$file is refused these imports and no others", (room) => {
    const refused = new Set(found(room.file).map(({ line }) => importsOf(room)[line - 1]));
    expect(refused).toEqual(new Set(room.refused));
  });

  test("it is told the rule of its room", () => {
    for (const { file } of planted) expect(new Set(found(file).map(({ message }) => message)).size, file).toBe(1);
    expect(new Set(findings.map(({ message }) => message)).size).toBe(overrides.length);
  });
});

describe("the table of rooms", () => {
  const roomsOf = (file: string) =>
    overrides.filter(({ includes }) =>
      includes.reduce(
        (is, glob) => (glob.startsWith("!") ? is && !matchesGlob(file, glob.slice(1)) : is || matchesGlob(file, glob)),
        false,
      ),
    );

  test("has exactly one room for every source file: a second one would replace the first", () => {
    const misplaced = sources.filter((file) => !file.endsWith(".d.ts") && roomsOf(file).length !== 1);
    expect(misplaced).toEqual([]);
  });
});

test("the linter reads every source file", async () => {
  const { filesRead } = await lint(root, "--only=style/noRestrictedImports");
  expect(sources.length).toBeGreaterThan(100);
  expect(filesRead).toBeGreaterThanOrEqual(sources.length);
});
