import { quoted } from "../../code/aws-cli";
import type { OldDomain } from "./old-domain";
import { shownUrn } from "./urn";

/** Something to do by hand. */
export interface Step {
  readonly what: string;
  /** To be pasted into a POSIX shell. */
  readonly command?: string;
}

/** What the steps for a Pulumi state depend on. */
export interface PulumiMigration {
  readonly stack: string;
  /** Where the state is kept. */
  readonly backup: string;
  /** The import file; none where an earlier run has imported everything. */
  readonly file?: string;
  readonly olds: readonly OldDomain[];
  /** What refers to an old domain, which `pulumi state delete` refuses then. */
  readonly dependents: readonly string[];
}

/**
 * The program changes last. Until then whoever runs `pulumi up` has the old one, which would delete the new domains,
 * but these are protected, or create the old ones, which exist.
 */
export function stepsInPulumi({ stack, backup, file, olds, dependents }: PulumiMigration): Step[] {
  const onStack = `--stack ${quoted(stack)}`;
  return [
    {
      what: `Keep the state. To go back: pulumi stack import ${onStack} --file ${quoted(backup)}`,
      command: `pulumi stack export ${onStack} --file ${quoted(backup)}`,
    },
    ...(file === undefined ? [] : [importStep(file, onStack)]),
    dependents.length === 0 ? removal(olds, onStack) : removalWithReferences(dependents, onStack),
    {
      what: "Put the code in the place of aws.cognito.UserPoolDomain in the program. Of its outputs, cloudfrontDistribution is cloudFrontDistribution here, and cloudfrontDistributionZoneId is cloudFrontHostedZoneId",
    },
    previewStep(onStack),
    upStep(onStack),
  ];
}

/** Terraform forgets a domain before its configuration does, which would have it deleted. */
export function stepsFromTerraform(file: string, olds: readonly OldDomain[]): Step[] {
  const addresses = olds.map(({ address }) => quoted(address));
  return [
    { what: "Put the code into the program" },
    importStep(file),
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

function importStep(file: string, onStack?: string): Step {
  return {
    what: "Take the new ones into the state; protected, so that a pulumi up in between fails rather than deletes",
    command: words(
      "pulumi import",
      onStack,
      `--file ${quoted(file)} --generate-code=false --protect=true --yes`,
    ),
  };
}

function removal(olds: readonly OldDomain[], onStack: string): Step {
  const urns = olds.map(({ address }) => quoted(address));
  const force = olds.some(({ protect }) => protect) ? "--force" : undefined;
  return {
    what: "Take the old ones out of the state",
    command: words("pulumi state delete", ...urns, onStack, force, "--yes"),
  };
}

function removalWithReferences(dependents: readonly string[], onStack: string): Step {
  return {
    what: `Take the old ones out of the state, and have what refers to them refer to the new ones: ${dependents.map(shownUrn).join(", ")}`,
    command: `npx cognito-domain migrate ${onStack} --remove-old | pulumi stack import ${onStack}`,
  };
}

function previewStep(onStack?: string): Step {
  return {
    what: "See that nothing changes",
    command: words("pulumi preview", onStack, "--expect-no-changes"),
  };
}

function upStep(onStack?: string): Step {
  return {
    what: "Note in the state what the program says, such as what is protected; the domains are left alone",
    command: words("pulumi up", onStack, "--yes"),
  };
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
