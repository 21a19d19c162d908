import { join } from 'node:path';
import { buildSite } from '../../src/cli/builder.ts';
await buildSite(process.argv[2]!, { limitedBy: join(import.meta.dirname, 'only-tmp.ts') });
