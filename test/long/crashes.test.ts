import { cellsOf, together } from "../e2e/crash/cells";
import { describeCrashes } from "../e2e/crash/crashes";
import { ways } from "../e2e/crash/ways";

const everything = together(cellsOf("custom"), cellsOf("prefix"));

describeCrashes(ways.killed, everything);
describeCrashes(ways.killedWithAllItStarted, everything);
describeCrashes(ways.interruptedOnce, everything);
describeCrashes(ways.interruptedTwice, everything);
