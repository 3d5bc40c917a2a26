import { Option } from "commander";

/**
 * The AWS CLI's options for all of its commands that say nothing of the request: whoever puts this command in the place
 * of `aws cognito-idp create-user-pool-domain` may leave them in.
 *
 * Source: AWS CLI 2, Command Reference, Global options; `--v2-debug` is version 1's.
 */
export function ignoredOptions(): Option[] {
  return [...flags, ...withValue.map((option) => `${option} <value>`)].map((option) =>
    new Option(option, "taken, and no part of the code").hideHelp(),
  );
}

const flags = [
  "--cli-auto-prompt",
  "--debug",
  "--no-cli-auto-prompt",
  "--no-cli-pager",
  "--no-paginate",
  "--no-sign-request",
  "--v2-debug",
];

const withValue = [
  "--cli-binary-format",
  "--cli-connect-timeout",
  "--cli-error-format",
  "--cli-read-timeout",
  "--color",
  "--output",
  "--query",
];
