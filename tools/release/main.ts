import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { publishedVersions } from "../versions/published";
import { notesOn } from "./changelog";
import { dryRun } from "./dry-run";
import { readManifest } from "./manifest";
import { repositoryProblem } from "./repository";

const repository = path.resolve(__dirname, "../..");

const program = new Command("npm run release --").description(
  "What a release takes beside the commands of npm and changesets. .github/workflows/release.yml runs it.",
);

program
  .command("repository")
  .description("fail where package.json names another repository than $GITHUB_REPOSITORY, or none")
  .action(() => {
    const { GITHUB_REPOSITORY: name } = process.env;
    if (!name) throw new Error("GITHUB_REPOSITORY isn't set. On GitHub it is `<owner>/<name>`.");
    const problem = repositoryProblem(readManifest(repository), name);
    if (problem) throw new Error(problem);
  });

program
  .command("released")
  .description("tell whether npm has the version of package.json, as outputs of a step")
  .action(async () => {
    const { name, version } = readManifest(repository);
    const released = (await publishedVersions([name])).includes(version);
    console.log(`version=${version}\nreleased=${released}`);
  });

program
  .command("notes")
  .description("print what CHANGELOG.md says of the version of package.json")
  .action(() => {
    console.log(
      notesOn(readManifest(repository).version, readFileSync(path.join(repository, "CHANGELOG.md"), "utf8")),
    );
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
