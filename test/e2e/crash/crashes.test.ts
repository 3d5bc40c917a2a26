import { cellsOf } from "./cells";
import { describeCrashes } from "./crashes";
import { ways } from "./ways";

// The other kind, and the other ways, are among the long tests.
describeCrashes(ways.killed, cellsOf("custom"));
