import { createHash } from "node:crypto";

/**
 * Names that look random and are not: the same seed gives the same name, so that a failing test can be run
 * again and meets the same identifiers.
 *
 * @param length at most 32 characters
 */
export function randomLooking(seed: string, alphabet: string, length: number): string {
  const digest = createHash("sha256").update(seed).digest();
  return Array.from(digest.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
}

export const lowerCaseAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
export const upperCaseAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
