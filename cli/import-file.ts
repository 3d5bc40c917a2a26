import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { Diagnostic } from "../provider/errors/diagnostic";
import { providerReference, resourceType } from "../provider/resource-type";
import type { Values } from "../provider/values";
import { anyCommand } from "./diagnostics";
import { notEmpty } from "./not-empty";
import { notUnderstood } from "./not-understood";
import { type Secrets, withSecrets } from "./secret";

/** A domain as a file for `pulumi import --file` has it. With outputs, the engine takes them and reads nothing. */
export interface ImportedDomain {
  readonly type: typeof resourceType;
  /** The name of the resource. */
  readonly name: string;
  readonly id: string;
  /** A name of the file's `nameTable`. */
  readonly parent?: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

/** Source: Pulumi documentation, `pulumi import`, bulk import operations. */
export interface ImportFile {
  /** URNs of resources that are in the state already, by a name for each. */
  readonly nameTable?: Readonly<Record<string, string>>;
  readonly resources: readonly ImportedDomain[];
}

/** The domain of that name, with the values that a program gives and those that the state is to hold. */
export function importedDomain(
  name: string,
  values: { inputs: Values & { domain: string }; outputs: Values },
  { parent, secrets = { inputs: [], outputs: [] } }: { parent?: string; secrets?: Secrets } = {},
): ImportedDomain {
  const { inputs, outputs } = values;
  return {
    type: resourceType,
    name,
    id: inputs.domain,
    ...(parent !== undefined && { parent }),
    inputs: { ...withSecrets(inputs, secrets.inputs), __provider: providerReference },
    // As Pulumi does it itself: an output with the name of a secret input is a secret.
    outputs: {
      ...withSecrets(outputs, [...secrets.inputs, ...secrets.outputs]),
      __provider: providerReference,
    },
  };
}

/** Reads the name of a file to write. @throws InvalidArgumentError */
export function importFileName(text: string): string {
  if (text !== "-") return notEmpty(text);
  throw notUnderstood(anyCommand.standardOutput());
}

/** Fails where `writeImportFile` would, before anything is done for what it is to write. */
export async function requireFree(path: string): Promise<void> {
  await (await create(path)).close();
  await rm(path);
}

/**
 * Writes a file that isn't there yet, for its owner's eyes: whatever else has the name already is somebody's. That it
 * is there just like this, as from an earlier run, is as good.
 */
export async function writeImportFile(path: string, file: ImportFile): Promise<void> {
  const created = await create(path).catch(async (error: Error) => {
    if ((await readFile(path, "utf8").catch(() => undefined)) === textOf(file)) return undefined;
    throw error;
  });
  try {
    await created?.writeFile(textOf(file));
  } catch (error) {
    // A part of it is worse than none.
    await rm(path, { force: true });
    throw unwritable(path, error);
  } finally {
    await created?.close();
  }
}

function textOf(file: ImportFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(path, error);
    throw new Diagnostic(anyCommand.fileIsThere({ path }));
  }
}

function unwritable(path: string, error: unknown): Diagnostic {
  return new Diagnostic(anyCommand.unwritable({ path, problem: (error as Error).message }));
}
