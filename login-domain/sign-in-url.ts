import * as pulumi from "@pulumi/pulumi";

/** Who signs in, and where they come back to. */
export interface SignInUrlArgs {
  /** The id of an app client of the user pool, such as `1example23456789`. */
  clientId: pulumi.Input<string>;
  /** One of the client's callback URLs, such as `https://app.example.com/callback`. */
  redirectUri: pulumi.Input<string>;
}

/**
 * Asks for all scopes that the client may have, as the service does where none are named.
 *
 * Source: Amazon Cognito developer guide, "The redirect and authorization endpoint".
 */
export function signInUrl(
  loginPage: pulumi.Output<string>,
  { clientId, redirectUri }: SignInUrlArgs,
): pulumi.Output<string> {
  return pulumi.all([loginPage, clientId, redirectUri]).apply(([loginPage, clientId, redirectUri]) => {
    const query = new URLSearchParams({
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
    });
    return `${loginPage}/oauth2/authorize?${query}`;
  });
}
