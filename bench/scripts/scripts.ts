import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runOrThrow } from "../../test/e2e/support/run";
import { awsCli, installFromPyPI } from "../../test/support/python";
import { findEngine } from "../../tools/engine/find-engine";
import { totalOf } from "../emulator/running";
import { wantedDomains } from "../engine/programs/wanted";
import { openStage } from "../engine/stage";
import { environmentFor } from "../environment";
import type { Findings, Part } from "../findings";

const domains = 200;
const boto3 = "boto3==1.44.3";
/** Much less than the service's minutes, so that the loops come to their end. */
const updatesTake = 500;
/** As many as a loop takes at a time that takes more than one: what Pulumi does on a machine with two processors. */
const atATime = 8;

/** The certificate of many domains rotated by this package, and by the scripts that people write instead. */
export const scripts: Part = async (tell) => {
  const engine = await findEngine();
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-bench-"));
  const stage = await openStage(engine, "ours", domains, { updatesTake });
  try {
    tell(`creates ${domains} domains`);
    await stage.run("create");
    tell("pulumi up");
    const { seconds, calls } = await stage.run("update", { PULUMI_PARALLEL: String(atATime) });
    const rows: Rotated[] = [
      { by: "`pulumi up` with this package", atATime, seconds, calls: totalOf(calls) },
    ];

    tell("installs the AWS CLI and boto3 from PyPI");
    const python = await installFromPyPI(folder, awsCli, boto3);
    if (python === undefined) tell("there is no Python here, and so neither the AWS CLI nor boto3");
    if (python === undefined) return findings(rows, {});
    for (const { by, atATime, command } of loops) {
      tell(`${by}, ${atATime} at a time`);
      const rotated = await rotate(command(certificate(`${by} ${atATime}`), names.join(" ")), python);
      rows.push({ by, atATime, ...rotated });
    }
    return findings(rows, await toolsIn(python));
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function rotate(command: string, python: string): Promise<Pick<Rotated, "seconds" | "calls">> {
    await stage.cognito.ask();
    const before = performance.now();
    const PATH = `${python}${path.delimiter}${process.env["PATH"]}`;
    const environment = { ...environmentFor(stage.cognito), PATH };
    await runOrThrow("sh", ["-e", "-c", command], { directory: __dirname, environment });
    const seconds = (performance.now() - before) / 1000;
    return { seconds, calls: totalOf((await stage.cognito.ask()).calls) };
  }
};

interface Rotated {
  readonly by: string;
  /** How many domains. */
  readonly atATime: number;
  readonly seconds: number;
  readonly calls: number;
}

const names = wantedDomains({ BENCH_DOMAINS: String(domains) }).map(({ domain }) => domain);

interface Loop {
  readonly by: string;
  readonly atATime: number;
  readonly command: (certificate: string, names: string) => string;
}

const loops: readonly Loop[] = [1, atATime].flatMap((atATime) => [
  { by: "boto3", atATime, command: boto3Loop(atATime) },
  { by: "the AWS CLI", atATime, command: awsCliLoop(atATime) },
]);

/** Of the Python that the two were installed with, and of what was installed. */
async function toolsIn(python: string): Promise<NonNullable<Findings["tools"]>> {
  const program =
    "import awscli, boto3, platform; print(platform.python_version(), awscli.__version__, boto3.__version__)";
  const options = { directory: python, environment: process.env };
  const { stdout } = await runOrThrow(path.join(python, "python3"), ["-c", program], options);
  const [version = "", cli = "", sdk = ""] = stdout.trim().split(" ");
  return { Python: version, "AWS CLI": cli, boto3: sdk };
}

function boto3Loop(atATime: number) {
  return (certificate: string, names: string) => `python3 rotate.py ${certificate} ${atATime} ${names}`;
}

function awsCliLoop(atATime: number) {
  return (certificate: string, names: string) =>
    `printf '%s\\n' ${names} | xargs -n 1 -P ${atATime} sh rotate.sh ${certificate}`;
}

/** One that no domain has yet. */
function certificate(by: string): string {
  return `arn:aws:acm:us-east-1:123456789012:certificate/${by.replaceAll(/\W+/g, "-").toLowerCase()}`;
}

function findings(rows: readonly Rotated[], tools: NonNullable<Findings["tools"]>): Findings {
  const ours = rows[0]?.seconds ?? Number.NaN;
  return {
    title: "Against scripts",
    about: `The certificate of ${domains} domains changed on one embedded Cognito, where a change takes ${updatesTake / 1000} s to be in force; against the service it is minutes, which a loop waits for one after the other. The loops are \`bench/scripts/rotate.sh\` and \`rotate.py\`: they look up the pool, update, and look until it is ACTIVE. Each was measured once.`,
    tables: [
      {
        caption: "From the command until all are in force",
        note: `\`pulumi up\` has ${atATime} domains under way at a time here (\`--parallel\`; unless told otherwise, four for each processor), and its seconds hold the start of the CLI and of the program. It looks at once, and again after a second; the scripts pause for 0.1 s between two looks, to which the AWS CLI adds the time that it takes to start. So the calls are mostly a matter of these pauses, which suit a change of half a second: with the service's minutes, a script that pauses for 0.1 s would make more than a thousand for each domain.`,
        columns: ["By", "At a time", "Seconds", "÷ ours", "Calls", "Calls for each"],
        rows: rows.map(({ by, atATime, seconds, calls }) => [
          by,
          atATime,
          seconds,
          seconds / ours,
          calls,
          calls / domains,
        ]),
      },
    ],
    targets: [],
    tools,
  };
}
