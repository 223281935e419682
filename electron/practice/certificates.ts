import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** Certificates of a practice world, all PEM. */
export interface Certificates {
  /** The authority that a client must trust. Its private key was thrown away: it signed these two and nothing else. */
  readonly authority: string;
  readonly key: string;
  readonly certificate: string;
  /** For the same key, but its time is over. */
  readonly expired: string;
}

// Long before and after any clock that this world can have.
const BEGIN = new Date('2020-01-01T00:00:00Z');
const EXPIRED = new Date('2020-12-31T00:00:00Z');
const END = new Date('2049-12-31T00:00:00Z');
const AUTHORITY_NAME = 'Waarmee oefenomgeving';
const IP = 7;
const DNS = 2;

/** Makes an authority, and by it certificates for 127.0.0.1 and localhost (X.509 v3, RFC 5280). */
export function makeCertificates(): Certificates {
  const authority = keyPair();
  const server = keyPair();
  const root = forge.pki.createCertificate();
  root.publicKey = forge.pki.publicKeyFromPem(authority.publicKey);
  root.serialNumber = '01';
  root.validity = { notBefore: BEGIN, notAfter: END };
  const name = [{ name: 'commonName', value: AUTHORITY_NAME }];
  root.setSubject(name);
  root.setIssuer(name);
  root.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  const signer = forge.pki.privateKeyFromPem(authority.privateKey);
  root.sign(signer, forge.md.sha256.create());

  const issue = (serialNumber: string, notAfter: Date): string => {
    const leaf = forge.pki.createCertificate();
    leaf.publicKey = forge.pki.publicKeyFromPem(server.publicKey);
    leaf.serialNumber = serialNumber;
    leaf.validity = { notBefore: BEGIN, notAfter };
    leaf.setSubject([{ name: 'commonName', value: 'localhost' }]);
    leaf.setIssuer(name);
    leaf.setExtensions([
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: IP, ip: '127.0.0.1' },
          { type: DNS, value: 'localhost' },
        ],
      },
    ]);
    leaf.sign(signer, forge.md.sha256.create());
    return forge.pki.certificateToPem(leaf);
  };
  return {
    authority: forge.pki.certificateToPem(root),
    key: server.privateKey,
    certificate: issue('02', END),
    expired: issue('03', EXPIRED),
  };
}

function keyPair(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
