import { diagnosis } from "../../provider/errors/diagnosis";

/** What `cognito-domain emulator` says when it can't begin. */
export const starting = {
  unusableSeed: diagnosis({
    says: ({ path, problem }: { path: string; problem: string }) =>
      `The seed ${path} can't be used. ${problem}`,
    cause: "The file isn't there, isn't JSON, or describes what the service could not have.",
    unsaid: "[The embedded Cognito](emulator.md) has what a seed can hold.",
    example: {
      path: "pools.json",
      problem: "ENOENT: no such file or directory, open 'pools.json'",
    },
  }),
  portTaken: diagnosis({
    says: ({ port }: { port: number }) => `Port ${port} is taken.`,
    wayOut: () => "Choose another, or leave --port out to have a free one picked.",
    cause: "Another process listens there, perhaps an emulator of yours.",
    example: { port: 9229 },
  }),
  portForbidden: diagnosis({
    says: ({ port }: { port: number }) => `Port ${port} may not be used by you.`,
    wayOut: () => "Choose one from 1024 up, or leave --port out.",
    cause: "The operating system keeps low ports for its administrator.",
    example: { port: 80 },
  }),
  noSuchPort: diagnosis({
    after: "error: option '--port <number>' argument '70000' is invalid.",
    says: () => "A port is at most 65535.",
    cause: "Ports are numbers of 16 bits.",
    unsaid: "Choose one from 1024 up, or leave `--port` out.",
    example: undefined,
  }),
  noAccount: diagnosis({
    after: "error: option '--account <id>' argument '12' is invalid.",
    says: () => "It isn't twelve digits.",
    cause: "AWS accounts are known by numbers of twelve digits, zeros in front included.",
    unsaid: "Give all twelve, or leave `--account` out.",
    example: undefined,
  }),
  notWhole: diagnosis({
    after: "error: option '--read-delay <milliseconds>' argument '1s' is invalid.",
    says: () => "It isn't a whole number from 0.",
    cause: "The option takes digits alone, without a unit.",
    unsaid: "Give a number such as 1000.",
    example: undefined,
  }),
  notPositive: diagnosis({
    after: "error: option '--speed <factor>' argument '0' is invalid.",
    says: () => "It isn't a number above 0.",
    cause: "The option takes a factor: 2 is twice as fast, 0.5 half as fast.",
    unsaid: "Give a number above 0.",
    example: undefined,
  }),
};
