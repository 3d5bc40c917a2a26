import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";

/** Whose a described domain is, if it isn't the pool's and account's that are known. */
export function foreignOwner(
  description: DomainDescriptionType,
  known: { userPoolId: string; awsAccountId?: string },
): string | undefined {
  const { UserPoolId, AWSAccountId } = description;
  if (UserPoolId !== undefined && UserPoolId !== known.userPoolId) return `user pool ${UserPoolId}`;
  if (AWSAccountId !== undefined && known.awsAccountId !== undefined && AWSAccountId !== known.awsAccountId) {
    return `AWS account ${AWSAccountId}`;
  }
  return undefined;
}
