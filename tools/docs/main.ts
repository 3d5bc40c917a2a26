import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inputsAsMarkdown } from "./property-table";
import { withSection } from "./section";

/** Writes what is made from code into the README. */
const readme = path.join(__dirname, "../../README.md");
writeFileSync(readme, withSection(readFileSync(readme, "utf8"), "inputs", inputsAsMarkdown()));
