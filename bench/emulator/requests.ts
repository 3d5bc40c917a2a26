/** The user pool of the domain with that number. */
export function poolOf(number: number): string {
  return `us-east-1_Pool${number}`;
}

export function domainOf(number: number): string {
  return `shop-${number}`;
}

export function createRequest(number: number): object {
  return { Domain: domainOf(number), UserPoolId: poolOf(number) };
}

/** The headers of a request as the SDKs send it. Signatures aren't verified, so that any will do. */
export function headersFor(operation: string): Record<string, string> {
  const scope = "AKIAIOSFODNN7EXAMPLE/20260701/us-east-1/cognito-idp/aws4_request";
  return {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    "x-amz-date": "20260701T000000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
  };
}
