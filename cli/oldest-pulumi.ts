/** The oldest Pulumi CLI that takes the outputs of a resource from an import file; older ones aren't tested with a state. */
export const oldestPulumi = "3.254";

/** The same, for what a person does next. */
export const withRecentPulumi = `with the Pulumi CLI ${oldestPulumi} or newer (pulumi version)`;
