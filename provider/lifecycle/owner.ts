import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";

/** Whose a described domain is, if it isn't the pool's and account's that are known. */
export function foreignOwner(
  description: DomainDescriptionType,
  known: { userPoolId: string; awsAccountId?: string },
): string | undefined {
  const { UserPoolId, AWSAccountId } = description;
  if (UserPoolId !== undefined && UserPoolId !== known.userPoolId) return `user pool ${UserPoolId}`;
  const account = accountIn(AWSAccountId);
  const knownAccount = accountIn(known.awsAccountId);
  return account && knownAccount && account !== knownAccount ? `AWS account ${account}` : undefined;
}

/** Only an account id counts: a server for tests was seen to make up another text at every call. */
function accountIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{12}$/.test(text) ? text : undefined;
}
