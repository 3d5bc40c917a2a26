import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { regionOfUserPool } from "../../../../provider/region";
import type { World } from "./world";

// This process isn't where the package's own calls are made, so what the SDK says of its Node.js is no concern here.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** Calls Cognito in the Region of a pool. */
export async function withClient<T>(
  { cloud: { emulator } }: World,
  userPoolId: string,
  use: (client: CognitoIdentityProviderClient) => Promise<T>,
): Promise<T> {
  const client = new CognitoIdentityProviderClient({
    endpoint: emulator.endpoint,
    region: regionOf(userPoolId),
    credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" },
  });
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
}

export function regionOf(userPoolId: string): string {
  return regionOfUserPool(userPoolId) ?? "us-east-1";
}
