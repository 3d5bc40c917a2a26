import { readFileSync } from "node:fs";
import { Diagnostic } from "../errors/diagnostic";
import { access } from "./diagnostics";

/** Reads a file of certificate authorities. @throws Diagnostic where there is none in it */
export function readBundle(path: string): string {
  const bundle = readText(path);
  if (holdsCertificate(bundle)) return bundle;
  throw new Diagnostic(access.emptyBundle({ path }));
}

/** Node passes over anything else, and then trusts nobody. */
export function holdsCertificate(bundle: string): boolean {
  return bundle.includes("-----BEGIN CERTIFICATE-----");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Diagnostic(access.unreadableBundle({ problem: (cause as Error).message }), { cause });
  }
}
