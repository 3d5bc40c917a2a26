import assert from "node:assert/strict";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { transportTo } from "../../../provider/aws/transport";
import {
  certificateFile,
  configured,
  connected,
  emptyDescription,
  failureOf,
  messageOf,
  nameBehindProxy,
  useFolder,
  useServers,
  within,
} from "./support";

describe("the way to an endpoint with a certificate of one's own", () => {
  const servers = useServers();
  const folder = useFolder();
  const describeOnce = async (more: AwsConfiguration, environment: NodeJS.ProcessEnv = {}) => {
    const { endpoint } = await servers.overTls();
    return (await connected(configured(endpoint, { maxRetries: 1, ...more }), environment)).describe(
      "shop",
      within,
    );
  };

  it("is refused, and the call had no effect", async () => {
    const { exception, mayHaveTakenEffect } = await failureOf(describeOnce({}));
    assert.deepEqual([exception, mayHaveTakenEffect], ["DEPTH_ZERO_SELF_SIGNED_CERT", false]);
  });

  it("is open with aws:customCaBundle", async () => {
    assert.equal(await describeOnce({ customCaBundle: certificateFile }), undefined);
  });

  it("is open with AWS_CA_BUNDLE", async () => {
    assert.equal(await describeOnce({}, { AWS_CA_BUNDLE: certificateFile }), undefined);
  });

  it("is open with aws:insecure", async () => {
    assert.equal(await describeOnce({ insecure: true }), undefined);
  });

  it("is not looked for with a bundle that can't be read", async () => {
    const message = await messageOf(describeOnce({ customCaBundle: `${folder.path}/none.pem` }));
    assert.match(message, /certificate authorities can't be read: ENOENT.*Correct aws:customCaBundle/);
  });

  it("is not looked for with a bundle that holds no certificate", async () => {
    const customCaBundle = folder.write("bundle.pem", "not a certificate");
    assert.match(
      await messageOf(describeOnce({ customCaBundle })),
      /bundle\.pem holds no certificate in PEM form/,
    );
  });
});

describe("the way through a proxy", () => {
  const servers = useServers();
  const describeOnce = async (
    endpoint: string,
    more: AwsConfiguration,
    environment: NodeJS.ProcessEnv = {},
  ) =>
    (await connected(configured(endpoint, { maxRetries: 1, ...more }), environment)).describe("shop", within);

  it("is a request to the proxy for an HTTP endpoint", async () => {
    const { port } = new URL((await servers.scripted(emptyDescription)).endpoint);
    const { address, seen } = await servers.proxy();
    await describeOnce(`http://${nameBehindProxy}:${port}`, { httpProxy: address });
    assert.deepEqual(seen, [`POST http://${nameBehindProxy}:${port}`]);
  });

  it("is a tunnel for an HTTPS endpoint, whose certificate is checked against aws:customCaBundle", async () => {
    const { port } = await servers.overTls();
    const { address, seen } = await servers.proxy();
    await describeOnce(`https://${nameBehindProxy}:${port}`, {
      httpsProxy: address,
      customCaBundle: certificateFile,
    });
    assert.deepEqual(seen, [`CONNECT ${nameBehindProxy}:${port}`]);
  });

  it("is closed at its end when nobody vouches for the endpoint's certificate", async () => {
    const { port } = await servers.overTls();
    const { address } = await servers.proxy();
    const { exception } = await failureOf(
      describeOnce(`https://${nameBehindProxy}:${port}`, { httpsProxy: address }),
    );
    assert.equal(exception, "DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  it("is open with aws:insecure", async () => {
    const { port } = await servers.overTls();
    const { address } = await servers.proxy();
    const configuration = { httpsProxy: address, insecure: true };
    assert.equal(await describeOnce(`https://${nameBehindProxy}:${port}`, configuration), undefined);
  });

  it("is kept open between calls", async () => {
    const { port } = await servers.overTls();
    const { address, seen } = await servers.proxy();
    const configuration = { httpsProxy: address, customCaBundle: certificateFile };
    const client = await connected(configured(`https://${nameBehindProxy}:${port}`, configuration));
    await client.describe("shop", within);
    await client.describe("shop", within);
    assert.equal(seen.length, 1);
  });

  it("is taken for HTTPS too when only aws:httpProxy is set, as in @pulumi/aws", async () => {
    const { port } = await servers.overTls();
    const { address, seen } = await servers.proxy();
    const configuration = { httpProxy: address, customCaBundle: certificateFile };
    await describeOnce(`https://${nameBehindProxy}:${port}`, configuration);
    assert.equal(seen.length, 1);
  });

  it("is the environment's when the stack sets none", async () => {
    const { port } = await servers.overTls();
    const { address, seen } = await servers.proxy();
    const environment = { https_proxy: address, AWS_CA_BUNDLE: certificateFile };
    await describeOnce(`https://${nameBehindProxy}:${port}`, {}, environment);
    assert.equal(seen.length, 1);
  });

  it("shows the proxy the password of its address", async () => {
    const { port } = await servers.overTls();
    const proxy = await servers.proxy();
    await describeOnce(`https://${nameBehindProxy}:${port}`, {
      httpsProxy: `http://me:secret@127.0.0.1:${proxy.port}`,
      customCaBundle: certificateFile,
    });
    assert.deepEqual(proxy.authorizations, [`Basic ${Buffer.from("me:secret").toString("base64")}`]);
  });

  it("keeps the password of its address out of errors", async () => {
    const { port } = new URL(await servers.closedPort());
    const failure = await failureOf(
      describeOnce(`https://${nameBehindProxy}`, { httpsProxy: `http://me:secret@127.0.0.1:${port}` }),
    );
    assert.deepEqual([failure.exception, failure.mayHaveTakenEffect], ["ECONNREFUSED", false]);
    assert.doesNotMatch(`${failure.message} ${failure.cause}`, /secret/);
  });

  it("isn't taken for hosts of aws:noProxy", async () => {
    const proxy = await servers.proxy();
    const configuration = { httpsProxy: proxy.address, noProxy: "example.test" };
    const transport = await transportTo(new URL(`https://${nameBehindProxy}`), configuration, {});
    assert.deepEqual(transport.httpsAgent, { keepAlive: true });
  });

  it("isn't taken for hosts of NO_PROXY", async () => {
    const environment = { HTTPS_PROXY: "proxy.example.com:3128", NO_PROXY: "example.test" };
    const transport = await transportTo(new URL(`https://${nameBehindProxy}`), {}, environment);
    assert.deepEqual(transport.httpsAgent, { keepAlive: true });
  });

  it("isn't taken to this machine", async () => {
    const { endpoint } = await servers.scripted(emptyDescription);
    const { address, seen } = await servers.proxy();
    await describeOnce(endpoint, { httpProxy: address });
    assert.deepEqual(seen, []);
  });
});

describe("the connections of a client", () => {
  const servers = useServers();

  it("are kept and used again", async () => {
    const { endpoint, connections } = await servers.scripted(emptyDescription);
    const client = await connected(configured(endpoint));
    await client.describe("shop", within);
    await client.describe("shop", within);
    assert.equal(connections.opened(), 1);
  });
});
