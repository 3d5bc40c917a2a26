import { converting, reading, remarks } from "../../cli/convert/diagnostics";
import { anyCommand } from "../../cli/diagnostics";
import { starting } from "../../cli/emulator/diagnostics";
import { importable, importOptions } from "../../cli/import/diagnostics";
import {
  differing,
  disagreeing,
  fates,
  migrateOptions,
  migrationWarnings,
  stateInput,
  tooling,
  unfit,
} from "../../cli/migrate/diagnostics";
import { reporting } from "../../cli/report/diagnostics";
import { unfit as emulatorUnfit, ownPaths, stateFile } from "../../emulator/diagnostics";
import { impossibleArgs, partsThatDoNotFit } from "../../login-domain/diagnostics";
import { access, stackConfiguration } from "../../provider/aws/diagnostics";
import { leftAlone } from "../../provider/engine/diagnostics";
import type { DiagnosisTable } from "../../provider/errors/diagnosis";
import { explanations, unexplained } from "../../provider/errors/explanations";
import { existing, insisting, missing, refusedForNow, waiting } from "../../provider/lifecycle/diagnostics";
import { creating, deleting, replacing, updating } from "../../provider/plan/consequences/diagnostics";
import {
  anyInput,
  certificateReasons,
  domainReasons,
  failoverReasons,
  inputWarnings,
  regionReasons,
  timeoutReasons,
  userPoolIdReasons,
} from "../../provider/rules/diagnostics";
import { findings, obstacles, previewFile } from "../../report/diagnostics";

/** A part of the page: where people meet what it tells of. */
export interface Section {
  readonly title: string;
  /** In Markdown. */
  readonly intro: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly title: string;
  /** What the anchors of its diagnostics begin with. */
  readonly slug: string;
  readonly table: DiagnosisTable;
}

/** What is known of the service's words, in the order in which it is looked for, and what is told of all others. */
const service: DiagnosisTable = {
  ...Object.fromEntries(Object.entries(explanations).map(([key, { tells }]) => [key, tells])),
  unexplained,
};

