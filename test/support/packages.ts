import { readFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";

/** What of a package.json is of interest here. */
export interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Of this repository. */
export const ownManifest = JSON.parse(
  readFileSync(path.join(__dirname, "../../package.json"), "utf8"),
) as Manifest;

/** The names of the packages that files import something of. */
export function packagesImportedBy(files: readonly string[]): Set<string> {
  const imported = files.flatMap((file) => ts.preProcessFile(readFileSync(file, "utf8")).importedFiles);
  const packages = imported
    .map(({ fileName }) => fileName)
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return new Set(packages);
}

/** The names that a package's scripts are made of, packages' among them. */
export function namesInScripts({ scripts = {} }: Manifest): Set<string> {
  return new Set(Object.values(scripts).flatMap((script) => script.split(/[\s/]+/)));
}
