import { start } from "./emulator/running";
import { spawnSync } from "node:child_process";
(async () => {
  const s = await start("emulator", 500, { durations: { prefix: { create: 0, update: 0, delete: 0, nameRelease: 0 }, custom: { create: 0, update: 0, delete: 0, nameRelease: 0 } } });
  const env = { ...process.env, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: s.endpoint, AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "x", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
  const run = (file: string, ...flags: string[]) => { const child = require("node:child_process").spawn(process.execPath, [...flags, file], { env, stdio: "inherit" }); return new Promise((r) => child.on("exit", r)); };
  await run(process.env["FILE"] ?? "/tmp/inproc.cjs", ...process.argv.slice(2));
  await s.stop();
})();
