import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into a build: as on a machine with one processor, where no work is divided among threads.
os.availableParallelism = () => 1;
syncBuiltinESMExports();
