import { type Secrets, secretsIn } from "../secret";
import type { StateResource } from "./pulumi-state";

/** What was secret of an old domain, where that stands in its successor. */
export function secretsOf({ inputs = {}, outputs = {} }: StateResource): Secrets {
  const [ofInputs = [], ofOutputs = []] = [inputs, outputs].map((values) =>
    secretsIn(values).map((name) => successorOf[name] ?? name),
  );
  return { inputs: ofInputs, outputs: ofOutputs };
}

/** Those of the AWS provider's properties that are called something else in this package. */
const successorOf: Readonly<Record<string, string>> = {
  certificateArn: "customDomainConfig.certificateArn",
  cloudfrontDistribution: "cloudFrontDistribution",
  cloudfrontDistributionArn: "cloudFrontDistribution",
  cloudfrontDistributionZoneId: "cloudFrontHostedZoneId",
};
