import { describeCrashes } from "../e2e/crash/crashes";
import { ways } from "../e2e/crash/ways";

describeCrashes(ways.killedWithAllItStarted);
describeCrashes(ways.interruptedOnce);
