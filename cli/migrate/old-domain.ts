import type { Wording } from "../../provider/errors/diagnosis";
import type { Secrets } from "../secret";

/** A domain in the state of another tool, as far as that state tells. */
export interface OldDomain {
  /** How the tool calls it: a URN of Pulumi's, or an address of Terraform's. */
  readonly address: string;
  /** What the resource is called in the program that takes it over. */
  readonly name: string;
  readonly domain: string;
  /** Left out where it is encrypted. */
  readonly userPoolId?: string;
  /** The account of the user pool, 12 digits. */
  readonly awsAccountId?: string;
  readonly certificateArn?: string;
  /** Left out where the program left it to the service, and where it is encrypted. */
  readonly managedLoginVersion?: number;
  /** Where its calls went. */
  readonly region?: string;
  /** The URN of the parent, where that isn't the stack itself. */
  readonly parent?: string;
  readonly protect?: true;
  /** What was secret of it, where that stands among the inputs and outputs of a successor. */
  readonly secrets: Secrets;
  /** What a person should know before it is migrated. */
  readonly warnings: readonly Wording[];
  /** What a person should know who reads the new declaration. */
  readonly comments: readonly string[];
}
