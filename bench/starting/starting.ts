import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { messageOf, startChild } from "../child";
import { start } from "../emulator/running";
import { environmentFor } from "../environment";
import type { Findings, Part } from "../findings";
import { ratioOf, shownSpread, spreadOf } from "../pairs";
import type { Probed, Subject } from "./probe";

const rounds = 15;
const repository = path.join(__dirname, "../..");

/** What the package adds to the start of a program, and to the first call of its provider. */
export const starting: Part = async (tell) => {
  const cognito = await start("emulator");
  // Within the repository, since the bundle leaves @pulumi/pulumi where it is.
  const folder = await mkdtemp(path.join(repository, "node_modules/.bench-"));
  try {
    const bundle = path.join(folder, "provider.js");
    await build({
      entryPoints: [path.join(repository, "dist/provider/provider.js")],
      outfile: bundle,
      bundle: true,
      platform: "node",
      target: "node20",
      external: ["@pulumi/pulumi"],
    });
    const environment = { ...environmentFor(cognito), BENCH_BUNDLE: bundle };
    const probed: Record<Subject, Probed[]> = {
      program: [],
      provider: [],
      bundle: [],
      sdk: [],
      importedSdk: [],
    };
    for (let round = 1; round <= rounds; round += 1) {
      tell(`round ${round} of ${rounds}`);
      for (const subject of Object.keys(probed) as Subject[])
        probed[subject].push(await probe(subject, environment));
    }
    return findings(probed);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await cognito.stop();
  }
};

function probe(subject: Subject, environment: NodeJS.ProcessEnv): Promise<Probed> {
  return messageOf<Probed>(startChild(path.join(__dirname, "probe.ts"), [subject], environment));
}

function findings(probed: Record<Subject, Probed[]>): Findings {
  const toFirstAnswer = (subject: Subject): number[] =>
    probed[subject].map(({ load, firstAnswer }) => load + firstAnswer);
  const bySdk = toFirstAnswer("sdk");
  const row = (what: string, subject: Subject): string[] => {
    const figures = toFirstAnswer(subject);
    return [what, shownSpread(spreadOf(figures)), shownSpread(ratioOf(figures, bySdk))];
  };
  const imports = probed.program.map(({ load }) => load);
  const pulumi = probed.program.map((one) => one.pulumi);
  return {
    title: "Starting",
    about: `Each in a process of its own, in turns, ${rounds} times: median (lowest to highest).`,
    tables: [
      {
        caption: "Importing the package in a program that has @pulumi/pulumi loaded",
        columns: ["", "milliseconds", "÷ loading @pulumi/pulumi"],
        rows: [["import", shownSpread(spreadOf(imports)), shownSpread(ratioOf(imports, pulumi))]],
      },
      {
        caption: "From loading the provider until the first answer to a Describe",
        columns: ["", "milliseconds", "÷ the bare SDK"],
        rows: [
          row("the bare SDK by `require`", "sdk"),
          row("the bare SDK by `import()`", "importedSdk"),
          row("the provider", "provider"),
          row("the provider and the SDK bundled in one file", "bundle"),
        ],
      },
    ],
    targets: [
      {
        what: "milliseconds that importing the package adds to @pulumi/pulumi",
        figure: spreadOf(imports).median,
        bound: { atMost: 15 },
      },
    ],
    samples: [
      { of: "milliseconds of importing the package", figures: imports },
      { of: "milliseconds of loading @pulumi/pulumi before that", figures: pulumi },
      ...(["sdk", "importedSdk", "provider", "bundle"] as const).map((subject) => ({
        of: `milliseconds until the first answer, ${subject}`,
        figures: toFirstAnswer(subject),
      })),
    ],
  };
}
