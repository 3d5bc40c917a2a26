import { type FileHandle, open, rm } from "node:fs/promises";
import { providerReference, resourceType } from "../provider/resource-type";
import type { Values } from "../provider/values";

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
  parent?: string,
): ImportedDomain {
  return {
    type: resourceType,
    name,
    id: values.inputs.domain,
    ...(parent !== undefined && { parent }),
    inputs: { ...values.inputs, __provider: providerReference },
    outputs: { ...values.outputs, __provider: providerReference },
  };
}

/** Fails where `writeImportFile` would, before anything is done for what it is to write. */
export async function requireFree(path: string): Promise<void> {
  await (await create(path)).close();
  await rm(path);
}

/** Writes a file that isn't there yet: whatever has the name already is somebody's. */
export async function writeImportFile(path: string, file: ImportFile): Promise<void> {
  const created = await create(path);
  try {
    await created.writeFile(`${JSON.stringify(file, undefined, 2)}\n`);
  } catch (error) {
    // A part of it is worse than none.
    await rm(path, { force: true });
    throw unwritable(path, error);
  } finally {
    await created.close();
  }
}

async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(path, error);
    throw new Error(
      `${path} is there already, and isn't overwritten: remove it, or name another with --out.`,
    );
  }
}

function unwritable(path: string, error: unknown): Error {
  return new Error(`${path} can't be written (${(error as Error).message}): name another with --out.`);
}
