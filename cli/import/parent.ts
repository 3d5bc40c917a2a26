import { isReference } from "../../code/reserved-words";
import { notUnderstood } from "../not-understood";
import { importOptions } from "./diagnostics";

/** The resource that the domains are children of. */
export interface Parent {
  /** What the program calls it. */
  readonly name: string;
  readonly urn: string;
}

/** Reads `name=urn`, the form that `pulumi import --parent` takes. @throws InvalidArgumentError for what no code can say */
export function readParent(text: string): Parent {
  const [, name, urn] = /^([^=]*)=(urn:pulumi:[^:]+::[^:]+::.+::.+)$/.exec(text) ?? [];
  if (name !== undefined && urn !== undefined && isReference(name)) return { name, urn };
  throw notUnderstood(importOptions.parent());
}
