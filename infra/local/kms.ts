import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { decryptUnder, type EncryptionContext, encryptUnder } from "./kms-cipher.ts";
import { listen, loopback } from "./ports.ts";
import { readBody } from "./read-body.ts";
import { secretOf } from "./secret-file.ts";

export type Kms = { readonly endpoint: string; readonly keyId: string; readonly stop: () => Promise<void> };

/** The one key that exists here. */
const keyId = "arn:aws:kms:ap-northeast-2:000000000000:key/00000000-0000-4000-8000-000000000001";
/** KMS encrypts up to 4 kB; with base64 and the context a request stays well below this. */
const bodyLimitBytes = 64 * 1024;
const plaintextLimitBytes = 4096;

type EncryptRequest = { KeyId: string; Plaintext: string; EncryptionContext?: EncryptionContext };
type DecryptRequest = { KeyId?: string; CiphertextBlob: string; EncryptionContext?: EncryptionContext };

/** Error of the KMS API: its name travels in `__type`. */
class KmsError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * Encrypt and Decrypt of the KMS API (AWS JSON 1.1) under one master key in a file that only its owner may read.
 * @param keyFile made with a random key when it is not there.
 */
export async function startKms({ keyFile }: { readonly keyFile: string }): Promise<Kms> {
  const masterKey = secretOf(keyFile, 32);
  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request, bodyLimitBytes);
      if (!body) throw new KmsError("ValidationException", "the request is too large");
      answer(response, 200, operate(masterKey, request.headers["x-amz-target"], JSON.parse(body.toString("utf8"))));
    } catch (error) {
      const type = error instanceof KmsError ? error.type : "SerializationException";
      answer(response, 400, { __type: type, message: error instanceof Error ? error.message : String(error) });
    }
  });
  const port = await listen(server, 0, "keys");
  return {
    endpoint: `http://${loopback}:${port}`,
    keyId,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function operate(masterKey: Buffer, target: unknown, input: EncryptRequest & DecryptRequest): object {
  switch (target) {
    case "TrentService.Encrypt":
      return encrypt(masterKey, input);
    case "TrentService.Decrypt":
      return decrypt(masterKey, input);
    default:
      throw new KmsError("UnknownOperationException", `${target} is not offered by the local keys`);
  }
}

function encrypt(masterKey: Buffer, input: EncryptRequest): object {
  requireKey(input.KeyId);
  const plaintext = Buffer.from(input.Plaintext, "base64");
  if (plaintext.length === 0 || plaintext.length > plaintextLimitBytes) {
    throw new KmsError("ValidationException", `Plaintext must hold 1 to ${plaintextLimitBytes} bytes`);
  }
  const blob = encryptUnder(masterKey, plaintext, input.EncryptionContext ?? {});
  return { CiphertextBlob: blob.toString("base64"), KeyId: keyId, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
}

function decrypt(masterKey: Buffer, input: DecryptRequest): object {
  if (input.KeyId !== undefined) requireKey(input.KeyId);
  const plaintext = decryptUnder(masterKey, Buffer.from(input.CiphertextBlob, "base64"), input.EncryptionContext ?? {});
  if (!plaintext) throw new KmsError("InvalidCiphertextException", "the ciphertext, its key or its context is another");
  return { Plaintext: plaintext.toString("base64"), KeyId: keyId, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
}

function requireKey(asked: string): void {
  if (asked !== keyId) throw new KmsError("NotFoundException", `there is no key ${asked}`);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
}
