import { type Call, type Emulator, startEmulator } from "../../emulator";
import { findEngine } from "../engine/find-engine";
import { heading, say } from "./show";
import { openStage, type Stage } from "./stage";

/**
 * The life of two domains, told by the tool itself: every command is printed as one would type it, and what follows is
 * the engine's own output. Cognito is the embedded one, on loopback; the state lies in a temporary folder.
 */
async function main(): Promise<void> {
  const engine = await findEngine();
  const emulator = await startEmulator();
  try {
    emulator.createPool({ id: pools.staging });
    emulator.createPool({ id: pools.production });
    const stage = await openStage(engine, emulator.environment);
    try {
      say(
        `Pulumi CLI ${engine.version} (${engine.source}) runs examples/quickstart against the embedded Cognito at ${emulator.endpoint}, where steps take seconds instead of minutes.`,
      );
      await play(stage, emulator);
    } finally {
      await stage.close();
    }
    say(`Cognito got these calls: ${countByOperation(emulator.calls)}.`);
  } finally {
    await emulator.close();
  }
}

async function play({ pulumi, config }: Stage, emulator: Emulator): Promise<void> {
  heading("1. Create a prefix domain for staging and a custom domain for production");
  await pulumi("stack init demo");
  await config("staging.domain", "my-app-staging");
  await config("staging.userPoolId", pools.staging);
  await config("production.domain", "auth.example.com");
  await config("production.userPoolId", pools.production);
  await config("production.customDomainConfig.certificateArn", certificates.first);
  await pulumi("preview --diff");
  await pulumi("up --yes --skip-preview");

  heading("2. A new certificate is changed in place");
  await config("production.customDomainConfig.certificateArn", certificates.second);
  await pulumi("up --yes --skip-preview");

  heading("3. A rename replaces: the preview says what that means, and up deletes, then creates");
  await config("production.domain", "login.example.com");
  await pulumi("preview --diff");
  await pulumi("up --yes --skip-preview");

  heading("4. From prefix to custom there is no outage: up creates, then deletes");
  await config("staging.domain", "login.staging.example.com");
  await config("staging.customDomainConfig.certificateArn", certificates.first);
  await pulumi("up --yes --skip-preview");

  heading("5. Somebody changes the certificate in the console; refresh sees it, up mends it");
  emulator.changeDomain("login.example.com", { certificateArn: certificates.third });
  await pulumi("preview --refresh --diff");
  await pulumi("refresh --yes --skip-preview");
  await pulumi("up --yes --skip-preview");

  heading("6. Destroy");
  await pulumi("destroy --yes --skip-preview");
}

const pools = { staging: "us-east-1_Staging01", production: "us-east-1_Product01" };

const certificateArn = (digit: number) =>
  `arn:aws:acm:us-east-1:123456789012:certificate/${`${digit}`.repeat(8)}-1111-4111-8111-111111111111`;
const certificates = { first: certificateArn(1), second: certificateArn(2), third: certificateArn(3) };

function countByOperation(calls: readonly Call[]): string {
  const counts = new Map<string, number>();
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return [...counts].map(([operation, count]) => `${count} ${operation}`).join(", ");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
