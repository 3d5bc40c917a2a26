import { isDeepStrictEqual } from "node:util";
import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isEmptyObject, type Values } from "../../../provider/values";
import { awsVersion } from "../../support/aws-declarations";
import { problemsOf } from "../../support/aws-types";
import { functionOf, kindOf } from "./aws/kinds";
import { installAws } from "./aws/package";
import { newWorld, type World } from "./aws/world";
import type { Cloud } from "./cloud";

/** A stand-in for Pulumi's AWS provider, which can't be downloaded where these tests run. */
export interface AwsPlugin {
  /** Leads the engine to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What is there of AWS beside Cognito. */
  readonly world: World;
}

/**
 * Answers the engine's calls for the resources of `aws` in this process, with the names that Pulumi's own provider
 * gives things, and refuses inputs that `@pulumi/aws` doesn't declare. User pools and their domains are made and deleted
 * in the emulator. What is known of other types is in `aws/kinds.ts`; everything else is in the state and nowhere else.
 * Programs find `@pulumi/aws` installed.
 */
export function useAwsPlugin(cloud: Cloud): AwsPlugin {
  const environment: Record<string, string> = {
    // Of the real one, which would be fetched before it is found not to be needed.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  const world = newWorld(cloud);
  const server = new Server();
  before(async function () {
    this.timeout("1m");
    await installAws();
    server.addService(ResourceProviderService, implementation(world));
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
    environment["PULUMI_DEBUG_PROVIDERS"] = `aws:${port}`;
  });
  after(() => server.forceShutdown());
  return { environment, world };
}

function implementation(world: World) {
  return {
    getPluginInfo: answering(() => new PluginInfo().setVersion(awsVersion)),
    attach: answering(() => new Empty()),
    cancel: answering(() => new Empty()),
    checkConfig: answering((asked: messages.CheckRequest) =>
      new messages.CheckResponse().setInputs(asked.getNews()),
    ),
    diffConfig: answering(() => diffOf([])),
    configure: answering((asked: messages.ConfigureRequest) => {
      const { region } = valuesOf(asked.getArgs());
      // An explicit provider's Region is in no request for a resource, so that only the default one's can be kept.
      if (nameIn(asked.getUrn() ?? "").startsWith("default") && typeof region === "string")
        world.region = region;
      return new messages.ConfigureResponse();
    }),
    invoke: answering((asked: messages.InvokeRequest) => {
      const args = valuesOf(asked.getArgs());
      const call = functionOf(asked.getTok());
      const problems = problemsOf(asked.getTok(), args);
      if (problems.length > 0) return new messages.InvokeResponse().setFailuresList(failuresOf(problems));
      return new messages.InvokeResponse().setReturn(structOf(call(args)));
    }),
    check: answering((asked: messages.CheckRequest) => {
      const { __defaults: _, ...inputs } = valuesOf(asked.getNews());
      const type = typeIn(asked.getUrn());
      const wrongTypes = problemsOf(type, inputs);
      const problems = wrongTypes.length > 0 ? wrongTypes : (kindOf(type).check?.(inputs) ?? []);
      return (
        new messages.CheckResponse()
          // A bridged provider keeps a list of the inputs that are its own defaults.
          .setInputs(structOf({ ...inputs, __defaults: [] }))
          .setFailuresList(failuresOf(problems))
      );
    }),
    diff: answering((asked: messages.DiffRequest) => {
      const [old, wanted] = [valuesOf(asked.getOldInputs()), valuesOf(asked.getNews())];
      const names = [...new Set([...Object.keys(old), ...Object.keys(wanted)])];
      const changed = names.filter((name) => !isDeepStrictEqual(old[name], wanted[name]));
      const { replacedBy } = kindOf(typeIn(asked.getUrn()));
      return diffOf(changed).setReplacesList(changed.filter((name) => replacedBy.includes(name)));
    }),
    create: answering(async (asked: messages.CreateRequest) => {
      const urn = asked.getUrn();
      const { __defaults: _, ...inputs } = valuesOf(asked.getProperties());
      const { id, outputs } = await kindOf(typeIn(urn)).create({ name: nameIn(urn), inputs }, world);
      return new messages.CreateResponse().setId(id).setProperties(structOf({ ...outputs, id }));
    }),
    update: answering((asked: messages.UpdateRequest) => {
      const { __defaults: _, ...inputs } = valuesOf(asked.getNews());
      const changed = kindOf(typeIn(asked.getUrn())).update?.(asked.getId(), inputs, world);
      const outputs = { ...valuesOf(asked.getOlds()), ...inputs, ...changed };
      return new messages.UpdateResponse().setProperties(structOf(outputs));
    }),
    read: answering(async (asked: messages.ReadRequest) => {
      const id = asked.getId();
      const kind = kindOf(typeIn(asked.getUrn()));
      const imported = isEmptyObject(valuesOf(asked.getProperties())) && (await kind.import?.(id, world));
      // What the state says is what there is.
      const { inputs, outputs } = imported
        ? { inputs: { ...imported.inputs, __defaults: [] }, outputs: { ...imported.outputs, id } }
        : { inputs: valuesOf(asked.getInputs()), outputs: valuesOf(asked.getProperties()) };
      return new messages.ReadResponse()
        .setId(id)
        .setProperties(structOf(outputs))
        .setInputs(structOf(inputs));
    }),
    delete: answering(async (asked: messages.DeleteRequest) => {
      const { delete: end } = kindOf(typeIn(asked.getUrn()));
      await end?.(asked.getId(), valuesOf(asked.getProperties()), world);
      return new Empty();
    }),
  };
}

/** The type at the end of `urn:pulumi:dev::shop::parent$aws:cognito/userPool:UserPool::pool`. */
function typeIn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function diffOf(changed: readonly string[]): messages.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  return new messages.DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...changed]);
}

function failuresOf(problems: readonly string[]): messages.CheckFailure[] {
  return problems.map((problem) => new messages.CheckFailure().setReason(problem));
}

function answering<Asked, Answer>(
  answer: (asked: Asked) => Answer | Promise<Answer>,
): handleUnaryCall<Asked, Answer> {
  return async (call, callback) => {
    try {
      callback(null, await answer(call.request));
    } catch (error) {
      callback(error as Error);
    }
  };
}

function valuesOf(struct: Struct | undefined): Values {
  return struct?.toJavaScript() ?? {};
}

function structOf(values: Values): Struct {
  return Struct.fromJavaScript(values as Record<string, JavaScriptValue>);
}
