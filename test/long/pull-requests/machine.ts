import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { wantedVersion } from "../../../tools/engine/versions";
import { type Run, run, runOrThrow } from "../../e2e/support/run";
import { command } from "./command";
import type { Preview } from "./previews";

/** A runner's machine. Only what isn't ours is stood in for: the Pulumi CLI, npm, npx, and the network. */
export interface Machine {
  readonly workspace: string;
  readonly temporary: string;
  /** What a stand-in was given, call by call. */
  argumentsOf(program: string): string[];
  bash(
    script: string,
    options: { folder?: string; environment: Readonly<Record<string, string>> },
  ): Promise<Run>;
  remove(): Promise<void>;
}

/** `pulumi` prints the preview, and ends as it did. It is on the PATH, unless it is only to be downloaded. */
export async function newMachine(
  preview: Preview,
  { downloads = false, tampered = false } = {},
): Promise<Machine> {
  const root = await mkdtemp(path.join(tmpdir(), "runner-"));
  const [programs, workspace, temporary] = ["bin", "workspace", "temporary"].map((name) =>
    path.join(root, name),
  ) as [string, string, string];
  await mkdir(path.join(workspace, "infra"), { recursive: true });
  await mkdir(temporary);
  await mkdir(programs);

  async function standIn(name: string, script: string): Promise<void> {
    const file = path.join(programs, name);
    await writeFile(
      file,
      `#!/bin/sh\nprintf '<%s>' "$@" >> "${root}/${name}.calls"\necho >> "${root}/${name}.calls"\n${script}\n`,
    );
    await chmod(file, 0o755);
  }

  await writeFile(path.join(root, "preview.json"), preview.stdout);
  await standIn("pulumi", `cat "${root}/preview.json"; exit ${preview.exitCode}`);
  await standIn("npm", "exit 0");
  await standIn(
    "npx",
    `[ "$1 $2 $3" = "--no -- cognito-domain" ] && shift 3 && exec "${process.execPath}" "${command()}" "$@"`,
  );
  await standIn(
    "curl",
    `[ "$1 $2" = "-fsSL -o" ] || exit 2
case "$4" in
  */SHA512SUMS) sha512sum "${root}/pulumi.tar.gz" | sed "s:${root}/pulumi:pulumi-v${wantedVersion}-linux-x64:" > "$3" ;;
  *) cp "${root}/pulumi.tar.gz" "$3"${tampered ? '; echo >> "$3"' : ""} ;;
esac`,
  );
  if (downloads) {
    const package_ = path.join(root, "package", "pulumi");
    await cp(path.join(programs, "pulumi"), path.join(package_, "pulumi"));
    await rm(path.join(programs, "pulumi"));
    await runOrThrow(
      "tar",
      ["-czf", path.join(root, "pulumi.tar.gz"), "-C", path.dirname(package_), "pulumi"],
      {
        directory: root,
        environment: process.env,
      },
    );
  }

  return {
    workspace,
    temporary,
    argumentsOf(program) {
      const calls = path.join(root, `${program}.calls`);
      return existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : [];
    },
    bash: (script, { folder = "", environment }) =>
      run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        directory: path.join(workspace, folder),
        environment: {
          PATH: [programs, path.dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
          HOME: temporary,
          ...environment,
        },
      }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
