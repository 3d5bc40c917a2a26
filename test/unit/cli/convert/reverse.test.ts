import assert from "node:assert/strict";
import { reverseInputs } from "../../../../cli/convert/reverse";
import { providerReference } from "../../../../provider/resource-type";
import { unknownValue } from "../../../../provider/unknown";

describe("a program's inputs as a command", () => {
  const place = { domain: "shop", userPoolId: "eu-west-1_AbC" };
  const reverse = (document: unknown) => reverseInputs(document, "inputs.json");

  it("create the same domain in the same Region", () => {
    assert.deepEqual(reverse({ ...place, managedLoginVersion: 2, __provider: providerReference }), {
      command: `aws cognito-idp create-user-pool-domain \\
  --domain shop \\
  --user-pool-id eu-west-1_AbC \\
  --managed-login-version 2 \\
  --region eu-west-1`,
      remarks: [],
    });
  });

  it("are for the Region that they name, before the pool's", () => {
    const { command, remarks } = reverse({ ...place, region: "eu-central-1" });
    assert.match(command, /--region eu-central-1$/);
    assert.deepEqual(
      remarks.map(({ kind, path }) => [kind, path]),
      [["note", "region"]],
    );
  });

  it("are for the AWS CLI's Region where they have none", () => {
    assert.ok(!reverse({ ...place, userPoolId: "local_1" }).command.includes("--region"));
  });

  it("leave out what only Pulumi has a use for, and say so", () => {
    const { command, remarks } = reverse({
      ...place,
      timeouts: { create: "5m" },
      adoptExisting: true,
      routing: null,
    });
    assert.equal(command, reverse(place).command);
    assert.deepEqual(
      remarks.map(({ message }) => message),
      [
        "timeouts is left out: it is for Pulumi, not for Cognito.",
        "adoptExisting is left out: it is for Pulumi, not for Cognito.",
      ],
    );
  });

  const secret = {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    ciphertext: "v1:a",
  };
  const refused: [string, unknown, RegExp][] = [
    ["no object", ["shop"], /^inputs\.json isn't the inputs of a domain, which are an object\.$/],
    [
      "a secret of a state",
      { ...place, userPoolId: secret },
      /^inputs\.json can't be made a command\.\n {2}userPoolId is a secret, which a command would show: /,
    ],
    [
      "a secret of a preview, within an object",
      { ...place, customDomainConfig: { certificateArn: "[secret]" } },
      /\n {2}customDomainConfig\.certificateArn is a secret, which a command would show: /,
    ],
    [
      "a value of a preview that isn't known",
      { ...place, userPoolId: unknownValue },
      /\n {2}userPoolId isn't known before pulumi up: /,
    ],
    [
      "a request",
      { Domain: "shop" },
      /\n {2}Domain is not a property of a user pool domain; did you mean domain\? /,
    ],
    ["a value that is refused", { ...place, domain: "-shop" }, /\n {2}domain "-shop" has a hyphen /],
    ["nothing", {}, /\n {2}domain is missing\. .*\n {2}userPoolId is missing\. /],
  ];
  for (const [what, document, message] of refused) {
    it(`may not be or have ${what}`, () => {
      assert.throws(() => reverse(document), { message });
    });
  }
});
