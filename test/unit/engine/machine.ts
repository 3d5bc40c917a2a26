import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Engine, findEngine } from "../../../tools/engine/find-engine";
import type { Surroundings } from "../../../tools/engine/surroundings";
import { wantedVersion } from "../../../tools/engine/versions";

/** A machine in a temporary folder. Its programs are files that hold nothing but their version. */
export class Machine {
  readonly lines: string[] = [];
  readonly commands: string[] = [];
  goBuild: (binDirectory: string, module: string) => Promise<void> = async (binDirectory, module) => {
    await this.program(binDirectory, module === "cli" ? "pulumi" : "pulumi-language-nodejs", wantedVersion);
  };
  download: Surroundings["installOfficialCli"] = async () => {
    throw new Error("Failed to download https://example.test/install.sh: fetch failed");
  };
  readonly path: string;
  readonly cache: string;

  static async create(): Promise<Machine> {
    return new Machine(await mkdtemp(path.join(tmpdir(), "engine-test-")));
  }

  private constructor(readonly root: string) {
    this.path = path.join(root, "on-path");
    this.cache = path.join(root, "cache", "pulumi-cognito-domain", "engine");
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }

  /** Where the engine lies after a download or a build. */
  get engineBin(): string {
    return path.join(this.cache, `${wantedVersion}-linux-x64`, "bin");
  }

  find(environment: NodeJS.ProcessEnv = {}, more: Partial<Surroundings> = {}): Promise<Engine> {
    return findEngine({
      environment: { PATH: this.path, XDG_CACHE_HOME: path.join(this.root, "cache"), ...environment },
      platform: "linux",
      arch: "x64",
      homeDirectory: path.join(this.root, "home"),
      now: Date.now,
      run: this.run,
      installOfficialCli: this.download,
      progress: {
        note: (line) => void this.lines.push(line),
        during: (what, work) => {
          this.lines.push(what);
          return work();
        },
      },
      ...more,
    });
  }

  async program(folder: string, name: string, version: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, name), version);
    await chmod(path.join(folder, name), 0o755);
  }

  async cli(folder: string, version: string): Promise<void> {
    for (const name of ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"]) {
      await this.program(folder, name, version);
    }
  }

  async go(version = "go1.26.8"): Promise<void> {
    await this.program(this.path, "go", version);
  }

  /** What is in the cache folder: engines and what was left beside them. */
  async cached(): Promise<string[]> {
    return (await readdir(this.cache).catch(() => [])).sort();
  }

  private readonly run: Surroundings["run"] = async (file, args, options) => {
    this.commands.push(`${path.basename(file)} ${args[0]}`);
    if (args[0] === "build") {
      const binDirectory = args[args.indexOf("-o") + 1] ?? "";
      await this.goBuild(binDirectory, path.basename(options.directory ?? ""));
      return "";
    }
    return `${await readFile(file, "utf8")}\n`;
  };
}
