/** The type of the resource, as programs, states and import files name it. */
export const resourceType = "pulumi-nodejs:dynamic/cognito:UserPoolDomain";

/**
 * What the plugin for dynamic resources evaluates to get the provider. `pulumi.dynamic.Resource` would put a serialized
 * copy of the provider there, for every resource: a hundred times the state, and the code of the day it was created on.
 */
export const providerReference = "exports.handler = () => require('pulumi-cognito-domain/provider').provider";
