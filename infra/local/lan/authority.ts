import "reflect-metadata"; // what the library's container asks for
import { X509Certificate as NodeCertificate, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { privateNetworks } from "./lan-address.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;
const dayMs = 24 * 60 * 60_000;
/** Phones install the authority once a year at most; what it signs is made anew at each start. Days. */
const authorityDays = 366;
const leafDays = 90;

/** An authority of this installation, that the centre's own phones trust. */
export type Authority = {
  readonly certificate: X509Certificate;
  readonly key: CryptoKey;
  /** What the phone installs. */
  readonly der: Buffer;
  /** SHA-256 of it, "A1:B2:…", to be compared by eye. */
  readonly fingerprint: string;
};

/** Certificate and key in PEM, as a TLS server takes them. */
export type Leaf = { readonly cert: string; readonly key: string };

/** Certificates are for phones, whose clocks do not travel with the product's (`--now`). */
const trueNow = (): number => performance.timeOrigin + performance.now();

/**
 * The authority of a folder; made when there is none, or when it ends before what it would sign. The key is for its owner alone. It can vouch for addresses of
 * private networks and for `localhost` only: whoever steals it cannot pass for a site in the Internet.
 */
export async function ensureAuthority(folder: string): Promise<Authority> {
  const [keyFile, certificateFile] = [join(folder, "authority.key"), join(folder, "authority.crt")];
  if (existsSync(keyFile) && existsSync(certificateFile)) {
    const certificate = new X509Certificate(readFileSync(certificateFile, "utf8"));
    if (certificate.notAfter.getTime() > trueNow() + leafDays * dayMs) {
      const pkcs8 = PemConverter.decodeFirst(readFileSync(keyFile, "utf8"));
      return authorityOf(certificate, await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]));
    }
  }
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const name = `CN=Jobstop ${randomBytes(3).toString("hex")}, O=Jobstop on one machine`;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: aSerialNumber(), name, keys, signingAlgorithm: signing, ...validFor(authorityDays) },
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new Extension(nameConstraints, true, derOfPermitted()),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pkcs8 = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  writeFileSync(keyFile, pkcs8, { mode: 0o600 });
  writeFileSync(certificateFile, certificate.toString("pem"));
  return authorityOf(certificate, keys.privateKey);
}

const authorityOf = (certificate: X509Certificate, key: CryptoKey): Authority => {
  const der = Buffer.from(certificate.rawData);
  return { certificate, key, der, fingerprint: new NodeCertificate(der).fingerprint256 };
};

/** A certificate for these addresses and for `localhost`; its key is never written down. */
export async function issueLeaf({ certificate, key }: Authority, addresses: readonly string[]): Promise<Leaf> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const leaf = await X509CertificateGenerator.create({
    ...{ serialNumber: aSerialNumber(), subject: `CN=${addresses[0] ?? "localhost"}`, issuer: certificate.subject },
    ...{ publicKey: keys.publicKey, signingKey: key, signingAlgorithm: signing, ...validFor(leafDays) },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...[...new Set([...addresses, "127.0.0.1"])].map((value) => ({ type: "ip" as const, value })),
        { type: "dns", value: "localhost" },
      ]),
      await AuthorityKeyIdentifierExtension.create(certificate.publicKey),
    ],
  });
  return {
    cert: leaf.toString("pem"),
    key: PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY"),
  };
}

/** From an hour ago, for a phone whose clock is slow. */
const validFor = (days: number) => ({ notBefore: new Date(trueNow() - dayMs / 24), notAfter: new Date(trueNow() + days * dayMs) });

/** Positive, and of one length. */
const aSerialNumber = (): string => `4${randomBytes(16).toString("hex").slice(1)}`;

const nameConstraints = "2.5.29.30";

/** NameConstraints (RFC 5280, 4.2.1.10) with permitted subtrees alone, which the library has no class for. */
const derOfPermitted = (): Uint8Array<ArrayBuffer> => {
  const tlv = (tag: number, ...content: number[]): number[] => [tag, content.length, ...content];
  const subtree = (tag: number, name: readonly number[]) => tlv(0x30, ...tlv(tag, ...name));
  const localhost = subtree(0x82, [...Buffer.from("localhost")]);
  const networks = privateNetworks.flatMap(({ network, mask }) => subtree(0x87, [...network, ...mask]));
  return Uint8Array.from(tlv(0x30, ...tlv(0xa0, ...localhost, ...networks)));
};
