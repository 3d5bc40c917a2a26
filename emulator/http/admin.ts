import type { Cloud } from "../cloud/cloud";
import { readSnapshot } from "../cloud/snapshot";
import { ownPaths } from "../diagnostics";
import { operationNames } from "../operations/table";
import { readFault } from "../testing/fault-rules";
import type { Faults } from "../testing/faults";
import type { CallRecord } from "../testing/record";
import { UnfitValue } from "../unfit-value";
import { strangerIn } from "./front-door";
import { mediaTypeOf } from "./media-type";
import type { HttpAnswer, HttpRequest } from "./protocol";

/** What every path of the emulator's own begins with. AWS's requests all go to `/`. */
export const adminPath = "/_emulator";

/** The longest body taken there, in bytes: a snapshot of tens of thousands of domains. */
export const longestAdminBody = 64 * 1024 * 1024;

/** How many calls are told at once; those after the last have to be asked for again. */
const mostAtOnce = 10_000;

export interface AdminParts {
  readonly cloud: Cloud;
  readonly faults: Faults;
  readonly record: CallRecord;
  /** Is waited for before a change is answered. */
  save(): Promise<void>;
}

/** Answers requests about the emulator itself, for tests that aren't written in JavaScript. All is JSON. */
export function createAdmin(parts: AdminParts): (request: HttpRequest) => Promise<HttpAnswer> {
  const routes = routesTo(parts);
  const known = Object.keys(routes);

  return async (request) => {
    const stranger = strangerIn(request);
    if (stranger !== undefined) return problem(403, ownPaths.stranger({ stranger }));
    const { pathname, searchParams } = new URL(request.url, "http://emulator");
    const name = `${request.method} ${pathname}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) return problem(404, ownPaths.unknown({ request: name, known }));
    try {
      const answer = await route({ query: searchParams, body: () => bodyOf(request) });
      return json(200, answer ?? {});
    } catch (error) {
      if (error instanceof UnfitValue) return problem(400, error.message);
      return problem(500, error instanceof Error ? error.message : String(error));
    }
  };
}

interface Question {
  readonly query: URLSearchParams;
  /** @throws UnfitValue when it isn't JSON */
  body(): unknown;
}
type Route = (question: Question) => unknown;

function routesTo({ cloud, faults, record, save }: AdminParts): Record<string, Route> {
  return {
    [`GET ${adminPath}`]: () => ({ operations: operationNames }),
    [`GET ${adminPath}/calls`]: ({ query }) => {
      const after = numberOf(query, "after");
      return { calls: record.calls.filter(({ number }) => number > after).slice(0, mostAtOnce) };
    },
    [`DELETE ${adminPath}/calls`]: () => record.clear(),
    [`GET ${adminPath}/faults`]: () => ({ faults: faults.waiting() }),
    [`POST ${adminPath}/faults`]: ({ body }) => {
      const given = body();
      // All are read before the first is taken, so that a mistake in one leaves nothing half done.
      for (const fault of (Array.isArray(given) ? given : [given]).map(readFault)) faults.inject(fault);
    },
    [`DELETE ${adminPath}/faults`]: () => faults.clear(),
    [`GET ${adminPath}/snapshot`]: () => cloud.snapshot(),
    [`PUT ${adminPath}/snapshot`]: ({ body }) => {
      cloud.restore(readSnapshot(body()));
      return save();
    },
  };
}

function numberOf(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? "0";
  if (!/^\d+$/.test(text)) throw new UnfitValue(ownPaths.notWhole({ name, value: text }));
  return Number(text);
}

function bodyOf(request: HttpRequest): unknown {
  const { body } = request;
  // Web pages can send other types to any address without being asked whether they may.
  if (mediaTypeOf(request) !== "application/json") {
    throw new UnfitValue(ownPaths.notJsonType());
  }
  if (body === undefined) throw new UnfitValue(ownPaths.tooLong({ bytes: longestAdminBody }));
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new UnfitValue(ownPaths.notJson({ problem: (error as Error).message }));
  }
}

function json(status: number, body: unknown): HttpAnswer {
  return { status, headers: { "content-type": "application/json" }, body: `${JSON.stringify(body)}\n` };
}

function problem(status: number, error: string): HttpAnswer {
  return json(status, { error });
}
