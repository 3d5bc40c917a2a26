import assert from "node:assert/strict";
import {
  otherValidatedNames,
  refuseSharedRecord,
  validationOf,
} from "../../../login-domain/certificate-names";
import { validationOption } from "./made";

describe("The names of a certificate", () => {
  it("are validated apart from the domain's, a wildcard with the name that it stands before", () => {
    const names = ["*.auth.example.com", "a.example.com", "*.a.example.com", "A.example.com"];
    assert.deepEqual(otherValidatedNames("auth.example.com", names), ["a.example.com"]);
    assert.deepEqual(otherValidatedNames(undefined, names), ["auth.example.com", "a.example.com"]);
  });

  it("are validated by what ACM wants for each", () => {
    const options = [validationOption("auth.example.com"), validationOption("*.example.com")];
    assert.equal(validationOf("auth.example.com", options, "login"), options[0]);
    assert.equal(validationOf("example.com", options, "login"), options[1]);
  });

  it("are refused where a transform made the certificate for others", () => {
    assert.throws(() => validationOf("auth.example.com", [validationOption("*.example.com")], "login"), {
      message:
        "The certificate of LoginDomain login names a validation record for *.example.com, and none for auth.example.com. Take what changes its names or its validation out of transform.certificate. If there is no such thing, ACM was slow: run pulumi refresh, and pulumi up again.",
    });
    assert.throws(
      () => validationOf("auth.example.com", [], "login"),
      /a validation record for no name, and none for/,
    );
  });

  it("are refused where a domain that wasn't known turns out to be among them", () => {
    const others = otherValidatedNames(undefined, ["*.auth.example.com"]);
    assert.throws(
      () => refuseSharedRecord(others, "Auth.example.com", "login"),
      /^Error: LoginDomain login has Auth\./,
    );
    assert.doesNotThrow(() => refuseSharedRecord(others, "other.example.com", "login"));
  });
});
