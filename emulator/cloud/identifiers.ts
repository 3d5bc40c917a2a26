import { createHash } from "node:crypto";

/**
 * Names that look random and are not: the same seed gives the same name, so that a failing test can be run
 * again and meets the same identifiers.
 *
 * @param length at most 32 characters
 */
export function randomLooking(seed: string, alphabet: string, length: number): string {
  return Array.from(digest(seed).subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join(
    "",
  );
}

/** A UUID, by the same rule. */
export function uuidLooking(seed: string): string {
  const hex = digest(seed).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

/** A number of at least 0 and below 1, by the same rule. */
export function fractionLooking(seed: string): number {
  return digest(seed).readUInt32BE() / 2 ** 32;
}

export const lowerCaseAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
export const upperCaseAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function digest(seed: string): Buffer {
  return createHash("sha256").update(seed).digest();
}
