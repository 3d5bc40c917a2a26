import { startEmulator } from "../emulator";

/** Runs the embedded Cognito with the quickstart's two user pools, until Ctrl-C. */
async function main(): Promise<void> {
  const emulator = await startEmulator();
  emulator.createPool({ id: "us-east-1_Staging01" });
  emulator.createPool({ id: "us-east-1_Product01" });
  console.log("# The embedded Cognito runs until Ctrl-C. In another terminal, paste:");
  for (const [name, value] of Object.entries(emulator.environment)) console.log(`export ${name}=${value}`);
  process.once("SIGINT", () => void emulator.close());
  process.once("SIGTERM", () => void emulator.close());
}

void main();
