import type { ResourceSnapshot } from "./events";

export interface ResourceInState extends ResourceSnapshot {
  urn: string;
  type: string;
  protect?: boolean;
  /** The URNs of those that it needs. */
  dependencies?: readonly string[];
}

/** What Pulumi keeps of a stack. */
export interface State {
  /** As it was written. */
  readonly text: string;
  /** The resources that the program declared, without the stack and the default providers. */
  readonly resources: ResourceInState[];
  /** What the engine had begun, and doesn't know the end of. */
  readonly pending: { readonly type: string; readonly resource: { readonly urn: string } }[];
  /** What the program exports. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The resource of that name in the program. @throws where there is none, or more than one */
  resource(name: string): ResourceInState;
}

export function readState(text: string): State {
  const { deployment } = JSON.parse(text) as {
    deployment: { resources?: ResourceInState[]; pending_operations?: State["pending"] };
  };
  const everything = deployment.resources ?? [];
  const resources = everything.filter(({ type }) => !type.startsWith("pulumi:"));
  return {
    text,
    resources,
    pending: deployment.pending_operations ?? [],
    outputs: everything.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {},
    resource(name) {
      const [found, ...others] = resources.filter(({ urn }) => urn.endsWith(`::${name}`));
      if (!found || others.length > 0) throw new Error(`The state holds not exactly one ${name}: ${text}`);
      return found;
    },
  };
}
