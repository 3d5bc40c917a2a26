import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { Machine } from "./machine";

describe("finding an engine", () => {
  let machine: Machine;

  beforeEach(async () => {
    machine = await Machine.create();
  });

  afterEach(() => machine.remove());

  describe("the order of ways", () => {
    it("takes the CLI named in PULUMI_CLI before one on PATH", async () => {
      const mine = path.join(machine.root, "mine");
      await machine.cli(mine, "3.260.0");
      await machine.cli(machine.path, "3.255.0");

      const engine = await machine.find({ PULUMI_CLI: path.join(mine, "pulumi") });

      assert.deepEqual(
        [engine.source, engine.binDirectory, engine.version],
        ["environment", mine, "3.260.0"],
      );
    });

    it("takes a CLI on PATH before one in the cache", async () => {
      await machine.cli(machine.path, "3.254.0");
      await machine.cli(machine.engineBin, "3.255.0");

      const engine = await machine.find();

      assert.deepEqual([engine.source, engine.pulumi], ["path", path.join(machine.path, "pulumi")]);
    });

    it("takes a CLI in the cache before a download, and runs nothing for it", async () => {
      await machine.cli(machine.engineBin, "3.255.0");

      const engine = await machine.find();

      assert.deepEqual([engine.source, engine.pulumi], ["cache", path.join(machine.engineBin, "pulumi")]);
      assert.deepEqual([machine.commands, machine.lines], [[], []]);
    });

    it("downloads before it builds", async () => {
      await machine.go();
      machine.download = (root, version) => machine.cli(path.join(root, "bin"), version);

      const engine = await machine.find();

      assert.deepEqual([engine.source, engine.binDirectory], ["download", machine.engineBin]);
      assert.deepEqual(machine.commands, ["pulumi version"]);
    });

    it("builds where nothing can be downloaded, and says so in one line", async () => {
      await machine.go();

      const engine = await machine.find();

      assert.deepEqual([engine.source, engine.binDirectory], ["build", machine.engineBin]);
      assert.deepEqual(machine.lines, [
        "Downloading Pulumi CLI 3.255.0",
        "The Pulumi CLI can't be downloaded here (Failed to download https://example.test/install.sh: fetch failed).",
        "Building Pulumi CLI 3.255.0 with Go (about 7 min the first time)",
      ]);
    });

    it("builds once: the next run takes it from the cache and runs nothing", async () => {
      await machine.go();
      await machine.find();
      machine.commands.length = 0;

      const engine = await machine.find();

      assert.deepEqual([engine.source, engine.version, machine.commands], ["cache", "3.255.0", []]);
    });

    it("names every way and what to install when none is left", async () => {
      await assert.rejects(machine.find(), {
        message: [
          "No Pulumi CLI was found, and none could be made:",
          "- On PATH: there is no pulumi on PATH",
          `- Made earlier: none in ${path.dirname(machine.engineBin)}`,
          "- Official download: Failed to download https://example.test/install.sh: fetch failed",
          "- Build from Go modules: there is no go on PATH; Go 1.26.6 or newer is needed",
          "Put one of these right, or install the Pulumi CLI 3.254.0 or a newer 3.x (https://www.pulumi.com/docs/install) or Go 1.26.6 or newer (https://go.dev/doc/install), then try again.",
        ].join("\n"),
      });
    });
  });

  describe("a CLI on PATH", () => {
    const rejected = [
      ["is passed over when it is too old", "3.253.9"],
      ["is passed over when it is of another major version", "4.0.0"],
      ["is passed over when it prints no version", "nonsense"],
    ] as const;
    for (const [behaviour, version] of rejected) {
      it(behaviour, async () => {
        await machine.cli(machine.path, version);
        await machine.cli(machine.engineBin, "3.255.0");

        assert.equal((await machine.find()).source, "cache");
      });
    }

    it("is passed over when its Node.js language host is missing", async () => {
      await machine.cli(machine.path, "3.255.0");
      await rm(path.join(machine.path, "pulumi-language-nodejs"));
      await machine.cli(machine.engineBin, "3.255.0");

      assert.equal((await machine.find()).source, "cache");
    });

    it("may have its plugins in another folder of PATH", async () => {
      const plugins = path.join(machine.root, "plugins");
      await machine.cli(plugins, "3.255.0");
      await machine.program(machine.path, "pulumi", "3.255.0");

      const engine = await machine.find({ PATH: `${machine.path}:${plugins}` });

      assert.deepEqual([engine.source, engine.binDirectory], ["path", machine.path]);
    });
  });

  describe("PULUMI_CLI", () => {
    it("is an error when there is no such program, even with another CLI at hand", async () => {
      await machine.cli(machine.path, "3.255.0");
      const nowhere = path.join(machine.root, "nowhere", "pulumi");

      await assert.rejects(machine.find({ PULUMI_CLI: nowhere }), {
        message: `PULUMI_CLI can't be used: ${nowhere} is no program. Correct it, or unset it to have a CLI found.`,
      });
    });

    it("is an error when it is too old", async () => {
      await machine.cli(machine.path, "3.100.0");

      await assert.rejects(
        machine.find({ PULUMI_CLI: path.join(machine.path, "pulumi") }),
        /pulumi is version 3\.100\.0; 3\.254\.0 or a newer 3\.x is needed/,
      );
    });

    it("counts as unset when it is empty", async () => {
      await machine.cli(machine.path, "3.255.0");

      assert.equal((await machine.find({ PULUMI_CLI: "" })).source, "path");
    });
  });

  describe("a build", () => {
    it("leaves nothing but the three programs", async () => {
      await machine.go();

      const { binDirectory } = await machine.find();

      assert.deepEqual((await readdir(binDirectory)).sort(), [
        "pulumi",
        "pulumi-language-nodejs",
        "pulumi-resource-pulumi-nodejs",
      ]);
    });

    it("brings a launcher for dynamic providers", async () => {
      await machine.go();

      const { binDirectory } = await machine.find();

      assert.match(
        await readFile(path.join(binDirectory, "pulumi-resource-pulumi-nodejs"), "utf8"),
        /^#!\/bin\/sh/,
      );
    });

    it("isn't begun with a Go that is too old", async () => {
      await machine.go("go1.25.9");

      await assert.rejects(machine.find(), /go is go1\.25\.9; Go 1\.26\.6 or newer is needed/);
      assert.deepEqual(machine.commands, ["go env"]);
    });

    it("that fails shows what Go said and leaves nothing behind", async () => {
      await machine.go();
      machine.goBuild = async (binDirectory) => {
        await machine.program(binDirectory, "pulumi", "half");
        throw new Error("`go build` ended with exit code 1\nlink: no space left on device");
      };

      await assert.rejects(
        machine.find(),
        /- Build from Go modules: `go build` ended with exit code 1\n {4}link: no space left on device\n/,
      );
      assert.deepEqual(await machine.cached(), []);
    });

    it("that makes another version than the wanted one isn't kept", async () => {
      await machine.go();
      machine.goBuild = (binDirectory) => machine.cli(binDirectory, "3.1.0");

      await assert.rejects(machine.find(), /it is version 3\.1\.0, not 3\.255\.0/);
      assert.deepEqual(await machine.cached(), []);
    });

    it("ends at an abort, without trying anything else", async () => {
      await machine.go();
      const controller = new AbortController();
      const reason = new Error("Interrupted");
      machine.goBuild = async () => {
        controller.abort(reason);
        throw new Error("`go build` was ended by SIGINT");
      };

      await assert.rejects(machine.find({}, { signal: controller.signal }), reason);
      assert.deepEqual(await machine.cached(), []);
    });
  });

  describe("the cache", () => {
    it("doesn't take what a killed run left for an engine", async () => {
      await machine.go();
      await machine.cli(path.join(machine.cache, "3.255.0-linux-x64.draft-killed", "bin"), "3.255.0");

      assert.equal((await machine.find()).source, "build");
    });

    it("is rid of what a killed run left a day ago", async () => {
      await machine.go();
      const left = path.join(machine.cache, "3.255.0-linux-x64.draft-killed");
      await mkdir(left, { recursive: true });
      const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1_000);
      await utimes(left, twoDaysAgo, twoDaysAgo);

      await machine.find();

      assert.deepEqual(await machine.cached(), ["3.255.0-linux-x64"]);
    });

    it("leaves alone what another run is making", async () => {
      await machine.go();
      const others = path.join(machine.cache, "3.255.0-linux-x64.draft-running");
      await mkdir(others, { recursive: true });

      await machine.find();

      assert.deepEqual(await machine.cached(), ["3.255.0-linux-x64", path.basename(others)]);
    });

    it("is made anew when a program in it is missing or empty", async () => {
      await machine.go();
      await machine.cli(machine.engineBin, "3.255.0");
      await machine.program(machine.engineBin, "pulumi", "");

      assert.equal((await machine.find()).source, "build");
      assert.equal((await machine.find()).source, "cache");
      assert.deepEqual(await machine.cached(), ["3.255.0-linux-x64"]);
    });

    it("is filled by two runs at once without harm", async () => {
      await machine.go();

      const [first, second] = await Promise.all([machine.find(), machine.find()]);

      assert.deepEqual([first.pulumi, second.source], [second.pulumi, "build"]);
      assert.deepEqual(await machine.cached(), ["3.255.0-linux-x64"]);
    });
  });

  describe("the environment of an engine", () => {
    it("begins PATH with the engine's folder, once, and turns the update check off", async () => {
      await machine.cli(machine.engineBin, "3.255.0");
      const engine = await machine.find();

      const environment = engine.environment({ PATH: `/usr/bin:${machine.engineBin}`, OTHER: "kept" });

      assert.deepEqual(environment, {
        PATH: `${machine.engineBin}:/usr/bin`,
        OTHER: "kept",
        PULUMI_SKIP_UPDATE_CHECK: "1",
      });
    });
  });
});
