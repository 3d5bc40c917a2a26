import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { Diagnostic } from "../provider/errors/diagnostic";
import { previewFile } from "./diagnostics";

const state = z.object({
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
  /** What an earlier run has replaced, and not deleted yet. */
  delete: z.boolean().optional(),
  /** Only read, and managed elsewhere. */
  external: z.boolean().optional(),
  /** In a preview: it goes before its successor comes. */
  pendingReplacement: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  /** Such as `project:///index.ts#12,1`. */
  sourcePosition: z.string().optional(),
});

const step = z.object({
  op: z.string(),
  urn: z.string(),
  oldState: state.nullish(),
  newState: state.nullish(),
  replaceReasons: z.array(z.string()).nullish(),
});

const preview = z.object({
  config: z.record(z.string(), z.unknown()).nullish(),
  steps: z.array(step).nullish(),
  diagnostics: z.array(z.object({ message: z.string(), severity: z.string().optional() })).nullish(),
});

/** A resource before or after a step. Secrets in it are the text `[secret]`. */
export type ResourceState = z.infer<typeof state>;

/** What the engine intends with one resource. */
export type PreviewStep = z.infer<typeof step>;

/** What `pulumi preview --json` prints, as far as it is read here. */
export interface Preview {
  readonly steps: readonly PreviewStep[];
  /** The stack's own Region, where a domain tells none. */
  readonly region?: string;
  /** Why the preview failed; it is then not whole. */
  readonly errors: readonly string[];
}

/** @throws when the text is something else than what `pulumi preview --json` prints */
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