/** Every diagnostic that the package gives. */
export const sections: readonly Section[] = [
  {
    title: "The preview refuses an input",
    intro:
      "`pulumi preview` and `pulumi up` hold the inputs against what the service takes, before anything is called. What is wrong with a value stands behind the input and the value. Where a value holds a character that looks like another one, the message gives its Unicode number.",
    groups: [
      { title: "Any input", slug: "input", table: anyInput },
      { title: "`domain`", slug: "domain", table: domainReasons },
      { title: "`userPoolId`", slug: "user-pool-id", table: userPoolIdReasons },
      { title: "`customDomainConfig.certificateArn`", slug: "certificate", table: certificateReasons },
      { title: "`region`", slug: "region", table: regionReasons },
      { title: "`routing.failover`", slug: "failover", table: failoverReasons },
      { title: "`timeouts`", slug: "timeouts", table: timeoutReasons },
    ],
  },
  {
    title: "The stack configuration, and the way to AWS",
    intro:
      "The stack's `aws:*` configuration is checked with the inputs. What is only known when a connection is opened is told before the first call to Cognito.",
    groups: [
      { title: "Keys and values", slug: "configuration", table: stackConfiguration },
      { title: "Before the first call", slug: "access", table: access },
    ],
  },
  {
    title: "`LoginDomain` is refused",
    intro:
      "[`LoginDomain`](login-domain.md) ends the program, in the preview where everything is known by then, before anything is made of what doesn't fit. The inputs of the domain inside are checked as those of any other.",
    groups: [
      { title: "What it is given", slug: "login-domain-args", table: impossibleArgs },
      { title: "What it is put together of", slug: "login-domain", table: partsThatDoNotFit },
    ],
  },
  {
    title: "The service refuses",
    intro:
      "A message says what was to be done, then the service's own words, what to do, and at the end what support asks for: the operation, the exception and the request id. The headings are the service's words: quoted where users have reported them, otherwise a likely wording. `npx cognito-domain` names its own options instead of the stack's keys.",
    groups: [{ title: "What the service, the SDK and the network say", slug: "service", table: service }],
  },
  {
    title: "Waiting",
    intro:
      "A create, an update and a delete are waited for until the service has done them, or until their timeout. What it took and did not bring to a good end is in the state, so that the next `pulumi up` goes on with it.",
    groups: [
      { title: "A domain that did not come to a good end", slug: "waiting", table: waiting },
      { title: "A call that was refused to the end", slug: "insisting", table: insisting },
      { title: "Why a call is made again", slug: "reason", table: refusedForNow },
    ],
  },
  {
    title: "Missing domains, and names that are taken",
    intro:
      "What the state has and the service doesn't, and the other way round. A domain of another user pool or account is never changed.",
    groups: [
      { title: "A domain that isn't there", slug: "missing", table: missing },
      { title: "A domain that exists already", slug: "existing", table: existing },
      { title: "A domain that is left alone", slug: "left-alone", table: leftAlone },
    ],
  },
  {
    title: "Warnings in a preview, and in a report",
    intro:
      "A preview shows what a change means for sign-in, under `Replacing … means:` or `Changing … in place means:`, each with its gravity in front. [A report](pull-requests.md) tells the same, and what only a look at all resources can tell.",
    groups: [
      { title: "Inputs that may not be meant", slug: "warning", table: inputWarnings },
      { title: "A domain is created", slug: "creating", table: creating },
      { title: "A domain is changed in place", slug: "updating", table: updating },
      { title: "A domain is replaced", slug: "replacing", table: replacing },
      { title: "A domain is deleted", slug: "deleting", table: deleting },
      { title: "A create that will be refused", slug: "obstacle", table: obstacles },
      { title: "What only a report tells", slug: "finding", table: findings },
    ],
  },
  {
    title: "Commands",
    intro:
      "Each command of `npx cognito-domain` prints its errors behind `error:` on standard error, and ends with exit code 1, or with 2 where it didn't understand its options.",
    groups: [
      { title: "Any command", slug: "command", table: anyCommand },
      { title: "import: options", slug: "import-options", table: importOptions },
      { title: "import: what is found", slug: "import", table: importable },
      { title: "migrate: options", slug: "migrate-options", table: migrateOptions },
      { title: "migrate: the state that is read", slug: "migrate-state", table: stateInput },
      { title: "migrate: a state that can't be migrated as it is", slug: "migrate-unfit", table: unfit },
      { title: "migrate: a domain that isn't as the state has it", slug: "migrate-domain", table: differing },
      { title: "migrate: warnings", slug: "migrate-warning", table: migrationWarnings },
      { title: "migrate: the Pulumi CLI", slug: "migrate-cli", table: tooling },
      { title: "migrate: a program that doesn't agree", slug: "migrate-program", table: disagreeing },
      { title: "migrate: what became of the state", slug: "migrate-end", table: fates },
      { title: "convert: what is read", slug: "convert-input", table: reading },
      { title: "convert: what can't be converted", slug: "convert", table: converting },
      { title: "convert: remarks", slug: "convert-remark", table: remarks },
      { title: "report: the preview that is read", slug: "preview", table: previewFile },
      { title: "report: beside the report", slug: "report", table: reporting },
      { title: "emulator", slug: "emulator", table: starting },
    ],
  },
  {
    title: "The embedded Cognito",
    intro:
      "What `npx cognito-domain emulator`, `startEmulator` and what that gives say for themselves. What the emulator refuses as the service would, it says in the service's words: those are [above](#the-service-refuses).",
    groups: [
      { title: "What it is given", slug: "emulator-value", table: emulatorUnfit },
      { title: "Its state file", slug: "emulator-state", table: stateFile },
      { title: "Its own paths", slug: "emulator-path", table: ownPaths },
    ],
  },
];
