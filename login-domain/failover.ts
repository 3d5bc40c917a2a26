import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { UserPoolDomainArgs } from "../provider";
import { regionOfUserPool, serviceHost } from "../provider/region";
import type { LoginFailover } from "./args";
import { partsThatDoNotFit } from "./diagnostics";
import { refuse } from "./refuse";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/**
 * Routing to the secondary Region, and the health check that decides on it: it reads the pool's public keys in the
 * primary Region. The login page itself would not do: once the secondary Region answers there, it is healthy again.
 */
export function failoverRouting(
  { name, parent, tags, transform }: Scope,
  userPoolId: pulumi.Input<string>,
  { secondaryRegion }: LoginFailover,
): UserPoolDomainArgs["routing"] {
  const healthCheck = new aws.route53.HealthCheck(
    ...transformed(
      transform.healthCheck,
      `${name}-health-check`,
      {
        type: "HTTPS",
        fqdn: pulumi.output(userPoolId).apply((id) => primaryHost(id, name)),
        port: 443,
        enableSni: true,
        resourcePath: pulumi.interpolate`/${userPoolId}/.well-known/jwks.json`,
        // Route 53's own defaults, which @pulumi/aws asks for.
        requestInterval: 30,
        failureThreshold: 3,
        tags,
      },
      { parent },
    ),
  );
  return { failover: { secondaryRegion, primaryRoute53HealthCheckId: healthCheck.id } };
}

function primaryHost(userPoolId: string, component: string): string {
  const region = regionOfUserPool(userPoolId);
  if (region !== undefined) return serviceHost("cognito-idp", region);
  return refuse(partsThatDoNotFit.noPrimaryRegion({ component, userPoolId }));
}
