import { describeCrashes } from "./crashes";
import { ways } from "./ways";

// The two other ways are among the long tests.
describeCrashes(ways.killed);
describeCrashes(ways.interruptedTwice);
