import { ChallengeId } from "../../shared/domain/ids.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { type Db, findItem } from "../platform/db.ts";
import { challengeKey } from "../platform/keys.ts";
import { challengeCookie } from "./cookies.ts";

/** For whom a code was asked in this browser; undefined when none was, or too long ago. */
export const findMailOfChallenge = async (db: Db, cookie: (name: string) => string | undefined): Promise<MailAddress | undefined> => {
  const challengeId = ChallengeId.safeParse(cookie(challengeCookie)?.split(".")[0]);
  if (!challengeId.success) return undefined;
  return (await findItem<{ mail: MailAddress }>(db, challengeKey(challengeId.data)))?.mail;
};
