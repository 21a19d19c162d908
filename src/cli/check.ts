import { checkContent } from '../digest/check.ts';

const { problems, output } = await checkContent();
console.log(output.trimEnd());
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
