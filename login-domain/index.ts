export type {
  GivenCertificate,
  InHostedZone,
  LoginDomainArgs,
  LoginFailover,
  RequestedCertificate,
  SharedArgs,
  WithFailover,
  WithoutDns,
  WithRouting,
} from "./args";
export { LoginDomain } from "./login-domain";
export type { SignInUrlArgs } from "./sign-in-url";
export type { LoginDomainTransform, Transform } from "./transform";
