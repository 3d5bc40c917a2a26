import * as z from "zod";

/** Takes a value from outside for what its schema says. @throws TypeError that begins with `complaint` and says where and why */
export function explained<T>(schema: z.ZodType<T>, value: unknown, complaint: string): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new TypeError(`${complaint}. ${result.error.issues.map(reason).join(". ")}.`);
}

function reason({ path, input, message }: z.core.$ZodIssue): string {
  if (path.length === 0) return message;
  const value = typeof input === "string" ? JSON.stringify(input) : String(input);
  const isShown = typeof input !== "object" && input !== undefined;
  return `${z.core.toDotPath(path)}${isShown ? ` (${value})` : ""}: ${message}`;
}
