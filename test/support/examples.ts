import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A folder of `examples/`. */
export interface Example {
  readonly name: string;
  readonly folder: string;
  /** Whether `pulumi up` in its folder runs it. */
  readonly isProgram: boolean;
  has(file: string): boolean;
  text(file: string): string;
  /** The texts of its files, by their names. */
  files(): Readonly<Record<string, string>>;
  /** The paths of its TypeScript. */
  sources(): string[];
}

const folder = path.join(__dirname, "../../examples");

/** All that there are, whatever they are called. */
export const examples: readonly Example[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => exampleIn(path.join(folder, name)));

/** @throws where there is none */
export function exampleCalled(name: string): Example {
  const found = examples.find((example) => example.name === name);
  if (!found) throw new Error(`There is no examples/${name}.`);
  return found;
}

function exampleIn(folder: string): Example {
  const text = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const names = (): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      // What somebody's own stacks have left there isn't the example's.
      .filter(({ name }) => !/^Pulumi\..+\.yaml$/.test(name))
      .map(({ name }) => name);
  const has = (file: string): boolean => existsSync(path.join(folder, file));
  return {
    name: path.basename(folder),
    folder,
    isProgram: has("index.ts"),
    has,
    text,
    files: () => Object.fromEntries(names().map((name) => [name, text(name)])),
    sources: () =>
      names()
        .filter((name) => name.endsWith(".ts"))
        .map((name) => path.join(folder, name)),
  };
}
