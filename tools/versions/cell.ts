/** A version of each thing that the package runs with and doesn't bring along. */
export interface Cell {
  node: string;
  pulumi: string;
  sdk: string;
}

/** By these the end-to-end tests are told what to install. */
const variables = {
  node: "TEST_NODE_VERSION",
  pulumi: "TEST_PULUMI_VERSION",
  sdk: "TEST_AWS_SDK_VERSION",
} satisfies Record<keyof Cell, string>;

const axes = ["node", "pulumi", "sdk"] as const;

export function variablesOf(cell: Cell): Record<string, string> {
  return Object.fromEntries(axes.map((axis) => [variables[axis], cell[axis]]));
}

/** What the environment asks for. For what it leaves out, tests use what they always use. */
export function cellIn(environment: NodeJS.ProcessEnv): Partial<Cell> {
  return Object.fromEntries(
    axes.flatMap((axis) => {
      const version = environment[variables[axis]];
      return version ? [[axis, version]] : [];
    }),
  );
}

export function describeCell({ node, pulumi, sdk }: Cell): string {
  return `Node.js ${node}, @pulumi/pulumi ${pulumi}, AWS SDK ${sdk}`;
}
