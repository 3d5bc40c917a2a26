import type * as pulumi from "@pulumi/pulumi";

/** The value of an output, once it is there. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
