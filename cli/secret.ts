import { isValues, type Values } from "../provider/values";

/** Source: @pulumi/pulumi, runtime/rpc, `specialSigKey` and `specialSecretSig`. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What is secret among the inputs and the outputs of a domain: paths such as `customDomainConfig.certificateArn`. */
export interface Secrets {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Whether it stands for a secret, encrypted or not, as Pulumi's states have them. */
export function isSecret(value: unknown): boolean {
  return isValues(value) && value[signatureKey] === secretSignature;
}

/** A secret that Pulumi encrypts when it takes a state or an import file with it. */
export function secretOf(value: unknown): Values {
  return { [signatureKey]: secretSignature, plaintext: JSON.stringify(value) };
}

/** The values with those at these paths, such as `customDomainConfig.certificateArn`, made secrets. */
export function withSecrets(values: Values, paths: readonly string[]): Values {
  return paths.reduce((marked, path) => withSecret(marked, path.split(".")), values);
}

/** The values with an empty text, which no preview accepts, in the place of each secret. */
export function withoutSecrets(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => {
    if (isSecret(value)) return [name, ""];
    return [name, isValues(value) ? withoutSecrets(value) : value];
  });
  return Object.fromEntries(entries);
}

/** The paths of all that is secret in the values. */
export function secretsIn(values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (isSecret(value)) return [name];
    return isValues(value) ? secretsIn(value).map((path) => `${name}.${path}`) : [];
  });
}

function withSecret(values: Values, [name = "", ...rest]: readonly string[]): Values {
  const value = values[name];
  if (value === undefined || isSecret(value)) return values;
  if (rest.length === 0) return { ...values, [name]: secretOf(value) };
  return isValues(value) ? { ...values, [name]: withSecret(value, rest) } : values;
}
