/** A bar or a milestone of a Gantt chart, in minutes from its beginning. */
export interface Task {
  readonly section: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly critical: boolean;
}

/** What Mermaid's own parser makes of a chart. @throws when it isn't one */
export async function tasksOf(chart: string): Promise<Task[]> {
  const { parse, mermaidAPI } = await mermaid();
  await parse(chart);
  const { type, db } = await mermaidAPI.getDiagramFromText(chart);
  if (type !== "gantt") throw new Error(`It is a ${type}.`);
  const tasks = (db as unknown as { getTasks(): GanttTask[] }).getTasks();
  const beginning = Math.min(...tasks.map(({ startTime }) => startTime.getTime()));
  const minutes = (time: Date) => (time.getTime() - beginning) / 60_000;
  return tasks.map(({ section, task, startTime, endTime, crit }) => ({
    section,
    name: task.trim(),
    from: minutes(startTime),
    to: minutes(endTime),
    critical: crit === true,
  }));
}

interface GanttTask {
  section: string;
  task: string;
  startTime: Date;
  endTime: Date;
  crit?: boolean;
}

/** Mermaid wants a browser's window from the moment that it is loaded. */
async function mermaid() {
  const { Window } = await import("happy-dom");
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const { default: loaded } = await import("mermaid");
  return loaded;
}
