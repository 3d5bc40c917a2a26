import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { notesOn } from "./changelog";
import { dryRun } from "./dry-run";

const repository = path.resolve(__dirname, "../..");

const program = new Command("npm run release --").description(
  "What a release takes beside the commands of npm and changesets. .github/workflows/release.yml runs it.",
);

program
  .command("notes")
  .description("print what CHANGELOG.md says of the version of package.json")
  .action(() => {
    const text = (file: string): string => readFileSync(path.join(repository, file), "utf8");
    console.log(notesOn(JSON.parse(text("package.json")).version, text("CHANGELOG.md")));
  });

program
  .command("dry-run")
  .description("go through a release on a copy, without a registry")
  .action(async () => {
    const shortcomings = await dryRun(repository, console.log);
    if (shortcomings.length > 0) throw new Error(["This can't be released:", ...shortcomings].join("\n- "));
    console.log("It could be released like that.");
  });

program.parseAsync().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
