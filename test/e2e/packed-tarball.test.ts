import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { unreachedIn } from "../../tools/build/unreached";
import { describeTarball, readTarball, type Tarball, unpackedBytes } from "../../tools/release/tarball";
import { linksOf } from "../support/markdown";
import { installation } from "./support/installation";

/** A little over what it takes today. What goes beyond has to be worth it to everybody who installs the package. */
const most = { packedBytes: 310_000, unpackedBytes: 1_150_000, files: 325 };

describe("the tarball that is published", () => {
  let file = "";
  let tarball: Tarball;
  before(async () => {
    const { folder } = installation();
    const [found = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
    file = path.join(folder, found);
    tarball = await readTarball(file);
  });

  it("is no larger than it has to be", () => {
    console.log(`      ${describeTarball(tarball)}`);
    assert.ok(tarball.packedBytes <= most.packedBytes, `it may be ${most.packedBytes} B packed`);
    assert.ok(unpackedBytes(tarball) <= most.unpackedBytes, `it may be ${most.unpackedBytes} B unpacked`);
    assert.ok(tarball.files.size <= most.files, `it may have ${most.files} files`);
  });

  it("holds code with its types, documentation, and examples to copy", () => {
    const kinds = [
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/,
      /^dist\/.*\.(js|d\.ts)$/,
      /^docs\/([\w-]+\.md|report\.schema\.json|iam\/[\w-]+\.json)$/,
      /^examples\/pull-request\/(github|gitlab)\.yml$/,
    ];
    const others = [...tarball.files.keys()].filter((name) => !kinds.some((kind) => kind.test(name)));
    assert.deepEqual(others, []);
  });

  it("holds all that package.json lists", () => {
    const { files } = JSON.parse(tarball.files.get("package.json") ?? "{}") as { files: string[] };
    const listed = files.filter((pattern) => !pattern.startsWith("!"));
    const names = [...tarball.files.keys()];
    assert.deepEqual(
      listed.filter((entry) => !names.some((name) => name === entry || name.startsWith(`${entry}/`))),
      [],
    );
  });

  it("holds no page about what isn't in it", () => {
    const pages = [...tarball.files.keys()].filter((name) => /^docs\/.*\.(md|svg)$/.test(name));
    assert.deepEqual(
      pages.filter((name) => /benchmarks|fleet/.test(name)),
      [],
    );
  });

  it("holds no code, and no types, that nothing leads to", () => {
    assert.deepEqual(unreachedIn(tarball.files), []);
  });

  it("links to what it holds, and to the repository only where it says so", () => {
    assertToldOfRepository((block, page) =>
      linksOf(block).filter((link) => !leadsInside(link, page, tarball)),
    );
  });

  it("names the repository's own commands only where it says so", () => {
    assertToldOfRepository((block) => block.match(/\bnpm (run [\w:]+|pack)\b/g) ?? []);
  });

  /** What an installed copy doesn't have is told of beside the word that says where it is. */
  function assertToldOfRepository(outsideIn: (block: string, page: string) => readonly string[]): void {
    for (const [page, text] of tarball.files) {
      if (!page.endsWith(".md")) continue;
      for (const [block, introduction] of blocksOf(text)) {
        const outside = outsideIn(block, page);
        if (outside.length === 0) continue;
        assert.match(`${introduction} ${block}`, /\b(this|the)\s+repository\b/, `${page}: ${outside}`);
      }
    }
  }

  it("has no script that npm would run, or ask about, where the package is installed", () => {
    const { scripts } = JSON.parse(tarball.files.get("package.json") ?? "{}") as { scripts: object };
    const run = ["preinstall", "install", "postinstall", "prepare"];
    assert.deepEqual(
      run.filter((name) => Object.hasOwn(scripts, name)),
      [],
    );
  });

  it("has nothing that publint would have otherwise", async () => {
    const { publint } = await import("publint");
    const { formatMessage } = await import("publint/utils");
    const { buffer, byteOffset, byteLength } = await readFile(file);
    const packed = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  it("has types that are right for every way to resolve a module", async () => {
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const checked = await checkPackage(createPackageFromTarballData(await readFile(file)));
    assert.ok(checked.types);
    const { exports } = JSON.parse(tarball.files.get("package.json") ?? "{}") as { exports: object };
    assert.deepEqual(Object.keys(checked.entrypoints), Object.keys(exports));
    assert.deepEqual(checked.problems, []);
  });
});

/** What stands between empty lines, each with what introduces it when that ends with a colon. */
function blocksOf(markdown: string): [block: string, introduction: string][] {
  const blocks = markdown.split(/\n{2,}/);
  return blocks.map((block, index) => {
    const before = blocks[index - 1] ?? "";
    return [block, before.trimEnd().endsWith(":") ? before : ""];
  });
}

function leadsInside(link: string, page: string, { files }: Tarball): boolean {
  const [target = ""] = link.split("#");
  if (target === "" || /^https?:/.test(target)) return true;
  const wanted = path.posix.join(path.posix.dirname(page), target);
  return [...files.keys()].some((name) => name === wanted || name.startsWith(`${wanted}/`));
}
