import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** A file of an export as the manifest names it. */
export type WrittenFile = { rows: number; bytes: number; sha256: string };

/** A file that is written row by row, waiting for the disk, and knows how many rows it has and its hash. For the owner alone: it holds personal data. */
export const aCountedFile = (path: string, head = "") => {
  const stream = createWriteStream(path, { mode: 0o600 });
  const hash = createHash("sha256");
  let [rows, bytes] = [0, 0];
  const put = async (text: string): Promise<void> => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    if (!stream.write(text)) await once(stream, "drain");
  };
  const begun = head ? put(head) : Promise.resolve();
  return {
    add: async (text: string): Promise<void> => {
      await begun;
      rows += 1;
      await put(text);
    },
    close: async (): Promise<WrittenFile> => {
      await begun;
      stream.end();
      await once(stream, "finish");
      return { rows, bytes, sha256: hash.digest("hex") };
    },
  };
};
export type CountedFile = ReturnType<typeof aCountedFile>;
