import assert from "node:assert/strict";
import fc from "fast-check";
import { unknownValue } from "../../../provider/unknown";
import { markerOf, type Report, renderReport, reportOn } from "../../../report/index";
import { inlineText, rowsOf, tokensOf } from "../../support/markdown";
import { certificate, customInputs, poolId, prefixInputs } from "../provider/support";
import { tasksOf } from "./mermaid";
import { reportOf, stateAfter, stateBefore, step, urn } from "./steps";

const limit = 65_536;

const rename = renameOn(poolId);

function renameOn(userPoolId: string, start = "") {
  return step("replace", {
    oldState: stateBefore(customInputs({ domain: `${start}auth.example.com`, userPoolId }), {
      pendingReplacement: true,
    }),
    newState: stateAfter(customInputs({ domain: `${start}login.example.com`, userPoolId })),
    replaceReasons: ["domain"],
  });
}

function renames(count: number): Report {
  return reportOf(
    Array.from({ length: count }, (_, index) => {
      const name = String(index).padStart(4, "0");
      return { ...renameOn(`us-east-1_${name}`, `${name}.`), urn: urn(`login-${name}`) };
    }),
  );
}

function chartIn(markdown: string): string | undefined {
  return tokensOf(markdown).find(({ type, info }) => type === "fence" && info === "mermaid")?.content;
}

