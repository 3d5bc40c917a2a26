import { diagnosis } from "../../provider/errors/diagnosis";

/** What `cognito-domain report` says beside the report. */
export const reporting = {
  incomplete: diagnosis({
    says: () => "The preview failed or isn't understood: the report isn't whole.",
    cause:
      "The report is printed all the same, and has the errors of the preview. The command ends with exit code 1.",
    unsaid: "See to the errors that the report begins with, and preview again.",
    example: undefined,
  }),
  failOn: diagnosis({
    says: ({ kind, domain }: { kind: string; domain: string; allow: string }) =>
      `--fail-on ${kind}: ${domain}.`,
    wayOut: ({ allow }) => `To let it through: ${allow}`,
    cause:
      "The preview has a change of the kind that the check is to fail on. The command ends with exit code 3.",
    example: {
      kind: "outage",
      domain: "auth.example.com",
      allow: "--allow 'urn:pulumi:dev::shop::pulumi-nodejs:dynamic/cognito:UserPoolDomain::login'",
    },
  }),
  unreadable: diagnosis({
    says: ({ file, problem }: { file: string; problem: string }) => `${file} can't be read (${problem}):`,
    wayOut: () => "it is to hold what pulumi preview --json printed.",
    cause: "The file that `--file` names isn't there, or may not be read.",
    example: {
      file: "preview.json",
      problem: "ENOENT: no such file or directory, open 'preview.json'",
    },
  }),
  outsideOfJob: diagnosis({
    says: () => "--format github is for a job of GitHub Actions, and GITHUB_STEP_SUMMARY isn't set.",
    wayOut: () => "Elsewhere use --format markdown.",
    cause: "The format writes the report into the summary of a job, in a file that GitHub names.",
    example: undefined,
  }),
};
