import { oldestPulumi } from "../../cli/oldest-pulumi";

/** The Pulumi CLI that is downloaded or built. tools/engine/cli/go.mod requires the same. */
export const wantedVersion = "3.255.0";

/** The oldest Pulumi CLI that is taken from the machine: that which a user needs. */
export const minimumVersion = `${oldestPulumi}.0`;

/** What the go.mod files ask for. */
export const minimumGoVersion = "1.26.6";