describe("The report in Markdown", () => {
  const markdown = renderReport(reportOf([rename]));

  it("begins with the line by which a bot finds its comment again", () => {
    const [line] = markdown.split("\n");
    assert.equal(line, "<!-- pulumi-cognito-domain report on shop/dev -->");
    assert.equal(line, markerOf({ project: "shop", stack: "dev" }));
  });

  it("keeps the marker a comment, whatever the stack is called", () => {
    const marker = markerOf({ project: "a--><b>", stack: "ä b" });
    assert.match(marker, /^<!-- [\w ./%-]+ -->$/);
    assert.doesNotMatch(marker.slice(4, -3), /--/);
  });

  it("has another marker for each stack", () => {
    const stacks = ["dev--eu", "dev__eu", "dev-eu", "dev-_eu", "dev---eu", "dev.eu", "dev eu"];
    assert.equal(new Set(stacks.map((stack) => markerOf({ project: "shop", stack }))).size, stacks.length);
  });

  it("has the verdict for its headline", () => {
    const index = tokensOf(markdown).findIndex(({ type, tag }) => type === "heading_open" && tag === "h2");
    assert.equal(
      inlineText(tokensOf(markdown)[index + 1]),
      "🔴 Outage: sign-in is down at auth.example.com, usually 5 to 15 minutes, and up to 1 hour",
    );
  });

  it("has a row for the domain: what changes, how, how long, and what to do", () => {
    assert.deepEqual(rowsOf(markdown), [
      ["", "Domain", "What changes", "How", "How long", "What to do"],
      [
        "🔴",
        "auth.example.com (resource login)",
        "domain: auth.example.com → login.example.com (replaces)",
        "Deleted, then created, because of domain",
        "5 to 15 minutes, and up to 1 hour",
        "Move applications and redirect URIs Point the DNS alias record anew See to the passkey RP ID",
      ],
    ]);
  });

  it("has every consequence in a sentence, with its source", () => {
    const [change] = reportOf([rename]).domains;
    const items = tokensOf(markdown).flatMap((token, index, tokens) =>
      token.type === "list_item_open" ? (tokens[index + 2] ?? []) : [],
    );
    assert.equal(items.length, change?.consequences.length);
    for (const [index, { text, source }] of (change?.consequences ?? []).entries()) {
      assert.ok(inlineText(items[index]).endsWith(`${text} (source)`), inlineText(items[index]));
      assert.ok(items[index]?.children?.some((token) => token.attrGet("href") === source));
    }
  });

  describe("its chart of an outage", () => {
    it("goes from the delete over the gap to ACTIVE, as Mermaid reads it", async () => {
      const tasks = await tasksOf(chartIn(markdown) ?? "");
      assert.deepEqual(
        tasks.map(({ section, name, from, to, critical }) => [section, name, from, to, critical]),
        [
          ["Old", "delete auth.example.com", 0, 1, false],
          ["Sign-in", "down, usually", 0, 15, true],
          ["Sign-in", "down, until the timeouts", 15, 120, false],
          ["New", "create login.example.com", 1, 15, false],
          ["New", "ACTIVE at the earliest", 5, 5, false],
          ["New", "ACTIVE as a rule", 15, 15, false],
        ],
      );
    });

    it("is in seconds for a prefix", async () => {
      const prefix = step("replace", {
        oldState: stateBefore(prefixInputs(), { pendingReplacement: true }),
        newState: stateAfter(prefixInputs({ domain: unknownValue })),
        replaceReasons: ["domain"],
      });
      const tasks = await tasksOf(chartIn(renderReport(reportOf([prefix]))) ?? "");
      assert.deepEqual(
        tasks.map(({ from, to }) => [from, to]),
        [
          [0, 0.5],
          [0, 1],
          [1, 30],
          [0.5, 1],
          [0.5, 0.5],
          [1, 1],
        ],
      );
    });

    it("has no gap where the new domain is created first", async () => {
      const promoted = step("replace", {
        oldState: stateBefore(prefixInputs()),
        newState: stateAfter(customInputs()),
        replaceReasons: ["customDomainConfig", "domain"],
      });
      const tasks = await tasksOf(chartIn(renderReport(reportOf([promoted]))) ?? "");
      assert.deepEqual(
        tasks.map(({ section, name, from, to }) => [section, name, from, to]),
        [
          ["New", "create auth.example.com", 0, 15],
          ["New", "ACTIVE at the earliest", 5, 5],
          ["New", "ACTIVE as a rule", 15, 15],
          ["Old", "sign-in at my-app", 0, 15],
          ["Old", "delete my-app", 15, 15],
        ],
      );
    });

    it("has a gap from the beginning where the new domain comes first and isn't waited for", async () => {
      const promoted = step("replace", {
        oldState: stateBefore(prefixInputs()),
        newState: stateAfter(customInputs({ waitForDeployment: false })),
        replaceReasons: ["customDomainConfig", "domain"],
      });
      const tasks = await tasksOf(chartIn(renderReport(reportOf([promoted]))) ?? "");
      const spans = tasks.map(({ name, from, to }) => [name, from, to]);
      assert.deepEqual(spans.slice(1, 4), [
        ["down, usually", 0, 15],
        ["down, until the timeouts", 15, 60],
        ["create auth.example.com", 0, 15],
      ]);
    });

    it("has the timeouts for the worst", async () => {
      const wanted = customInputs({ domain: "login.example.com", timeouts: { create: "3h" } });
      const tasks = await tasksOf(
        chartIn(renderReport(reportOf([{ ...rename, newState: stateAfter(wanted) }]))) ?? "",
      );
      assert.equal(tasks.find(({ name }) => name === "down, until the timeouts")?.to, 240);
    });

    it("isn't there where nothing is replaced", () => {
      const create = step("create", { newState: stateAfter(prefixInputs()) });
      assert.equal(chartIn(renderReport(reportOf([create]))), undefined);
    });

    it("is read by Mermaid whatever a domain is called", async () => {
      for (const domain of [
        "a:b",
        "x;y",
        "%%",
        "#",
        "section",
        "gantt",
        "title",
        "end",
        "``",
        "\u2028",
        "",
      ]) {
        const [change] = reportOf([rename]).domains;
        assert.ok(change?.successor);
        const report = reportOf([rename]);
        const named = {
          ...report,
          domains: [{ ...change, domain, successor: { ...change.successor, domain } }],
        };
        assert.equal((await tasksOf(chartIn(renderReport(named)) ?? "")).length, 6, domain);
      }
    });
  });

  it("shows any value as it is, and lets it be nothing else", () => {
    const values = fc.oneof(
      fc.string({ unit: "grapheme-ascii", maxLength: 80 }),
      fc.constantFrom(
        "<img src=x onerror=alert(1)>",
        "</details><script>",
        "a|b\\|c",
        "`` ` ``",
        "[x](https://evil.example)",
        "@octocat #1",
        "-->",
        "&lt;",
        "![x](y)",
        "\n# heading\n",
      ),
    );
    fc.assert(
      fc.property(values, (value) => {
        const wanted = prefixInputs({ domain: value });
        const update = step("update", {
          oldState: stateBefore(prefixInputs({ timeouts: { create: value } })),
          newState: stateAfter(wanted),
        });
        const text = renderReport(reportOf([update]));
        const [, row = []] = rowsOf(text);
        assert.equal(row.length, 6, text);
        assertHarmless(text);
      }),
    );
  });

  it("lets no sentence be anything but text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (domain) => {
        const text = renderReport(
          reportOf([step("delete", { oldState: stateBefore(prefixInputs({ domain })) })]),
        );
        assertHarmless(text);
        const sentence = tokensOf(text).find(({ content }) => content.startsWith("**Outage:**"));
        const shown = inlineText(sentence).replaceAll(/\s+/g, " ");
        assert.equal(
          shown,
          `Outage: Sign-in at ${domain} stops, and doesn't come back. (source)`.replaceAll(/\s+/g, " "),
        );
      }),
    );
  });

  it("calls nobody, and links to no issue and no page, by a value", () => {
    for (const domain of [
      "@octocat-#12",
      "www.example.com",
      "http://evil.example",
      "a@b.example",
      ":tada:",
    ]) {
      const report = reportOf([step("delete", { oldState: stateBefore(prefixInputs({ domain })) })]);
      const outsideOfCode = renderReport(report)
        .replaceAll(/`[^`]*`/g, "")
        .replaceAll(/\(https:[^)]*\)/g, "");
      assert.doesNotMatch(outsideOfCode, /[@#]\w|www\.\w|:\/\/|:\w+:/, domain);
      assertHarmless(renderReport(report));
    }
  });

  describe("of many domains", () => {
    it("has those past the twentieth for whoever asks", () => {
      const text = renderReport(renames(25));
      const summary = text.indexOf("<details><summary>5 more domains</summary>");
      assert.ok(summary > 0);
      assert.equal(rowsOf(text.slice(0, summary)).length, 1 + 20);
      assert.equal(rowsOf(text.slice(summary)).length, 1 + 5);
      assert.ok(!renderReport(renames(20)).includes("more domains"));
    });

    for (const count of [30, 100, 400, 2_000]) {
      it(`is a comment that GitHub takes, of ${count}`, () => {
        const text = renderReport(renames(count));
        assert.ok(text.length <= limit, String(text.length));
        assert.ok(text.length > limit * 0.9, String(text.length));
        assert.match(
          text,
          /Left out, because a comment on GitHub holds 65,536 characters: the AWS CLI calls of \d+ domains/,
        );
        assertWhole(text);
      });
    }

    it("leaves out what is said of the least grave first", () => {
      const creates = Array.from({ length: 200 }, (_, index) => {
        const wanted = prefixInputs({ domain: `app-${index}`, userPoolId: `us-east-1_${index}` });
        return step("create", { urn: urn(`app-${index}`), newState: stateAfter(wanted) });
      });
      const text = renderReport(reportOf([...creates, rename]));
      assert.ok(chartIn(text), "the chart of the outage is there");
      assert.match(text, /delete-user-pool-domain/);
      assert.match(text, /Left out, .*: the AWS CLI calls of \d+ domains, the explanations of \d+ domains\./);
    });

    it("leaves out the least important first, and says how much", () => {
      const [few, many] = [renderReport(renames(30)), renderReport(renames(400))];
      assert.equal(rowsOf(few).length, 2 + 30);
      const left = /the rows of (\d+) domains/.exec(many)?.[1];
      assert.equal(rowsOf(many).length, 2 + 400 - Number(left));
      assert.ok(many.includes("login-0000") === false || few.includes("login-0000"));
    });
  });

  it("says which AWS CLI it takes, where not every one will do", () => {
    const commands = (inputs: Parameters<typeof customInputs>[0]) =>
      renderReport(
        reportOf([
          step("update", {
            oldState: stateBefore(customInputs({ managedLoginVersion: 1, ...inputs })),
            newState: stateAfter(customInputs({ managedLoginVersion: 2 })),
          }),
        ]),
      );
    const policy = { certificateArn: certificate("a"), securityPolicy: "TLS_V1_3_2025" } as const;
    assert.match(commands({ customDomainConfig: policy }), /This needs AWS CLI 1\.45\.33 or newer/);
    const plain = reportOf([step("delete", { oldState: stateBefore(prefixInputs()) })]);
    assert.doesNotMatch(renderReport(plain), /This needs AWS CLI/);
  });

  it("says why the preview failed, in full but for what nobody would read", () => {
    const text = renderReport(reportOf([rename], { errors: ["```\nit failed", "x".repeat(100_000)] }));
    assert.match(text, /## ❌ The preview failed or isn't understood, and what follows isn't whole/);
    assert.ok(tokensOf(text).some(({ type, content }) => type === "fence" && content === "```\nit failed\n"));
    assert.match(text, /x… \(100000 characters\)/);
    assert.ok(text.length < limit);
  });

  it("is a comment that GitHub takes, whatever went wrong and whatever somebody wrote", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc
        .tuple(fc.constantFrom("x", "`", "😀", "|", "\n"), fc.constantFrom(1_999, 2_001, 70_000))
        .map(([text, times]) => text.repeat(times)),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 80 }), texts, texts, (errors, name, domain) => {
        const remove = step("delete", { urn: urn(name), oldState: stateBefore(prefixInputs({ domain })) });
        const text = renderReport(reportOf([remove], { errors }));
        assert.ok(text.length <= limit, String(text.length));
        assertWhole(text);
      }),
      { numRuns: 50 },
    );
  });

  it("has no word of the stack where the preview failed before it got there", () => {
    const text = renderReport(reportOn({ steps: [], errors: ["no such plugin"] }));
    assert.doesNotMatch(text, /of the stack/);
  });

  it("counts the other resources", () => {
    const others = [step("create", { urn: urn("x", "a:b:C") }), step("update", { urn: urn("y", "a:b:C") })];
    assert.match(
      renderReport(reportOf(others)),
      /Other resources of the stack, not looked at here: 1 create, 1 update\./,
    );
    assert.match(renderReport(reportOf(others)), /🟢 No user pool domain changes/);
  });

  it("is the same for the same preview, whatever the order of the steps", () => {
    const create = step("create", { urn: urn("other"), newState: stateAfter(prefixInputs()) });
    assert.equal(renderReport(reportOf([rename, create])), renderReport(reportOf([create, rename])));
  });
});

/** The only HTML is the report's own. */
function assertHarmless(markdown: string): void {
  const own = /^(<!-- .* -->|<details><summary>.*<\/summary>|<\/details>|<br>|<!-- -->)$/;
  const html = tokensOf(markdown).flatMap((token) => [token, ...(token.children ?? [])]);
  for (const { type, content } of html) {
    if (type === "html_block" || type === "html_inline") assert.match(content.trim(), own);
    assert.notEqual(type, "image");
  }
  const links = html.filter(({ type }) => type === "link_open").map((token) => String(token.attrGet("href")));
  for (const link of links)
    assert.match(link, /^https:\/\/(docs\.aws\.amazon\.com|www\.pulumi\.com|github\.com)\//);
}

/** Nothing that was opened is left open. */
function assertWhole(markdown: string): void {
  const count = (text: string) => tokensOf(markdown).filter(({ content }) => content.startsWith(text)).length;
  assert.equal(count("<details>"), count("</details>"));
  const fences = tokensOf(markdown).filter(({ type }) => type === "fence");
  assert.ok(
    fences.every(({ map, content }) => (map?.[1] ?? 0) - (map?.[0] ?? 0) === content.split("\n").length + 1),
  );
}
