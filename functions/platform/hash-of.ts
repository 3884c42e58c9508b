import { createHash } from "node:crypto";

/** A secret of 256 random bits as the table keeps it. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
