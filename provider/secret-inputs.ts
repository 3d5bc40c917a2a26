import * as pulumi from "@pulumi/pulumi";

/**
 * The paths of what a program has made secret, such as `customDomainConfig.certificateArn`; nothing where nothing is.
 * Pulumi gives secrets to a provider as plain values, and a check that doesn't know them would repeat them in its errors.
 */
export function secretInputsAmong(args: object): pulumi.Output<string[] | undefined> | undefined {
  if (isPlain(args)) return undefined;
  const paths = secretsIn(args, "").then((found) => (found.length > 0 ? found : undefined));
  // What is wrong with a value is told by who registers it.
  return pulumi.output(paths.catch(() => undefined));
}

/** Whether nothing in it has to be waited for. Then nothing is secret, and no time is spent on finding that out. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return false;
  return Object.values(value).every(isPlain);
}

async function secretsIn(value: unknown, path: string): Promise<string[]> {
  if (pulumi.Output.isInstance(value)) return (await pulumi.isSecret(value)) ? [path] : [];
  if (value instanceof Promise) return secretsIn(await value, path);
  if (typeof value !== "object" || value === null) return [];
  const members = Object.entries(value).map(([name, member]) =>
    secretsIn(member, path === "" ? name : `${path}.${name}`),
  );
  return (await Promise.all(members)).flat();
}
