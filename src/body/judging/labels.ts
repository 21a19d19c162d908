import type { Target } from '../writing/collect.ts';
import type { Report } from './report.ts';

/**
 * Tells labels that nothing refers to. Only in a text without errors: one of them may hide who does.
 *
 * @param used labels that a `\ref` or `\eqref` names
 * @param anchors ids that a link of the text leads to
 */
export function judgeUnusedLabels(
  targets: ReadonlyMap<string, Target>,
  used: ReadonlySet<string>,
  anchors: ReadonlySet<string>,
  report: Report,
): void {
  if (report.count() > 0) return;
  for (const [name, { kind, id, offset }] of targets) {
    if (used.has(name) || anchors.has(id)) continue;
    report.add({
      offset,
      severity: 'warning',
      code: 'unused-label',
      message: `Nothing in the text refers to the label \`${name}\`.`,
      fix:
        kind === 'equation'
          ? `Write \`\\eqref{${name}}\` where the equation is meant, or delete \`\\label{${name}}\`.`
          : `Write \`${kind === 'figure' ? 'Figure' : 'Table'} \\ref{${name}}\` where it is meant, or delete \`label="${name}"\`.`,
    });
  }
}
