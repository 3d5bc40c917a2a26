import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../clock";
import type { DomainClient } from "../domain-client";
import { ServiceError } from "../errors/service-error";
import type { AwsConfiguration } from "./configuration";
import { type Connection, openConnection } from "./connection";
import { send } from "./send";

/** Opens a client for one Region, or for that of the environment or the profile. */
export async function connectToCognito(
  configuration: AwsConfiguration,
  wantedRegion: string | undefined,
  environment: NodeJS.ProcessEnv,
  clock: Clock,
): Promise<DomainClient> {
  return domainClient(await openConnection(configuration, wantedRegion, environment, clock));
}

export function domainClient({ region, sdk, client }: Connection): DomainClient {
  return {
    region,
    async create(request, within) {
      const command = new sdk.CreateUserPoolDomainCommand(request);
      const answer = await send("CreateUserPoolDomain", within, command, (options) =>
        client.send(command, options),
      );
      return { cloudFrontDomain: answer.CloudFrontDomain };
    },
    async describe(domain, within) {
      const command = new sdk.DescribeUserPoolDomainCommand({ Domain: domain });
      try {
        const answer = await send("DescribeUserPoolDomain", within, command, (options) =>
          client.send(command, options),
        );
        return isEmpty(answer.DomainDescription) ? undefined : answer.DomainDescription;
      } catch (error) {
        // Not what the service is known to say of an unknown name, but its model allows it.
        if (error instanceof ServiceError && error.exception === "ResourceNotFoundException")
          return undefined;
        throw error;
      }
    },
    async update(request, within) {
      const command = new sdk.UpdateUserPoolDomainCommand(request);
      await send("UpdateUserPoolDomain", within, command, (options) => client.send(command, options));
    },
    async delete(request, within) {
      const command = new sdk.DeleteUserPoolDomainCommand(request);
      await send("DeleteUserPoolDomain", within, command, (options) => client.send(command, options));
    },
  };
}

function isEmpty(description: DomainDescriptionType | undefined): boolean {
  return Object.values(description ?? {}).every((value) => value === undefined);
}
