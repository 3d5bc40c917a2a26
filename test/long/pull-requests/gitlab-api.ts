import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Note {
  readonly id: number;
  readonly author: { readonly id: number };
  body: string;
}

/** The part of GitLab's REST API that is about notes on a merge request. */
export interface GitLab {
  /** As CI_API_V4_URL. */
  readonly url: string;
  readonly notes: Note[];
  write(author: number, body: string): Note;
  close(): void;
}

export const project = 31;
export const mergeRequest = 7;
/** The user of the project access token. */
export const bot = 99;
export const token = "glpat-ours";

export async function startGitLab(): Promise<GitLab> {
  const notes: Note[] = [];
  const server = createServer(async (request, response) => {
    const { status, answer, headers = {} } = answerTo(request, await text(request));
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`;

  function answerTo({ method, url: target = "", headers }: IncomingMessage, sent: string): Answer {
    if (headers["private-token"] !== token) return { status: 401, answer: { message: "401 Unauthorized" } };
    const { pathname, searchParams } = new URL(target, url);
    const path = pathname.replace("/api/v4", "");
    if (method === "GET" && path === "/user") return { status: 200, answer: { id: bot } };
    const all = `/projects/${project}/merge_requests/${mergeRequest}/notes`;
    if (method === "GET" && path === all) return listed(searchParams);
    const { body = "" } = JSON.parse(sent || "{}") as { body?: string };
    if (method === "POST" && path === all) return { status: 201, answer: write(bot, body) };
    const note = notes.find(({ id }) => path === `${all}/${id}`);
    if (method !== "PUT" || !note) return { status: 404, answer: { message: "404 Not found" } };
    note.body = body;
    return { status: 200, answer: note };
  }

  /** The newest first. */
  function listed(asked: URLSearchParams): Answer {
    const page = Number(asked.get("page") ?? 1);
    const size = Math.min(Number(asked.get("per_page") ?? 20), 100);
    return {
      status: 200,
      answer: notes.toReversed().slice((page - 1) * size, page * size),
      headers: { "x-next-page": notes.length > page * size ? String(page + 1) : "" },
    };
  }

  function write(author: number, body: string): Note {
    const note = { id: 1000 + notes.length, author: { id: author }, body };
    notes.push(note);
    return note;
  }

  return { url, notes, write, close: () => server.close() };
}

interface Answer {
  readonly status: number;
  readonly answer: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
