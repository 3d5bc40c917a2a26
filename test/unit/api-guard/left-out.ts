/**
 * What the service has and the provider does without, each with the reason. The names are those that the guard gives;
 * a structure that is left out is left out whole.
 */
export const leftOut: Readonly<Record<string, string>> = {
  "CreateUserPoolDomain output ManagedLoginVersion": "the Describe that follows tells it",
  "CreateUserPoolDomain output Routing": "the Describe that follows tells it",
  "UpdateUserPoolDomain output ManagedLoginVersion": "the Describe that follows tells it",
  "UpdateUserPoolDomain output CloudFrontDomain": "an update keeps the distribution, and Describe tells it",
  "UpdateUserPoolDomain output Routing": "the Describe that follows tells it",
};
