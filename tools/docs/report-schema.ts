import { z } from "zod";
import { reportSchema } from "../../report/index";

/** The JSON schema of a report, for whoever reads `--format json`. */
export function reportSchemaAsJson(): string {
  return `${JSON.stringify(z.toJSONSchema(reportSchema), undefined, 2)}\n`;
}
