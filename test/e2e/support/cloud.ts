import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator/index";

/** Short enough not to be waited for, long enough to be seen under way. */
const durations = {
  prefix: { create: 100, update: 100, delete: 100, nameRelease: 50 },
  custom: { create: 300, update: 300, delete: 200, nameRelease: 100 },
};

/** Steps that are over as soon as somebody looks, so that no wait sleeps. */
export const instant = {
  prefix: { create: 0, update: 0, delete: 0, nameRelease: 0 },
  custom: { create: 0, update: 0, delete: 0, nameRelease: 0 },
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
