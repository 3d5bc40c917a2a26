/**
 * The signal as the Automation API needs it. That looks at no signal before it starts a CLI, and only then begins to
 * listen: what was said before, it wouldn't hear.
 */
export function heardByCli(stopped: AbortSignal): AbortSignal {
  const signal = AbortSignal.any([stopped]);
  const listen = signal.addEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: (event: Event) => void) => {
    if (signal.aborted) listener(new Event(type));
    else listen(type, listener);
  };
  return signal;
}
