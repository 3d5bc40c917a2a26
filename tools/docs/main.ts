import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inputsAsMarkdown } from "./property-table";
import { reportSchemaAsJson } from "./report-schema";
import { withSection } from "./section";

const root = path.join(__dirname, "../..");

/** Writes what is made from code into the documentation. */
const readme = path.join(root, "README.md");
writeFileSync(readme, withSection(readFileSync(readme, "utf8"), "inputs", inputsAsMarkdown()));
writeFileSync(path.join(root, "docs/report.schema.json"), reportSchemaAsJson());
