import { annotations } from "./annotations";
import { markdown } from "./markdown/markdown";
import type { Report } from "./shape";
import { text } from "./text";

/** How a report is to be written. */
export interface RenderOptions {
  /**
   * `markdown`: a comment for a pull request, within GitHub's 65,536 characters. `json`: everything, by the schema in
   * `docs/report.schema.json`. `text`: for a terminal. `annotations`: workflow commands of GitHub Actions.
   *
   * @default markdown
   */
  format?: "markdown" | "json" | "text" | "annotations";
  /**
   * Whether text has colours.
   *
   * @default false
   */
  inColour?: boolean;
  /**
   * The folder of the Pulumi project within the repository, such as `infra`, for annotations.
   *
   * @default - the repository's root
   */
  folder?: string;
}

/** A report as text that ends with a line break. The same report gives the same text. */
export function renderReport(report: Report, options: RenderOptions = {}): string {
  const { format = "markdown", inColour = false, folder = "" } = options;
  switch (format) {
    case "markdown":
      return markdown(report);
    case "json":
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case "text":
      return text(report, inColour);
    case "annotations":
      return annotations(report, folder);
  }
}
