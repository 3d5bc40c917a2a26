import type { Wording } from "../../errors/diagnosis";

/** Something a reviewer should know before a change is approved. */
export interface Consequence {
  /** `outage`: people can't sign in for a while. `action`: somebody must do something. `notice`: worth knowing. */
  readonly level: "outage" | "action" | "notice";
  /** One or two plain sentences. */
  readonly text: string;
  /** Of an action: what there is to do, in a few words. */
  readonly todo?: string;
  /** The URL of where it is documented. */
  readonly source: string;
}

/** As it is made: in words out of a table. */
export interface WordedConsequence extends Consequence {
  readonly text: Wording;
}

export const levels: readonly Consequence["level"][] = ["outage", "action", "notice"];

export function mostSevereFirst<C extends Consequence>(consequences: readonly C[]): C[] {
  return [...consequences].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

export const sources = {
  api: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html",
  create:
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html",
  delete:
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html",
  domains: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html",
  custom:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html",
  prefix:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html",
  managedLogin:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html",
  federation:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html",
  lingering: "https://github.com/hashicorp/terraform-provider-aws/issues/28124",
  state: "https://www.pulumi.com/docs/iac/concepts/state-and-backends/",
  aliases: "https://www.pulumi.com/docs/iac/concepts/options/aliases/",
  deleteBeforeReplace: "https://www.pulumi.com/docs/iac/concepts/options/deletebeforereplace/",
  import: "https://www.pulumi.com/docs/iac/guides/migration/import/",
  retainOnDelete: "https://www.pulumi.com/docs/iac/concepts/options/retainondelete/",
  dangling: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html",
} as const;
