import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { Diagnostic } from "../provider/errors/diagnostic";
import { previewFile } from "./diagnostics";

const state = z.object({
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
  delete: z.boolean().optional(),
  external: z.boolean().optional(),
  pendingReplacement: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  sourcePosition: z.string().optional(),
}) satisfies z.ZodType<ResourceState>;

const step = z.object({
  op: z.string(),
  urn: z.string(),
  oldState: state.nullish(),
  newState: state.nullish(),
  replaceReasons: z.array(z.string()).nullish(),
}) satisfies z.ZodType<PreviewStep>;

const preview = z.object({
  config: z.record(z.string(), z.unknown()).nullish(),
  steps: z.array(step).nullish(),
  diagnostics: z.array(z.object({ message: z.string(), severity: z.string().optional() })).nullish(),
});

/** A resource before or after a step. Secrets in it are the text `[secret]`. */
export interface ResourceState {
  /** What the cloud calls it; left out before it is created. */
  id?: string | undefined;
  /** What the program gives it. */
  inputs?: Record<string, unknown> | undefined;
  /** What is known of it beside that. */
  outputs?: Record<string, unknown> | undefined;
  /** What an earlier run has replaced, and not deleted yet. */
  delete?: boolean | undefined;
  /** Only read, and managed elsewhere. */
  external?: boolean | undefined;
  /** In a preview: it goes before its successor comes. */
  pendingReplacement?: boolean | undefined;
  /** It stays in the cloud when it leaves the stack. */
  retainOnDelete?: boolean | undefined;
  /** Where the program declares it, such as `project:///index.ts#12,1`. */
  sourcePosition?: string | undefined;
}

/** What the engine intends with one resource. */
export interface PreviewStep {
  /** The engine's word for it, such as `create`, `update`, `replace`, `delete-replaced` or `same`. */
  op: string;
  /** The resource's URN, which ends with its type and name. */
  urn: string;
  /** The resource before; none where it is created. */
  oldState?: ResourceState | null | undefined;
  /** The resource afterwards; none where it is deleted. */
  newState?: ResourceState | null | undefined;
  /** The paths of the inputs because of which it is replaced. */
  replaceReasons?: string[] | null | undefined;
}

/** What `pulumi preview --json` prints, as far as it is read here. */
export interface Preview {
  /** Of every resource that the engine looked at, in its order. */
  readonly steps: readonly PreviewStep[];
  /** The stack's own Region, where a domain tells none. */
  readonly region?: string;
  /** Why the preview failed; it is then not whole. */
  readonly errors: readonly string[];
}

/**
 * Reads a preview.
 *
 * @param text what `pulumi preview --json` prints on its stdout
 * @throws Error that says what else the text is, or that the preview failed before its first step
 */
export function readPreview(text: string): Preview {
  if (text.trim() === "") throw new Diagnostic(previewFile.nothing());
  const { steps, diagnostics, config } = parsed(text);
  const region = config?.["aws:region"];
  const errors = (diagnostics ?? []).filter(({ severity }) => severity?.startsWith("error"));
  if (!steps && errors.length === 0) {
    throw diagnostics
      ? new Diagnostic(previewFile.failedEarly())
      : notAPreview("it has neither steps nor diagnostics");
  }
  return {
    steps: steps ?? [],
    ...(typeof region === "string" && { region }),
    errors: errors.map(({ message }) =>
      stripVTControlCharacters(message)
        .replace(/^error: /, "")
        .trim(),
    ),
  };
}

function parsed(text: string): z.infer<typeof preview> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw isStream(text) ? new Diagnostic(previewFile.stream()) : notAPreview((error as Error).message);
  }
  const read = preview.safeParse(value);
  if (read.success) return read.data;
  throw notAPreview(z.prettifyError(read.error).replaceAll(/\s*\n\s*/g, " "));
}

/** An event on each line. */
function isStream(text: string): boolean {
  return /^\s*\{"sequence":\d+,/.test(text);
}

function notAPreview(problem: string): Diagnostic {
  return new Diagnostic(previewFile.noPreview({ problem }));
}
