import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { DomainInputs } from "../../../provider/inputs";
import { createRequest } from "../../../provider/plan/requests";
import type { Cloud } from "./cloud";

// This process isn't where the package's own calls are made, so what the SDK says of its Node.js is no concern here.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** Somebody else creates a domain through the API, and it becomes ACTIVE. */
export async function somebodyCreates({ emulator }: Cloud, inputs: DomainInputs): Promise<void> {
  const client = new CognitoIdentityProviderClient({
    endpoint: emulator.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAI44QH8DHBEXAMPLE", secretAccessKey: "somebody" },
  });
  await client.send(new CreateUserPoolDomainCommand(createRequest(inputs)));
  emulator.changeDomain(inputs.domain, { status: "ACTIVE" });
  client.destroy();
}
