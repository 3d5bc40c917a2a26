import type { Declaration } from "../../code/typescript";
import { secretsIn, withoutSecrets } from "../secret";
import type { StateResource } from "./pulumi-state";
import { isStack, partsOf, shownUrn } from "./urn";

/** A domain of this package as a program declares it, as far as Pulumi's state tells. */
export function declarationIn(resource: StateResource): Declaration {
  const { urn, parent, protect, dependencies = [] } = resource;
  const { __provider: _, ...inputs } = resource.inputs ?? {};
  return {
    name: partsOf(urn).name,
    inputs: withoutSecrets(inputs),
    options: {
      ...(parent !== undefined && !isStack(parent) && { parent: partsOf(parent).name }),
      ...(protect && { protect }),
    },
    comments: [
      ...dependencies.map(
        (source) => `It depends on ${shownUrn(source)}: keep your program's own expression.`,
      ),
      ...secretsIn(inputs).map(
        (path) => `TODO: ${path} is a secret: keep your program's own expression there.`,
      ),
      ...(parent === undefined || isStack(parent) ? [] : [`The parent is ${shownUrn(parent)}.`]),
      ...(protect
        ? ["Leave protect out where the program didn't have it before: pulumi up notes that."]
        : []),
    ],
  };
}
