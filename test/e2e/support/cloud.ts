import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator/index";

/** Short enough not to be waited for, long enough to be seen under way. */
const durations = {
  prefix: { create: 100, update: 100, delete: 100, nameRelease: 50 },
  custom: { create: 300, update: 300, delete: 200, nameRelease: 100 },
};

export interface Cloud {
  emulator: Emulator;
}

/** An embedded Cognito for the surrounding \`describe\`. */
export function useCloud(options: EmulatorOptions = {}): Cloud {
  const cloud = {} as Cloud;
  before(async () => {
    cloud.emulator = await startEmulator({ durations, ...options });
  });
  after(() => cloud.emulator.close());
  return cloud;
}
