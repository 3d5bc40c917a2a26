import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { coerce, gte } from "semver";
import { findProgram } from "./programs";
import { searchPath } from "./search-path";
import type { Surroundings } from "./surroundings";
import { minimumGoVersion, wantedVersion } from "./versions";

/** Builds the CLI and its Node.js language host into the folder. A build that fails leaves files in it. */
export async function buildFromGoModules(binDirectory: string, surroundings: Surroundings): Promise<void> {
  const go = await findGo(surroundings);
  await surroundings.progress.during(
    `Building Pulumi CLI ${wantedVersion} with Go (about 7 min the first time)`,
    async () => {
      await requireNewEnoughGo(go, surroundings);
      // In here, since Go leaves some 100 MB of temporary files when it is interrupted.
      const temporary = path.join(binDirectory, "go-tmp");
      await mkdir(temporary);
      const within = withVariable(surroundings, "GOTMPDIR", temporary);
      await build(go, "cli", binDirectory, within);
      await build(go, "language-nodejs", binDirectory, within);
      await rm(temporary, { recursive: true, force: true });
    },
  );
}

function withVariable(surroundings: Surroundings, name: string, value: string): Surroundings {
  return { ...surroundings, environment: { ...surroundings.environment, [name]: value } };
}

async function findGo({ environment, platform }: Surroundings): Promise<string> {
  const name = platform === "win32" ? "go.exe" : "go";
  const go = await findProgram(name, searchPath(environment, platform));
  if (go === undefined) throw new Error(`there is no go on PATH; Go ${minimumGoVersion} or newer is needed`);
  return go;
}

/** Asked in the folder of a module, since an older Go may fetch the one that the module wants and run that. */
async function requireNewEnoughGo(go: string, surroundings: Surroundings): Promise<void> {
  const printed = await runGo(go, ["env", "GOVERSION"], "cli", surroundings);
  const version = coerce(printed);
  if (version === null || !gte(version, minimumGoVersion)) {
    throw new Error(`${go} is ${printed.trim()}; Go ${minimumGoVersion} or newer is needed`);
  }
}

async function build(
  go: string,
  module: GoModule,
  binDirectory: string,
  surroundings: Surroundings,
): Promise<void> {
  const flags = [
    "-trimpath",
    "-mod=readonly",
    // Git may refuse to look into a checkout of another owner.
    "-buildvcs=false",
    `-ldflags=${linkerFlags[module]}`,
  ];
  // `tool` is what the module's go.mod names so; the separator makes Go keep the name of the program.
  await runGo(go, ["build", ...flags, "-o", binDirectory + path.sep, "tool"], module, surroundings);
}

const linkerFlags = {
  cli: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${wantedVersion}`,
  "language-nodejs": "-s -w",
};

type GoModule = keyof typeof linkerFlags;

function runGo(
  go: string,
  args: readonly string[],
  module: GoModule,
  { environment, run, signal }: Surroundings,
): Promise<string> {
  return run(go, args, {
    directory: path.join(__dirname, module),
    // The official CLI is built without cgo, too; so no C compiler is needed.
    environment: { ...environment, CGO_ENABLED: "0", GOWORK: "off" },
    signal,
    timeoutMilliseconds: 60 * 60 * 1_000,
  });
}
