import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/**
 * A passkey in software, for machines that play people: ES256, attestation "none", its person always recognised, as an authenticator answers (WebAuthn
 * Level 3, 6.1 and 6.5). Tests bend it to answer what it must not.
 */
export type SoftPasskey = {
  readonly credentialId: string;
  /** PKCS #8 in base64, as Chromium's virtual authenticator takes it. */
  readonly privateKey: string;
  create(asked: { challenge: string }, page: Page): Made;
  get(asked: { challenge: string }, page: Page): Asserted;
  /** Hands it to a device that counts (Chromium's virtual one): answers what to count from there. From now on it counts, too, beyond what the device may reach. */
  lend(): number;
};

/** More than a device counts before it is asked for again. */
const countsLent = 1000;

/** Where it is asked, and how the answer is bent. `counter` default: 0 until it was lent, since it does not count. */
type Page = { origin: string; rpId?: string; isVerified?: boolean; counter?: number };
type Made = { id: string; clientDataJSON: string; attestationObject: string; transports: string[] };
type Asserted = { id: string; clientDataJSON: string; authenticatorData: string; signature: string };

const sha256 = (data: string): Buffer => createHash("sha256").update(data).digest();
const base64Url = (data: string | Uint8Array): string => Buffer.from(data).toString("base64url");

/** CBOR (RFC 8949) of what an attestation holds: small integers, texts, bytes and maps. */
const cbor = (value: number | string | Uint8Array | Map<number | string, unknown>): Buffer => {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.from([(major << 5) | length]);
    return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  };
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])]);
  return Buffer.concat([head(5, value.size), ...entries]);
};

/** COSE_Key (RFC 9053): key type EC2, algorithm ES256, curve P-256, the point. */
const coseKey = (publicKey: KeyObject): Buffer => {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
};

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

export const aSoftPasskey = (): SoftPasskey => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" });
  let counted = 0;
  const countOn = (by: number): number => {
    counted += by;
    return counted;
  };

  const clientData = (type: string, { challenge }: { challenge: string }, { origin }: Page): string =>
    JSON.stringify({ type, challenge, origin, crossOrigin: false });
  const authenticatorData = (page: Page, attested?: Buffer): Buffer => {
    const { origin, rpId = new URL(origin).hostname, isVerified = true, counter = counted > 0 ? countOn(1) : 0 } = page;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flag = flags.present | (isVerified ? flags.verified : 0) | (attested ? flags.attested : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flag]), count, ...(attested ? [attested] : [])]);
  };
  return {
    credentialId: base64Url(id),
    privateKey: pkcs8.toString("base64"),
    create: (asked, page) => {
      const length = Buffer.from([id.length >> 8, id.length & 255]);
      const authData = authenticatorData(page, Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]));
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]);
      return {
        id: base64Url(id),
        clientDataJSON: base64Url(clientData("webauthn.create", asked, page)),
        attestationObject: base64Url(cbor(attestation)),
        transports: ["internal"],
      };
    },
    lend: () => {
      const from = countOn(1);
      countOn(countsLent);
      return from;
    },
    get: (asked, page) => {
      const data = clientData("webauthn.get", asked, page);
      const authData = authenticatorData(page);
      return {
        id: base64Url(id),
        clientDataJSON: base64Url(data),
        authenticatorData: base64Url(authData),
        signature: base64Url(sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey)),
      };
    },
  };
};
