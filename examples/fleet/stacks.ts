import { execFile } from "node:child_process";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Deployment, LocalWorkspace, StackNotFoundError } from "@pulumi/pulumi/automation";
import { domainType } from "./program";
import { newFolder } from "./work-folders";

/** A domain as a stack's state has it. */
export interface HeldDomain {
  readonly urn: string;
  readonly type: string;
  /** The tenant's, unless somebody has renamed it in the list. */
  readonly name: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Whether its last create, update or replacement didn't come to its end. */
  readonly isUnfinished: boolean;
}

export interface StackState {
  readonly domains: readonly HeldDomain[];
  /** Domains that were replaced, and are still to be deleted. */
  readonly condemned: readonly HeldDomain[];
  /** The URNs of resources that are no domains, and not Pulumi's own. */
  readonly others: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Whether a run ended in the middle of something, and the engine doesn't know what became of it. */
  readonly isInterrupted: boolean;
}

/**
 * A workspace for this process alone: the CLI writes files into it, and other processes read theirs at the same time.
 * It lies below this folder, because Pulumi's plugin finds the installed provider from there.
 */
export async function openWorkspace(): Promise<LocalWorkspace> {
  const workDir = newFolder(path.join(__dirname, ".work"));
  copyFileSync(path.join(__dirname, "Pulumi.yaml"), path.join(workDir, "Pulumi.yaml"));
  return LocalWorkspace.create({ workDir }).catch((error: Error) => {
    if (!error.message.includes("spawn pulumi ENOENT")) throw error;
    throw new Error("The Pulumi CLI isn't on PATH: install it (https://www.pulumi.com/docs/install).");
  });
}

/**
 * What a stack's state holds; undefined where there is no such stack. Stacks are asked for by name, and never listed:
 * a list reads every state, and with PostgreSQL some CLIs never end it (docs/fleet.md).
 */
export async function readStack(workspace: LocalWorkspace, stack: string): Promise<StackState | undefined> {
  try {
    return stateIn(await workspace.exportStack(stack));
  } catch (error) {
    if (error instanceof StackNotFoundError) return undefined;
    throw error;
  }
}

/** Runs a command that the Automation API doesn't have. */
export async function pulumi(workspace: LocalWorkspace, ...args: string[]): Promise<void> {
  await promisify(execFile)("pulumi", [...args, "--non-interactive"], { cwd: workspace.workDir });
}

interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: HeldDomain["inputs"];
  readonly outputs?: HeldDomain["outputs"];
  readonly initErrors?: readonly string[];
  /** It was replaced, and is to be deleted. */
  readonly delete?: boolean;
  /** It was deleted, and its replacement isn't there yet. */
  readonly pendingReplacement?: boolean;
}

export function stateIn({ deployment }: Deployment): StackState {
  const { resources = [], pending_operations = [] } = (deployment ?? {}) as {
    resources?: Resource[];
    pending_operations?: unknown[];
  };
  const domains = resources.filter(({ type }) => type === domainType);
  const others = resources.filter(({ type }) => type !== domainType && !type.startsWith("pulumi:"));
  return {
    domains: domains.filter((resource) => !resource.delete).map(asDomain),
    condemned: domains.filter((resource) => resource.delete).map(asDomain),
    others: others.map(({ urn }) => urn),
    outputs: resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {},
    isInterrupted: pending_operations.length > 0,
  };
}

function asDomain(resource: Resource): HeldDomain {
  const {
    urn,
    type,
    id = "",
    inputs = {},
    outputs = {},
    initErrors = [],
    pendingReplacement = false,
  } = resource;
  const isUnfinished = initErrors.length > 0 || pendingReplacement;
  return { urn, type, name: nameIn(urn), id, inputs, outputs, isUnfinished };
}

/** The resource's name in the program. */
export function nameIn(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
