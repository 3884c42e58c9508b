import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Bytes kept in a file that only its owner may read; made at random by the first who asks. Base64 in the file, so that it
 * survives an editor.
 */
export function secretOf(file: string, bytes: number): Buffer {
  const kept = findSecret(file);
  if (kept) return checked(kept, file, bytes);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(bytes).toString("base64"), { mode: 0o600 });
  try {
    linkSync(draft, file); // whole or not at all; whoever comes second uses what is there
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return checked(findSecret(file), file, bytes);
}

function findSecret(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, "utf8"), "base64");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function checked(secret: Buffer | undefined, file: string, bytes: number): Buffer {
  if (secret?.length !== bytes)
    throw new Error(`${file} does not hold ${bytes} bytes: put the original back, what it sealed is lost without it`);
  return secret;
}
