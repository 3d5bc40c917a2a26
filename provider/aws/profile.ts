import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { Diagnostic } from "../errors/diagnostic";
import type { AwsConfiguration } from "./configuration";
import { access } from "./diagnostics";

/** The profile that is named is in none of the files that are read. */
export class NoProfile extends Diagnostic {
  constructor(
    readonly profile: string,
    readonly files: readonly string[],
    setting: string,
  ) {
    super(access.noProfile({ profile, files, setting }));
  }
}

/**
 * Fails where credentials are to come from a profile that isn't there. The SDK would go on to the role of the machine,
 * and with it to the domains of another account than the one that was meant.
 *
 * @throws NoProfile
 */
export async function requireProfile(
  configuration: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { accessKey, assumeRoleWithWebIdentity, profile } = configuration;
  if (accessKey !== undefined || assumeRoleWithWebIdentity) return;
  const named = profile ?? environment["AWS_PROFILE"];
  // Without any file, the default profile is what the SDK has beside them.
  if (!named || named === "default") return;
  const files = filesOf(configuration, environment);
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  if (texts.some((text) => namesIn(text).includes(named))) return;
  throw new NoProfile(named, files, profile === undefined ? "AWS_PROFILE" : "aws:profile");
}

/** Source: AWS SDKs and Tools Reference Guide, location of the shared config and credentials files. */
function filesOf(
  { sharedConfigFiles, sharedCredentialsFiles }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): string[] {
  const folder = path.join(homedir(), ".aws");
  return [
    sharedConfigFiles || environment["AWS_CONFIG_FILE"] || path.join(folder, "config"),
    sharedCredentialsFiles || environment["AWS_SHARED_CREDENTIALS_FILE"] || path.join(folder, "credentials"),
  ];
}

/** Headings such as `[ops]`, and `[profile ops]` in one of the files; which is which, the SDK decides. */
function namesIn(text: string): string[] {
  const headings = text.matchAll(/^[ \t]*\[[ \t]*(?:profile[ \t]+)?(["']?)([^\]\n]+?)\1[ \t]*\]/gm);
  return [...headings].map(([, , name = ""]) => name);
}
