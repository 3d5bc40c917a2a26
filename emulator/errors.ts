import { messages } from "./messages";

/** A refusal as the service words it: the error's name, its message and the HTTP status it comes with. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = statusOf(name)) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export function invalidParameter(message: string): ServiceError {
  return new ServiceError("InvalidParameterException", message);
}

export function concurrentModification(domain: string, status: string): ServiceError {
  return new ServiceError("ConcurrentModificationException", messages.domainIsBusy(domain, status));
}

export function poolNotFound(userPoolId: string): ServiceError {
  return new ServiceError("ResourceNotFoundException", messages.userPoolNotFound(userPoolId));
}

export function featureUnavailableInTier(message: string): ServiceError {
  return new ServiceError("FeatureUnavailableInTierException", message);
}

export function operationNotEnabled(region: string): ServiceError {
  return new ServiceError("OperationNotEnabledException", messages.notInReplica(region));
}

/** The service often gives no message with it. */
export function serializationError(message = ""): ServiceError {
  return new ServiceError("SerializationException", message);
}

/** The HTTP status of an error: 500 for the service's own faults that the API reference names, otherwise 400. */
export function statusOf(name: string): number {
  return name === "InternalErrorException" || name === "InternalFailure" ? 500 : 400;
}
