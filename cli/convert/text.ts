import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";

/** @throws Error that says why the file can't be read */
export function textOfFile(path: string): string {
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    throw new Error(`${path} can't be read: ${(error as Error).message}`);
  }
}

/** What is piped in, or typed until Ctrl-D. @throws Error when it is no text */
export async function textOfStandardInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Reading standard input, until Ctrl-D.\n");
  const bytes = await buffer(process.stdin);
  try {
    return decoded(bytes);
  } catch (error) {
    throw new Error(`Standard input can't be read: ${(error as Error).message}`);
  }
}

/** The value of an option of the AWS CLI: one that begins with `file://` is in that file. */
export function textOfOption(value: string): string {
  return value.startsWith("file://") ? textOfFile(value.slice("file://".length)) : value;
}

/** UTF-8, or UTF-16 as PowerShell writes it, which begins with a mark. A mark is no part of the text. */
export function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
