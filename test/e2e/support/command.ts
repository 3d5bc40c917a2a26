import path from "node:path";
import type { Cloud } from "./cloud";
import { hermeticEnvironment, usersNode } from "./environment";
import { installation } from "./installation";
import { type Run, run } from "./run";

/** Runs `npx cognito-domain` of the installed package in a folder, with the environment that leads to the emulator. */
export function cognitoDomain({ emulator }: Cloud, directory: string, ...options: string[]): Promise<Run> {
  return cognitoDomainIn(emulator.environment, directory, ...options);
}

/** The same with another environment. */
export function cognitoDomainIn(
  environment: Readonly<Record<string, string>>,
  directory: string,
  ...options: string[]
): Promise<Run> {
  return run(usersNode(), [installedCommand(), ...options], {
    directory,
    environment: hermeticEnvironment(environment),
  });
}

/** The path of `cognito-domain` as it is installed. */
export function installedCommand(): string {
  return path.join(installation().folder, "node_modules", ".bin", "cognito-domain");
}
