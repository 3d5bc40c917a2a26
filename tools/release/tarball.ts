import { readFile } from "node:fs/promises";

/** A package as npm packs it. */
export interface Tarball {
  readonly packedBytes: number;
  /** Every file's text, by its path in the package. */
  readonly files: ReadonlyMap<string, string>;
}

export async function readTarball(file: string): Promise<Tarball> {
  const bytes = await readFile(file);
  // An ES module, which knows how to read tarballs of npm's anyway.
  const { createPackageFromTarballData } = await import("@arethetypeswrong/core");
  const contents = createPackageFromTarballData(bytes);
  const root = `/node_modules/${contents.packageName}/`;
  const paths = contents.listFiles().toSorted();
  return {
    packedBytes: bytes.length,
    files: new Map(paths.map((path) => [path.slice(root.length), contents.readFile(path)])),
  };
}

export function unpackedBytes({ files }: Tarball): number {
  return [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Such as `312.4 kB packed, 1,203.0 kB unpacked, 345 files`. */
export function describeTarball(tarball: Tarball): string {
  const sizes = [tarball.packedBytes, unpackedBytes(tarball)].map(kilobytes);
  return `${sizes[0]} packed, ${sizes[1]} unpacked, ${tarball.files.size} files`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} kB`;
}
