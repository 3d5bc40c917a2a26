/**
 * What the engine hands a provider in preview in place of a value that only `pulumi up` will know, whatever its
 * type. It is `pulumi.runtime.unknownValue`, written out so that planning needs nothing of `@pulumi/pulumi`; a test
 * holds the two together.
 */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isUnknown(value: unknown): boolean {
  return value === unknownValue;
}
