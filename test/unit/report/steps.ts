import type { DomainInputs } from "../../../provider/inputs";
import { providerReference, resourceType } from "../../../provider/resource-type";
import type { Preview, PreviewStep, Report, ResourceState } from "../../../report/index";
import { reportOn } from "../../../report/index";
import { stateOf } from "../provider/support";

export const urn = (name: string, type = resourceType) => `urn:pulumi:dev::shop::${type}::${name}`;

/** A resource as a preview has it before a step, with what the service had reported. */
export function stateBefore(inputs: DomainInputs, more: Partial<ResourceState & { status: string }> = {}) {
  const { status, ...state } = more;
  const outputs = { ...stateOf(inputs), ...(status !== undefined && { status }) };
  return { ...withReference(inputs, outputs), id: inputs.domain, ...state };
}

/** A resource as a preview has it after a step: with what the program gives. */
export function stateAfter(inputs: Partial<Record<keyof DomainInputs, unknown>>): ResourceState {
  return { inputs: { ...inputs, __provider: providerReference }, sourcePosition: "project:///index.ts#12,1" };
}

function withReference(inputs: DomainInputs, outputs: object): ResourceState {
  const reference = { __provider: providerReference };
  return { inputs: { ...inputs, ...reference }, outputs: { ...outputs, ...reference } };
}

export function step(op: string, more: Partial<PreviewStep> = {}): PreviewStep {
  return { op, urn: urn("login"), ...more };
}

/** The report on a preview with these steps, behind that of the stack itself. */
export function reportOf(steps: readonly PreviewStep[], more: Partial<Preview> = {}): Report {
  const stack = { op: "same", urn: urn("shop-dev", "pulumi:pulumi:Stack") };
  return reportOn({ steps: [stack, ...steps], errors: [], ...more });
}

/** The one domain of a report. */
export function changeOf(steps: readonly PreviewStep[], more: Partial<Preview> = {}) {
  const [change, ...others] = reportOf(steps, more).domains;
  if (!change || others.length > 0) throw new Error("The report has not exactly one domain.");
  return change;
}
