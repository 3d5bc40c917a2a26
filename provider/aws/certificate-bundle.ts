import { readFileSync } from "node:fs";
import { Diagnostic } from "../errors/diagnostic";

/** Reads a file of certificate authorities. @throws Diagnostic where there is none in it */
export function readBundle(path: string): string {
  const bundle = readText(path);
  if (holdsCertificate(bundle)) return bundle;
  throw new Diagnostic(
    `The file of certificate authorities ${path} holds no certificate in PEM form. Correct aws:customCaBundle or AWS_CA_BUNDLE`,
  );
}

/** Node passes over anything else, and then trusts nobody. */
export function holdsCertificate(bundle: string): boolean {
  return bundle.includes("-----BEGIN CERTIFICATE-----");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Diagnostic(
      `The file of certificate authorities can't be read: ${(cause as Error).message}. Correct aws:customCaBundle or AWS_CA_BUNDLE`,
      { cause },
    );
  }
}
