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

/** The certificate of many domains rotated by this package, and by the scripts that people write instead. */
export const scripts: Part = async (tell) => {
  const engine = await findEngine();
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-bench-"));
  const stage = await openStage(engine, "ours", domains, { updatesTake });
  try {
    tell(`creates ${domains} domains`);
    await stage.run("create");
    tell("pulumi up");
    const { seconds, calls } = await stage.run("update");
    const rows: Rotated[] = [{ by: "`pulumi up` with this package", seconds, calls: totalOf(calls) }];

    tell("installs the AWS CLI and boto3 from PyPI");
    const python = await installFromPyPI(folder, awsCli, boto3);
    if (python === undefined) tell("there is no Python here, and so neither the AWS CLI nor boto3");
    for (const { by, command } of python === undefined ? [] : loops) {
      tell(by);
      rows.push({ by, ...(await rotate(command(certificate(by), names.join(" ")), python ?? "")) });
    }
    return findings(rows);
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function rotate(command: string, python: string): Promise<Omit<Rotated, "by">> {
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
  readonly seconds: number;
  readonly calls: number;
}

const names = wantedDomains({ BENCH_DOMAINS: String(domains) }).map(({ domain }) => domain);

const loops: readonly { by: string; command: (certificate: string, names: string) => string }[] = [
  { by: "boto3, one after the other", command: boto3Loop(1) },
  { by: "boto3, eight at a time", command: boto3Loop(8) },
  { by: "the AWS CLI, one after the other", command: awsCliLoop(1) },
  { by: "the AWS CLI, eight at a time", command: awsCliLoop(8) },
];

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

function findings(rows: readonly Rotated[]): Findings {
  const ours = rows[0]?.seconds ?? Number.NaN;
  return {
    title: "Against scripts",
    about: `The certificate of ${domains} domains changed on one embedded Cognito, where a change takes ${updatesTake / 1000} s to be in force; against the service it is minutes, which a loop waits for one after the other. The loops are \`bench/scripts/rotate.sh\` and \`rotate.py\`: they look up the pool, update, and look until it is ACTIVE.`,
    tables: [
      {
        caption: "From the command until all are in force",
        columns: ["By", "Seconds", "÷ ours", "Calls"],
        rows: rows.map(({ by, seconds, calls }) => [by, seconds, seconds / ours, calls]),
      },
    ],
    targets: [],
  };
}
