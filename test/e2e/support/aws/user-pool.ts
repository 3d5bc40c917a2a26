import { DeleteUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import type { UserPoolTier } from "../../../../emulator/cloud/pools";
import { withClient } from "./client";
import type { Kind } from "./kind";

interface UserPoolArgs {
  readonly name?: string;
  readonly region?: string;
  readonly userPoolTier?: UserPoolTier;
}

export const userPool: Kind = {
  replacedBy: ["aliasAttributes", "region", "usernameAttributes", "usernameConfiguration"],

  create({ name: resourceName, inputs }, { cloud, region: defaultRegion }) {
    const {
      name = resourceName,
      region = defaultRegion,
      userPoolTier = "ESSENTIALS",
    } = inputs as UserPoolArgs;
    const { id, arn } = cloud.emulator.createPool({ name, region, tier: userPoolTier });
    const endpoint = `cognito-idp.${region}.amazonaws.com/${id}`;
    return {
      id,
      outputs: { ...inputs, name, region, userPoolTier, arn, endpoint, customDomain: "", domain: "" },
    };
  },

  // By the API, which refuses while the pool has a domain.
  async delete(id, _held, world) {
    await withClient(world, id, (client) => client.send(new DeleteUserPoolCommand({ UserPoolId: id })));
  },
};
