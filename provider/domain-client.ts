import type {
  CreateUserPoolDomainRequest,
  DeleteUserPoolDomainRequest,
  DomainDescriptionType,
  UpdateUserPoolDomainRequest,
} from "@aws-sdk/client-cognito-identity-provider";

/**
 * All that the life of a domain needs of AWS, in one Region. Each call gives up after `within` milliseconds, and
 * fails with a `ServiceError`.
 */
export interface DomainClient {
  readonly region: string;
  /** Tells the CloudFront host name of a custom domain, which Describe may not know yet. */
  create(
    request: CreateUserPoolDomainRequest,
    within: number,
  ): Promise<{ cloudFrontDomain: string | undefined }>;
  /** Undefined when there is no domain of that name: the service then answers with an empty description. */
  describe(domain: string, within: number): Promise<DomainDescriptionType | undefined>;
  update(request: UpdateUserPoolDomainRequest, within: number): Promise<void>;
  delete(request: DeleteUserPoolDomainRequest, within: number): Promise<void>;
}
