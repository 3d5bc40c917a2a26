import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Comment {
  readonly id: number;
  readonly pullRequest: number;
  /** null once the account is gone */
  readonly user: { readonly login: string } | null;
  body: string;
}

/** The part of GitHub's REST API that is about comments on issues, which pull requests are. */
export interface GitHub {
  /** An Octokit that is made as actions/github-script makes its `github`. */
  readonly client: object;
  readonly comments: Comment[];
  /** Whether the token may only read, as a fork's. */
  readOnly: boolean;
  write(login: string | null, body: string): Comment;
  close(): void;
}

export const pullRequest = 7;
const bot = "github-actions[bot]";

export async function startGitHub(): Promise<GitHub> {
  const comments: Comment[] = [];
  const server = createServer(async (request, response) => {
    const { status, answer, headers = {} } = answerTo(request, await text(request));
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { Octokit } = await import("@octokit/rest");

  function answerTo({ method, url: target = "", headers }: IncomingMessage, sent: string): Answer {
    if (headers.authorization !== "token ours") return refusal(401, "Bad credentials");
    const { pathname, searchParams } = new URL(target, url);
    const [, issue] = /^\/repos\/acme\/shop\/issues\/(\d+)\/comments$/.exec(pathname) ?? [];
    const [, id] = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(pathname) ?? [];
    if (method === "GET" && issue) return listed(Number(issue), pathname, searchParams);
    if (github.readOnly) return refusal(403, "Resource not accessible by integration");
    const { body = "" } = JSON.parse(sent || "{}") as { body?: string };
    if (body.length > 65_536) return refusal(422, "Body is too long (maximum is 65536 characters)");
    if (method === "POST" && issue) return { status: 201, answer: write(bot, body, Number(issue)) };
    const comment = comments.find((each) => each.id === Number(id));
    if (method !== "PATCH" || !comment) return refusal(404, "Not Found");
    comment.body = body;
    return { status: 200, answer: comment };
  }

  function listed(issue: number, pathname: string, asked: URLSearchParams): Answer {
    const page = Number(asked.get("page") ?? 1);
    const size = Math.min(Number(asked.get("per_page") ?? 30), 100);
    const all = comments.filter((comment) => comment.pullRequest === issue);
    const next = `<${url}${pathname}?per_page=${size}&page=${page + 1}>; rel="next"`;
    return {
      status: 200,
      answer: all.slice((page - 1) * size, page * size),
      headers: all.length > page * size ? { link: next } : {},
    };
  }

  function write(login: string | null, body: string, on = pullRequest): Comment {
    const comment = {
      id: comments.length + 1,
      pullRequest: on,
      user: login === null ? null : { login },
      body,
    };
    comments.push(comment);
    return comment;
  }

  const github: GitHub = {
    client: new Octokit({ auth: "ours", baseUrl: url, log: silence }),
    comments,
    readOnly: false,
    write,
    close: () => server.close(),
  };
  return github;
}

const silence = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface Answer {
  readonly status: number;
  readonly answer: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function refusal(status: number, message: string): Answer {
  return { status, answer: { message } };
}
