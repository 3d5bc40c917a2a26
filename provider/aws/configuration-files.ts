import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../errors/diagnostic";
import { holdsCertificate } from "./certificate-bundle";
import { hiddenMatching, list, type Reader, text } from "./configuration-reader";
import { stackConfiguration } from "./diagnostics";

/** What has several lines may be what stands in the file. */
const written = hiddenMatching(/^[^\p{Cc}]+$/u, "the path of a file, without line breaks");

/** A file's path; `~/` is the home directory, as in `@pulumi/aws`. */
export const file: Reader<string> = (value, key) => {
  const path = written(value, key);
  return path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
};

/** A file that is there. One that isn't would be passed over in silence, and others be read in its place. */
export const fileToRead: Reader<string> = (value, key) => {
  const path = file(value, key);
  const problem = problemOf(path);
  if (problem === undefined) return path;
  throw new ConfigurationError(key, stackConfiguration.unreadableFile({ key, path, problem }));
};

/** The one file of a list: `@pulumi/aws` takes several, the AWS SDK for JavaScript reads one. */
export const onlyFile: Reader<string> = (value, key) => {
  const [only, ...others] = list(text)(value, key);
  if (only && others.length === 0) return fileToRead(only, `${key}[0]`);
  throw new ConfigurationError(key, stackConfiguration.notOneFile({ key, value }));
};

export const certificateBundle: Reader<string> = (value, key) => {
  const path = fileToRead(value, key);
  if (holdsCertificate(readFileSync(path, "utf8"))) return path;
  throw new ConfigurationError(key, stackConfiguration.noCertificates({ key, path }));
};

function problemOf(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isDirectory() ? "it is a folder" : undefined;
  } catch (error) {
    return (
      problems[(error as NodeJS.ErrnoException).code ?? ""] ?? `there is none: ${(error as Error).message}`
    );
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "it may not be read",
  ENAMETOOLONG: "no file has so long a path",
};
