import * as z from "zod";
import type { Wording } from "../provider/errors/diagnosis";
import { UnfitValue } from "./unfit-value";

/**
 * Takes a value from outside for what its schema says.
 *
 * @param complaint words what is wrong with it, which is said as sentences: where, with which value, and why
 * @throws UnfitValue
 */
export function explained<T>(
  schema: z.ZodType<T>,
  value: unknown,
  complaint: (given: { problem: string }) => Wording,
): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new UnfitValue(complaint({ problem: `${result.error.issues.map(reason).join(". ")}.` }));
}

function reason({ path, input, message }: z.core.$ZodIssue): string {
  if (path.length === 0) return message;
  const value = typeof input === "string" ? JSON.stringify(input) : String(input);
  const isShown = typeof input !== "object" && input !== undefined;
  return `${z.core.toDotPath(path)}${isShown ? ` (${value})` : ""}: ${message}`;
}
