import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { expect, onTestFinished, test } from "vitest";
import { type Kms, startKms } from "../../infra/local/kms.ts";
import { aFolder } from "./a-folder.ts";

async function aKms(keyFile = join(aFolder(), "secrets", "master-key")) {
  const kms: Kms = await startKms({ keyFile });
  onTestFinished(kms.stop);
  const client = new KMSClient({ endpoint: kms.endpoint });
  const encrypt = async (text: string, EncryptionContext?: Record<string, string>, KeyId = kms.keyId) => {
    const { CiphertextBlob: blob } = await client.send(
      new EncryptCommand({ KeyId, Plaintext: Buffer.from(text), ...(EncryptionContext && { EncryptionContext }) }),
    );
    return blob ?? new Uint8Array();
  };
  const decrypt = async (CiphertextBlob: Uint8Array, EncryptionContext?: Record<string, string>) => {
    const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob, ...(EncryptionContext && { EncryptionContext }) }));
    return Buffer.from(Plaintext ?? []).toString();
  };
  return { keyFile, encrypt, decrypt };
}

test("what was encrypted opens again, with its context in any order", async () => {
  const { encrypt, decrypt } = await aKms();
  const blob = await encrypt("a signing key", { visitId: "vis_1", use: "tickets" });
  expect(await decrypt(blob, { use: "tickets", visitId: "vis_1" })).toBe("a signing key");
  expect(Buffer.from(blob).includes("a signing key")).toBe(false);
});

test.for([{ visitId: "vis_2" }, { visitid: "vis_1" }, { visitId: "vis_1", more: "x" }, {}, undefined])(
  "with the context %j instead of its own it does not open",
  async (context) => {
    const { encrypt, decrypt } = await aKms();
    const blob = await encrypt("a signing key", { visitId: "vis_1" });
    await expect(decrypt(blob, context)).rejects.toMatchObject({ name: "InvalidCiphertextException" });
  },
);

test("a changed byte anywhere is noticed", async () => {
  const { encrypt, decrypt } = await aKms();
  const blob = await encrypt("k");
  for (let place = 0; place < blob.length; place += 1) {
    const changed = Uint8Array.from(blob, (byte, index) => (index === place ? byte ^ 1 : byte));
    await expect(decrypt(changed)).rejects.toMatchObject({ name: "InvalidCiphertextException" });
  }
});

test("the key outlives a restart, in a file for its owner only", async () => {
  const first = await aKms();
  const blob = await first.encrypt("kept", { visitId: "vis_1" });
  expect(statSync(first.keyFile).mode & 0o777).toBe(0o600);
  const second = await aKms(first.keyFile);
  expect(await second.decrypt(blob, { visitId: "vis_1" })).toBe("kept");
});

test("another machine's key does not open it", async () => {
  const blob = await (await aKms()).encrypt("kept");
  await expect((await aKms()).decrypt(blob)).rejects.toMatchObject({ name: "InvalidCiphertextException" });
});

test("a key file that was damaged is not taken for a key", async () => {
  const keyFile = join(aFolder(), "master-key");
  writeFileSync(keyFile, "half a key");
  await expect(startKms({ keyFile })).rejects.toThrow("does not hold 32 bytes");
});

test("a key that does not exist, and too long a text, are refused by name", async () => {
  const { encrypt } = await aKms();
  await expect(encrypt("x", undefined, "alias/other")).rejects.toMatchObject({ name: "NotFoundException" });
  await expect(encrypt("x".repeat(4097))).rejects.toMatchObject({ name: "ValidationException" });
});
