import assert from "node:assert/strict";
import { readShorthand } from "../../../../cli/convert/shorthand";

/** What the AWS CLI 1.46's own parser makes of the same, unless it is said otherwise. */
describe("the AWS CLI's shorthand", () => {
  const taken: [string, string, object][] = [
    [
      "one member",
      "CertificateArn=arn:aws:acm:x:1:certificate/a",
      { CertificateArn: "arn:aws:acm:x:1:certificate/a" },
    ],
    ["members, with spaces between", "A = b , C= d\n", { A: "b", C: "d" }],
    [
      "a structure in it",
      "Failover={SecondaryRegion=us-west-2,Id=a b}",
      { Failover: { SecondaryRegion: "us-west-2", Id: "a b" } },
    ],
    ["an empty structure, and a comma too many in one", "A={},B={C=d,}", { A: {}, B: { C: "d" } }],
    ["nothing as a value", "A=,B=", { A: "", B: "" }],
    ["an equals sign in a value", "A=b=c", { A: "b=c" }],
    ["quotes around what would end a value", `A="b,c",D='e}f'`, { A: "b,c", D: "e}f" }],
    ["quotes within quotes", `A="b\\"c",D='it\\'s',E="\\\\"`, { A: 'b"c', D: "it's", E: "\\" }],
    ["a comma after a backslash", "A=b\\,c,D=e", { A: "b,c", D: "e" }],
    ["a prototype's name", "__proto__=a", Object.fromEntries([["__proto__", "a"]])],
    ["space at the end of a structure, which the AWS CLI refuses", "A={B=c} ", { A: { B: "c" } }],
  ];
  for (const [what, text, value] of taken) {
    it(`may have ${what}`, () => assert.deepEqual(readShorthand(text), value));
  }

  const refused: [string, string, string][] = [
    [
      "no value",
      "CertificateArn",
      "Expected: '=', received: 'EOF' for input:\nCertificateArn\n              ^",
    ],
    ["nothing in it", "", "Expected: '=', received: 'EOF' for input:\n\n^"],
    ["a list", "A=b,c", "Expected: '=', received: 'EOF' for input:\nA=b,c\n     ^"],
    ["a list in brackets", "A=[b]", "Expected: ',', received: '[' for input:\nA=[b]\n  ^"],
    ["a member twice", "A=b,A=c", 'Second instance of key "A" for input:\nA=b,A=c\n    ^'],
    [
      "a member twice in a structure, which the AWS CLI takes",
      "A={B=c,B=d}",
      'Second instance of key "B" for input:\nA={B=c,B=d}\n       ^',
    ],
    ["a comma at the end", "A=b,", "Expected: '=', received: 'EOF' for input:\nA=b,\n    ^"],
    ["a structure without an end", "A={B=c", "Expected: ',', received: 'EOF' for input:\nA={B=c\n      ^"],
    ["quotes without an end", "A='b", "Expected: the closing ', received: EOF for input:\nA='b\n  ^"],
    ["text after quotes", "A='b'c", "Expected: ',', received: 'c' for input:\nA='b'c\n     ^"],
    [
      "a mistake on its second line",
      "A=b,\nC==d,\nE=f",
      "Expected: ',', received: '=' for input:\nA=b,\nC==d,\n  ^\nE=f",
    ],
    ["a line end where a name should be", "\nA=b", "Expected: '=', received: 'A' for input:\n\nA=b\n^"],
    ["the name of a file", "A@=file://x", "Expected: '=', received: '@' for input:\nA@=file://x\n ^"],
  ];
  for (const [what, text, message] of refused) {
    it(`is refused with ${what}, and the place is shown`, () => {
      assert.throws(() => readShorthand(text), { message });
    });
  }
});
