import { openPost } from "../mail/send-mail.ts";
import { liveDeps } from "../platform/deps.ts";
import { streamEntry } from "../platform/entry.ts";
import { readSignInPepper } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { mailSignInCode } from "../sign-in/sign-in-mail.ts";

const log = openLog("sign-in-mail");
const deps = { ...liveDeps("sign-in-mail"), log };
const post = openPost();
const pepper = readSignInPepper();

export const handler = streamEntry(log, (change) => mailSignInCode(deps, post, pepper, change));
