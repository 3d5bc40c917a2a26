import { readFileSync, statSync } from "node:fs";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { reading } from "./diagnostics";

/**
 * In bytes: many times what a request can have, comments included. A parser that looks for mistakes takes seconds for
 * five times as much, and minutes for the state of a stack that came here by mistake.
 */
export const longestRequest = 20_000;

/** @throws Diagnostic that says why a request can't be read from the file */
export function textOfFile(path: string): string {
  try {
    requireLength(statSync(path).size, longestRequest);
    const bytes = readFileSync(path);
    requireLength(bytes.length, longestRequest);
    return decoded(bytes);
  } catch (error) {
    throw new Diagnostic(reading.unreadable({ what: path, problem: (error as Error).message }));
  }
}

/** What is piped in, or typed until Ctrl-D. @throws Diagnostic when it is no text, or longer than that many bytes */
export async function textOfStandardInput(longest = Number.POSITIVE_INFINITY): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Reading standard input, until Ctrl-D.\n");
  try {
    return decoded(await bytesOf(process.stdin, longest));
  } catch (error) {
    const problem = (error as Error).message;
    throw new Diagnostic(reading.unreadable({ what: "Standard input", problem }));
  }
}

/** The value of an option of the AWS CLI: one that begins with `file://` is in that file. */
export function textOfOption(value: string): string {
  if (value.startsWith("file://")) return textOfFile(value.slice("file://".length));
  requireLength(value.length, longestRequest);
  return value;
}

/** UTF-8, or UTF-16 as PowerShell writes it, which begins with a mark. A mark is no part of the text. */
export function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** Reads no further than it has to, so that what never ends is refused as well. */
async function bytesOf(input: AsyncIterable<Buffer>, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    length += chunk.length;
    requireLength(length, longest);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function requireLength(bytes: number, longest: number): void {
  if (bytes <= longest) return;
  throw new Diagnostic(reading.tooLong({ kilobytes: longest / 1000 }));
}
