import { InvalidArgumentError } from "commander";
import { isReference } from "../../code/reserved-words";

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
  throw new InvalidArgumentError(
    "Expected what the program calls the parent and its URN, in quotes because of the $, and no word of the language for a name: 'app=urn:pulumi:dev::shop::acme:App::app'. The URNs are shown by: pulumi stack --show-urns",
  );
}
