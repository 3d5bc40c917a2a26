import assert from "node:assert/strict";
import { parse } from "yaml";
import { type Example, exampleCalled, examples } from "../support/examples";
import { commandsOn, linksOf, page, quotesOf } from "../support/markdown";
import { type Manifest, namesInScripts, ownManifest, packagesImportedBy } from "../support/packages";
import { typeErrorsIn } from "../support/type-check";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { useExample } from "./support/example-stack";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { treeOf, treeOn } from "./support/preview-tree";
import type { Outcome, Stack } from "./support/stack";
import { outcomeOf } from "./support/story";

/** So many words fit on a page of paper: see the threat model's test. */
const mostWords = 550;

describe("The examples", () => {
  const cloud = useCloud();
  const aws = useAwsPlugin(cloud);
  let typeErrors: ReturnType<typeof typeErrorsIn>;
  before(function () {
    this.timeout("1m");
    typeErrors = typeErrorsIn(examples.flatMap((example) => example.sources()));
  });

  for (const example of examples) {
    describe(`examples/${example.name}`, () => {
      it("is a Pulumi project of its own", () => {
        const { name, description, runtime } = parse(example.text("Pulumi.yaml")) as Record<string, string>;
        assert.ok(name && description);
        assert.equal(runtime, "nodejs");
      });

      it("is a package that can't be published by mistake", () => {
        const { name, private: isPrivate } = manifestOf(example);
        assert.deepEqual({ name, isPrivate }, { name: example.name, isPrivate: true });
      });

      it("depends on what it uses, and on nothing else", () => {
        const manifest = manifestOf(example);
        const declared = Object.keys(dependenciesOf(manifest));
        // Where none is installed, Pulumi runs a program with TypeScript 3.8, which knows no `import { type … }`.
        const needed = packagesImportedBy(example.sources()).add("typescript");
        // What a script runs, what this package asks to have beside it, and Node.js, for its types.
        const others = [
          ...namesInScripts(manifest),
          ...Object.keys(ownManifest.peerDependencies ?? {}),
          "node",
        ];
        const isUsed = (name: string) => needed.has(name) || others.includes(name);
        assert.deepEqual([...needed].filter((name) => !declared.includes(name)).toSorted(), []);
        assert.deepEqual(
          declared.filter((name) => !isUsed(name.replace("@types/", ""))),
          [],
        );
      });

      it("takes the versions that this repository is developed with", () => {
        const { "pulumi-cognito-domain": own, ...others } = dependenciesOf(manifestOf(example));
        assert.equal(own, "file:../..");
        const developedWith = dependenciesOf(ownManifest);
        const shared = Object.keys(others).filter((name) => developedWith[name] !== undefined);
        assert.deepEqual(
          Object.fromEntries(shared.map((name) => [name, others[name]])),
          Object.fromEntries(shared.map((name) => [name, developedWith[name]])),
        );
      });

      it("is told of on a page", () => {
        const readme = example.text("README.md");
        assert.match(readme, /^# \S/);
        const words = readme.split(/\s+/).length;
        assert.ok(words <= mostWords, `${words} words, more than ${mostWords}`);
      });

      it("says how a copy gets the package, which npm would otherwise link from where the copy lies", () => {
        const commands = quotesOf(example.text("README.md")).filter((code) => code.startsWith("npm install"));
        // Without @latest npm keeps what package.json says, a folder.
        assert.deepEqual(commands, ["npm install pulumi-cognito-domain@latest", "npm install <tarball>"]);
      });

      it("is named in the repository's README", () => {
        const readme = `examples/${example.name}/README.md`;
        assert.ok(linksOf(page("README.md")).includes(readme), `README.md has no link to ${readme}`);
      });

      it("type-checks", () => {
        assert.deepEqual(
          example.sources().flatMap((file) => typeErrors.get(file) ?? []),
          [],
        );
      });

      if (example.isProgram) {
        describe("its preview, configured as its README says", () => {
          const stack = useExample(example, cloud, aws);
          const preview = outcomeOf(() => previewOf(example, stack));

          it("shows the resources that its README shows", () => {
            assertSucceeded(preview);
            assert.deepEqual(treeOf(preview.steps).toSorted(), treeOn(example.text("README.md")).toSorted());
          });

          it("finds nothing wrong, and calls nothing", () => {
            assert.equal(messagesOf(preview, "error"), "");
            assert.deepEqual(preview.calls, []);
          });
        });
      }
    });
  }

  describe("an example with a property that @pulumi/aws doesn't have", () => {
    const example = exampleCalled("custom-domain");
    const text = example.text("index.ts").replace("evaluateTargetHealth", "evaluateHealth");
    const files = () => ({ ...example.files(), "index.ts": text });
    const stack = useExample({ ...example, files }, cloud, aws);
    const preview = outcomeOf(() => previewOf(example, stack));

    it("would be found out", () => {
      assert.notEqual(preview.exitCode, 0);
      assert.match(messagesOf(preview, "error"), /aliases\[0\]\.evaluateHealth is no property that there is/);
    });
  });
});

async function previewOf(example: Example, stack: Stack): Promise<Outcome> {
  const commands = commandsOn(example.text("README.md")).filter((line) =>
    line.startsWith("pulumi config set "),
  );
  for (const command of commands) assertSucceeded(await stack.paste(command));
  return stack.preview();
}

function manifestOf(example: Example): Manifest {
  return JSON.parse(example.text("package.json")) as Manifest;
}

function dependenciesOf({ dependencies, devDependencies }: Manifest): Readonly<Record<string, string>> {
  return { ...dependencies, ...devDependencies };
}
