import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TOTP } from "otpauth";
import * as z from "zod/mini";
import type { Deps } from "../../functions/platform/deps.ts";
import { transact } from "../../functions/platform/transact.ts";
import { addFactor, countFactor } from "../../functions/second-step/factor-writes.ts";
import { newTotpSecret, sealSecret } from "../../functions/second-step/totp.ts";
import { type AccountId, FactorId } from "../../shared/domain/ids.ts";
import { document } from "./inbox-page.ts";
import { type Markup, markup } from "./markup.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * The authenticator app of everybody in the demo season: whoever tries the product on this machine signs in as staff or employer without a telephone of
 * theirs. Nothing of it exists outside `infra/local`; secrets lie beside the other local ones.
 */
const Enrolled = z.array(z.object({ mail: z.string(), secret: z.string() }));
type Enrolled = z.infer<typeof Enrolled>;

const fileIn = (folder: string): string => join(folder, "secrets", "authenticator.json");

const readEnrolled = (folder: string): Enrolled =>
  existsSync(fileIn(folder)) ? Enrolled.parse(JSON.parse(readFileSync(fileIn(folder), "utf8"))) : [];

export type Authenticator = { enrol(deps: Deps, person: { accountId: AccountId; mail: string }): Promise<void> };

/** @param pepper of the functions, which seals what they keep */
export const authenticatorIn = (folder: string, pepper: string): Authenticator => ({
  enrol: async ({ db, clock, ids }, { accountId, mail }) => {
    const secret = newTotpSecret(ids);
    const now = clock.now();
    const facts = { kind: "totp" as const, sealedSecret: sealSecret(pepper, ids, accountId, secret), lastStep: 0 };
    await transact(db, {
      account: countFactor({ accountId, factorCount: 0, session: { epoch: 0 } }, now),
      factor: addFactor({ accountId, factorId: FactorId.parse(ids.mint("fac")), label: "", addedAt: now, ...facts }),
    });
    writeWhole(fileIn(folder), JSON.stringify([...readEnrolled(folder), { mail, secret }]));
  },
});

const periodMs = 30_000;

/** What the app would show at this moment, of everybody or of one address. */
const codesAt = (folder: string, nowMs: number, address = ""): { mail: string; code: string }[] =>
  readEnrolled(folder)
    .filter(({ mail }) => mail.includes(address.toLowerCase()))
    .map(({ mail, secret }) => ({ mail, code: new TOTP({ secret }).generate({ timestamp: nowMs }) }));

/** The page of codes; its script asks for the next ones when these are over. */
export function authenticatorPage(folder: string, nowMs: number, address: string): Markup {
  const codes = codesAt(folder, nowMs, address);
  return document(
    "인증 앱 · Authenticator",
    markup`<header>
      <p><a href="/">← 받은 편지함 <span lang="en">Inbox</span></a></p>
      <h1>인증 앱 <span lang="en">Authenticator</span></h1>
      <p>예시로 만든 직원과 기업의 두 번째 로그인 번호입니다. 이 컴퓨터에만 있습니다. 번호는 30초마다 바뀌고 한 번만 쓸 수 있습니다.
      <span lang="en">Codes for the second step of signing in, for the staff and employers of the demo season; on this machine only. They change every 30 seconds, and each works once.</span></p>
      <form role="search">
        <label for="to">전자우편 주소 <span lang="en">Address</span></label>
        <input id="to" name="to" type="text" value="${address}" autocomplete="off">
        <button>찾기 <span lang="en">Find</span></button>
      </form>
    </header>
    <main>
      ${codes.length === 0 ? markup`<p>등록한 사람이 없습니다. <span lang="en">Nobody.</span></p>` : markup`<ul class="codes">${codes.map(shown)}</ul>`}
    </main>
    <script src="/authenticator-refresh.js" data-left-ms="${periodMs - (nowMs % periodMs)}" defer></script>`,
  );
}

const shown = ({ mail, code }: { mail: string; code: string }): Markup =>
  markup`<li><strong>${code.slice(0, 3)} ${code.slice(3)}</strong> <span>${mail}</span></li>`;
