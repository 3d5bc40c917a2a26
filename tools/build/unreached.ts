import path from "node:path";

/**
 * The files of a built package that neither Node.js nor a compiler would ever read, starting from what its package.json
 * exports and what it puts into the shell: types of code that is not for users, and the empty code of mere types.
 *
 * @param files every file's text, by its path in the package
 * @throws Error where an entry isn't among them
 */
export function unreachedIn(files: ReadonlyMap<string, string>): string[] {
  const { exports, bin } = JSON.parse(files.get("package.json") ?? "{}") as {
    exports?: object;
    bin?: object;
  };
  const reached = new Set<string>();
  const visit = (file: string): void => {
    const text = files.get(file);
    if (text === undefined || reached.has(file)) return;
    reached.add(file);
    for (const target of importedIn(text)) {
      const module = path.posix.join(path.posix.dirname(file), target);
      for (const candidate of [module, `${module}/index`]) visit(candidate + endingOf(file));
    }
  };
  // Paths begin with ./ among the exports, and npm has them without in bin.
  for (const [, entry = ""] of JSON.stringify([exports, bin]).matchAll(/"(?:\.\/)?(dist\/[^"]*)"/g)) {
    if (!files.has(entry)) throw new Error(`package.json leads to ${entry}, which isn't built.`);
    visit(entry);
  }
  return [...files.keys()].filter((file) => file.startsWith("dist/") && !reached.has(file));
}

/** Types lead to types, and code to code. */
function endingOf(file: string): ".d.ts" | ".js" {
  return file.endsWith(".d.ts") ? ".d.ts" : ".js";
}

/** As TypeScript writes them. */
function importedIn(text: string): string[] {
  const imports = text.matchAll(/(?:\brequire\(|\bimport\(|\bfrom |\bimport )"(\.{1,2}(?:\/[^"]*)?)"/g);
  return [...imports].map(([, target = ""]) => target);
}
