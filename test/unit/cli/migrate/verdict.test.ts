import assert from "node:assert/strict";
import { judge } from "../../../../cli/migrate/verdict";
import type { PreviewStep } from "../../../../report/preview";
import { alias, loginUrn, newLoginUrn, stackUrn } from "./support";

const migrated = { successors: new Map([[loginUrn, newLoginUrn]]), dependents: [alias.urn] };

function verdictOn(steps: PreviewStep[], errors: string[] = []) {
  return judge({ steps, errors }, migrated);
}

describe("a preview of the migrated state", () => {
  it("is fine when it leaves everything alone", () => {
    const same = [stackUrn, newLoginUrn, alias.urn].map((urn) => ({ op: "same", urn }));
    assert.deepEqual(verdictOn([]), { problems: [], others: 0 });
    assert.deepEqual(verdictOn(same), { problems: [], others: 0 });
  });

  it("may change other resources, which are counted", () => {
    const other = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::bucket";
    const steps = ["create-replacement", "replace", "delete-replaced"].map((op) => ({ op, urn: other }));
    assert.deepEqual(
      verdictOn([...steps, { op: "read", urn: `${other}2` }, { op: "delete", urn: `${other}3` }]),
      {
        problems: [],
        others: 2,
      },
    );
  });

  it("tells that the program still declares the old one, and nothing of what follows from that", () => {
    const steps = [
      { op: "create", urn: loginUrn },
      { op: "delete", urn: newLoginUrn },
      { op: "update", urn: alias.urn },
    ];
    assert.equal(verdictOn(steps).others, 0);
    assert.deepEqual(verdictOn(steps).problems, [
      "The program still declares login (aws:cognito/userPoolDomain:UserPoolDomain): first put the code that npx cognito-domain migrate prints in its place.",
    ]);
  });

  it("tells that the program declares neither", () => {
    assert.deepEqual(verdictOn([{ op: "delete", urn: newLoginUrn }]).problems, [
      `The program doesn't declare ${newLoginUrn}: first put the code that npx cognito-domain migrate prints into it, with the same name and the same parent.`,
    ]);
  });

  it("tells that the program declares neither, where the preview only says that it can't delete", () => {
    const refusal = `Preview failed: resource "${newLoginUrn}" cannot be deleted\nbecause it is protected. To unprotect …`;
    assert.match(
      verdictOn([], [refusal, "preview failed"]).problems.join("\n"),
      /^The program doesn't declare [^\n]*$/,
    );
    const ofAnother = refusal.replace(newLoginUrn, `${newLoginUrn}2`);
    assert.deepEqual(verdictOn([], [ofAnother]).problems, [`pulumi preview failed: ${ofAnother}`]);
  });

  it("tells what of a successor would change", () => {
    const oldState = {
      inputs: { domain: "a", customDomainConfig: { certificateArn: "1" }, __provider: "x" },
    };
    const newState = {
      inputs: { domain: "a", customDomainConfig: { certificateArn: "2" }, region: "r", __provider: "y" },
    };
    assert.deepEqual(verdictOn([{ op: "update", urn: newLoginUrn, oldState, newState }]).problems, [
      "login (pulumi-nodejs:dynamic/cognito:UserPoolDomain) would be changed (update of customDomainConfig, region): the program must give what the domain has.",
    ]);
  });

  it("tells once that one would be replaced", () => {
    const steps = ["delete-replaced", "replace", "create-replacement"].map((op) => ({
      op,
      urn: newLoginUrn,
    }));
    assert.match(verdictOn(steps).problems.join("\n"), /^login \(.*\) would be changed \(replace\): [^\n]*$/);
  });

  it("tells what would change of what refers to one", () => {
    const [oldState, newState] = ["a", "b"].map((name) => ({ inputs: { aliases: [{ name }] } }));
    assert.match(
      verdictOn([{ op: "update", urn: alias.urn, oldState, newState }]).problems.join("\n"),
      /^alias \(aws:route53\/record:Record\), which refers to a migrated domain, would be changed \(update of aliases\): /,
    );
  });

  it("tells why it failed", () => {
    assert.deepEqual(verdictOn([], ["Cannot find module 'pulumi-cognito-domain'"]).problems, [
      "pulumi preview failed: Cannot find module 'pulumi-cognito-domain'",
    ]);
  });
});
