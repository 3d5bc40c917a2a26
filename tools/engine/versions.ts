/** The Pulumi CLI that is downloaded or built. tools/engine/cli/go.mod requires the same. */
export const wantedVersion = "3.255.0";

/** The oldest Pulumi CLI that is taken from the machine: `pulumi import --file` needs it. */
export const minimumVersion = "3.254.0";

/** What the go.mod files ask for. */
export const minimumGoVersion = "1.26.6";
