/**
 * What a pull request does to sign-in, as data. `docs/pull-requests.md` in the package tells of the command that does the
 * same, and `docs/report.schema.json` is the schema of a report.
 *
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { readPreview, renderReport, reportOn } from "pulumi-cognito-domain/report";
 *
 * const report = reportOn(readPreview(readFileSync("preview.json", "utf8")));
 * console.log(report.verdict, renderReport(report, { format: "markdown" }));
 * ```
 *
 * @module pulumi-cognito-domain/report
 */

export type { DomainInputs } from "../provider/inputs";
export type { Change } from "../provider/plan/change";
export type { Consequence } from "../provider/plan/consequences/consequence";
export {
  type Held,
  type Plan,
  planChange,
  type Replacement,
  type Unchanged,
  type Update,
} from "../provider/plan/plan";
export type { Call, CreateCall, DeleteCall, UpdateCall } from "../provider/plan/requests";
export type { Effect } from "../provider/properties";
export { markerOf } from "./markdown/markdown";
export { type Preview, type PreviewStep, type ResourceState, readPreview } from "./preview";
export { type RenderOptions, renderReport } from "./render";
export { reportSchema } from "./report";
export { reportOn } from "./report-on";
export type {
  DomainChange,
  Impact,
  KnownValue,
  PropertyChange,
  Report,
  ShownValue,
  SourcePosition,
  Successor,
  UnshownValue,
} from "./shape";
