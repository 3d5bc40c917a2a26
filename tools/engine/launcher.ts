import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isProgram, programsOn } from "./programs";

/**
 * Writes the program by which the engine starts dynamic providers, where there is none. It belongs to the official
 * download, but no Go module builds it.
 */
export async function writeLauncherIfMissing(binDirectory: string, platform: NodeJS.Platform): Promise<void> {
  const file = path.join(binDirectory, programsOn(platform).dynamicProvider);
  if (await isProgram(file)) return;
  await writeFile(file, platform === "win32" ? batchFile : shellScript, { mode: 0o755 });
}

// `exec`, so that the engine's signals reach the provider.
const shellScript = `#!/bin/sh
script=$(node -p "require.resolve('@pulumi/pulumi/cmd/dynamic-provider')") || exit 1
exec node "$script" "$@"
`;

const batchFile = [
  "@echo off",
  "setlocal",
  `for /f "delims=" %%i in ('node -p "require.resolve('@pulumi/pulumi/cmd/dynamic-provider')"') do set script=%%i`,
  "if not defined script exit /b 1",
  'node "%script%" %*',
  "",
].join("\r\n");
