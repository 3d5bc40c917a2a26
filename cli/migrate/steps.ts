import { quoted } from "../../code/aws-cli";
import { withRecentPulumi } from "../oldest-pulumi";
import type { OldDomain } from "./old-domain";
import { wayBack } from "./put-back";
import { shownUrn } from "./urn";

/** Something to do by hand. */
export interface Step {
  readonly what: string;
  /** To be pasted into a POSIX shell. */
  readonly command?: string;
  /** The command that undoes it and all that follows. */
  readonly back?: string;
}

/** What the steps for a Pulumi state depend on. */
export interface PulumiMigration {
  readonly stack: string;
  /** Options of the command that lead to AWS. */
  readonly access: string;
  /** Where the state is kept. */
  readonly backup: string;
  /** The URNs of what refers to an old domain. */
  readonly dependents: readonly string[];
}

/**
 * One step takes the old ones out of the state and the new ones in. With an import before the removal, both would be in
 * the state for a while, and each deploy would delete the one that its program doesn't know: protection doesn't last,
 * since every deploy sets it anew for what its program does know.
 *
 * The program changes last. Until then whoever runs `pulumi up` has the old one, which creates domains that exist.
 */
export function stepsInPulumi({ stack, access, backup, dependents }: PulumiMigration): Step[] {
  const migrate = words("npx cognito-domain migrate", onStack(stack), access, "--print-state");
  return [
    {
      what: "Keep the state, in a file that only you can read",
      command: `(umask 077 && pulumi stack export ${onStack(stack)} --file ${quoted(backup)})`,
      back: wayBack(stack, backup),
    },
    {
      what: `Put the new ones into the state in the place of the old, protected until the last step${dependents.length === 0 ? "" : `. What refers to the old ones refers to the new ones then: ${dependents.map(shownUrn).join(", ")}`}`,
      command: `${migrate} | pulumi stack import ${onStack(stack)}`,
    },
    ...stepsAfterExchange(stack),
  ];
}

/** What is left once the new ones are in the state; `kept` is the file with the state from before. */
export function stepsAfterExchange(stack: string, kept?: string): Step[] {
  const preview = previewStep(stack);
  return [
    {
      what: "Put the code in the place of aws.cognito.UserPoolDomain in the program. Of its outputs, cloudfrontDistribution is cloudFrontDistribution here, and cloudfrontDistributionZoneId is cloudFrontHostedZoneId",
    },
    { ...preview, ...(kept !== undefined && { back: wayBack(stack, kept) }) },
    upStep(stack),
  ];
}

/** Terraform forgets a domain before its configuration does, which would have it deleted. */
export function stepsFromTerraform(file: string, olds: readonly OldDomain[]): Step[] {
  const addresses = olds.map(({ address }) => quoted(address));
  return [
    { what: "Put the code into the program" },
    {
      what: `Take the new ones into the state, ${withRecentPulumi}; protected, so that a pulumi up in between fails rather than deletes`,
      command: `pulumi import --file ${quoted(file)} --generate-code=false --protect=true --yes`,
    },
    previewStep(),
    {
      what: "In the folder of the configuration, have Terraform forget the domains (OpenTofu: tofu state rm)",
      command: `terraform state rm ${addresses.join(" ")}`,
    },
    {
      what: "Only then take their resource blocks out of the configuration: an apply deletes what is taken out before",
    },
    upStep(),
  ];
}

function previewStep(stack?: string): Step {
  return {
    what: "See that nothing changes",
    command: words("pulumi preview", onStack(stack), "--expect-no-changes"),
  };
}

function upStep(stack?: string): Step {
  return {
    what: "Note in the state what the program says, such as what is protected; the domains are left alone",
    command: words("pulumi up", onStack(stack), "--yes"),
  };
}

function onStack(stack: string | undefined): string {
  return stack === undefined ? "" : `--stack ${quoted(stack)}`;
}

function words(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
