import assert from "node:assert/strict";
import { takeIn, type Wishes } from "../../../../cli/import/take";
import type { LiveDomain } from "../../../../cli/live-domain";
import { planChange } from "../../../../provider/plan/plan";
import { providerReference } from "../../../../provider/resource-type";
import { stateFrom } from "../../../../provider/state";
import type { DomainStatus } from "../../../../provider/status";

const urn = "urn:pulumi:dev::shop::acme:index:Site::site";

function liveDomain(domain: string, Status: DomainStatus = "ACTIVE"): LiveDomain {
  const inputs = { domain, userPoolId: "us-east-1_AbCdEf123" };
  return { inputs, state: stateFrom({ Status }, inputs, "us-east-1") };
}

const take = (wishes: Wishes, ...domains: string[]) =>
  takeIn(
    domains.map((domain) => liveDomain(domain)),
    wishes,
  );
const namesIn = ({ importFile }: ReturnType<typeof take>) => importFile.resources.map(({ name }) => name);

describe("What takes domains in", () => {
  it("names the resources after their domains, each by a name of its own", () => {
    const names = namesIn(take({}, "auth.example.com", "auth-example-com", "shop"));
    assert.deepEqual(names, ["auth-example-com", "auth-example-com-2", "shop"]);
  });

  it("has the name that was asked for", () => {
    const { importFile, code, domains } = take({ name: "login" }, "auth.example.com");
    assert.deepEqual([importFile.resources[0]?.name, domains[0]?.name], ["login", "login"]);
    assert.match(code, /const loginDomain = new UserPoolDomain\("login", \{/);
  });

  it("is the same in the file, the code and the list", () => {
    const { importFile, code, domains } = take({}, "shop");
    const [resource] = importFile.resources;
    const { inputs, state } = liveDomain("shop");
    assert.equal(resource?.id, "shop");
    assert.deepEqual(resource?.inputs, { ...inputs, __provider: providerReference });
    assert.deepEqual(resource?.outputs, { ...state, __provider: providerReference });
    assert.match(code, /domain: "shop",\n {2}userPoolId: "us-east-1_AbCdEf123",\n\}\);/);
    assert.deepEqual(domains, [
      {
        name: "shop",
        id: "shop",
        status: "ACTIVE",
        userPoolId: "us-east-1_AbCdEf123",
        region: "us-east-1",
        inputs,
      },
    ]);
  });

  it("has no parent and no protection unless asked", () => {
    const { importFile, code } = take({}, "shop");
    assert.ok(!("nameTable" in importFile) && !("parent" in (importFile.resources[0] ?? {})));
    assert.doesNotMatch(code, /parent|protect/);
  });

  it("is below a parent, in the file by its URN and in the code by what the program calls it", () => {
    const { importFile, code } = take({ parent: { name: "my_Site", urn } }, "shop");
    const { parent = "" } = importFile.resources[0] ?? {};
    assert.equal(importFile.nameTable?.[parent], urn);
    assert.match(code, /\{ parent: my_Site \}/);
  });

  it("is never its own parent, whatever the names", () => {
    const { importFile, code } = take({ name: "siteDomain", parent: { name: "siteDomain", urn } }, "shop");
    assert.notEqual(importFile.resources[0]?.parent, importFile.resources[0]?.name);
    assert.match(code, /const siteDomain2 = .*parent: siteDomain \}/s);
  });

  it("is protected when asked", () => {
    assert.match(take({ protect: true }, "shop").code, /\{ protect: true \}/);
  });

  const plans = {
    ACTIVE: [undefined, "none"],
    CREATING: [/shop is CREATING.*an update, which changes nothing/, "update"],
    UPDATING: [/shop is UPDATING.*an update, which changes nothing/, "update"],
    FAILED: [/shop is FAILED.*deletes it and creates it anew/, "replace"],
  } as const;
  for (const [status, [warning, planned]] of Object.entries(plans)) {
    it(`says of one that is ${status} what the next preview shows, as it is planned then`, () => {
      const live = liveDomain("shop", status as DomainStatus);
      const { warnings } = takeIn([live], {});
      const plan = planChange(live.state, live.inputs);
      assert.equal(plan.kind, planned);
      if (plan.kind === "update") assert.deepEqual(plan.calls, []);
      assert.equal(warnings.length, warning ? 1 : 0);
      if (warning) assert.match(warnings[0] ?? "", warning);
    });
  }
});
