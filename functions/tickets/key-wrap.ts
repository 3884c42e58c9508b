import { DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import type { VisitId } from "../../shared/domain/ids.ts";

/** Wraps and unwraps a visit's private signing key; bound to the visit, so that one visit's key does not open as another's. */
export type KeyWrap = {
  wrap(visitId: VisitId, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  unwrap(visitId: VisitId, wrapped: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
};

const whole = (bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> => {
  if (!bytes) throw new Error("KMS answered without bytes.");
  return Uint8Array.from(bytes);
};

export const kmsKeyWrap = (keyId: string, kms = new KMSClient({})): KeyWrap => ({
  wrap: async (visitId, bytes) =>
    whole((await kms.send(new EncryptCommand({ KeyId: keyId, Plaintext: bytes, EncryptionContext: { visitId } }))).CiphertextBlob),
  unwrap: async (visitId, wrapped) =>
    whole((await kms.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: { visitId } }))).Plaintext),
});
