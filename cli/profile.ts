import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

/**
 * Fails where no file of the AWS configuration has a profile of that name. The SDK would go on to the role of the
 * machine, and with it to the domains of another account than the one that was meant.
 */
export async function requireProfile(profile: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const files = filesOf(environment);
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  if (texts.some((text) => namesIn(text).includes(profile))) return;
  throw new Error(
    `There is no profile ${profile} in ${files.join(" or ")}: correct --profile. Those that there are: aws configure list-profiles`,
  );
}

/** Source: AWS SDKs and Tools Reference Guide, location of the shared config and credentials files. */
function filesOf(environment: NodeJS.ProcessEnv): string[] {
  const folder = path.join(homedir(), ".aws");
  return [
    environment["AWS_CONFIG_FILE"] || path.join(folder, "config"),
    environment["AWS_SHARED_CREDENTIALS_FILE"] || path.join(folder, "credentials"),
  ];
}

/** Headings such as `[ops]`, and `[profile ops]` in one of the files; which is which, the SDK decides. */
function namesIn(text: string): string[] {
  const headings = text.matchAll(/^[ \t]*\[[ \t]*(?:profile[ \t]+)?(["']?)([^\]\n]+?)\1[ \t]*\]/gm);
  return [...headings].map(([, , name = ""]) => name);
}
