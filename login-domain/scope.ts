import type * as pulumi from "@pulumi/pulumi";
import type { SharedArgs } from "./args";
import type { LoginDomainTransform } from "./transform";

/** What all resources inside a `LoginDomain` have in common. */
export interface Scope {
  /** The component's, with which theirs begin. */
  readonly name: string;
  readonly parent: pulumi.Resource;
  readonly tags: SharedArgs["tags"];
  readonly transform: LoginDomainTransform;
}
