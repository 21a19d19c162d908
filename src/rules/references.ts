import type { Field } from './rule.ts';

export const references: Field = {
  id: 'field-references',
  title: 'Numbers, labels and references',
  rules: [
    {
      code: 'undefined-label',
      title: 'A reference to nothing',
      why: 'No formula, figure or table of this text has that label, so there is no number to print.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \label{update}
$$

By \eqref{updat} the state decays.`,
      right: String.raw`$$
h_t = A h_{t-1} \label{update}
$$

By \eqref{update} the state decays.`,
    },
    {
      code: 'duplicate-label',
      title: 'A label that is used twice',
      why: 'A reference to it could mean either of the two.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \label{update}
$$

$$
y_t = C h_t \label{update}
$$

By \eqref{update} the state decays.`,
      right: String.raw`$$
h_t = A h_{t-1} \label{update}
$$

$$
y_t = C h_t \label{output}
$$

By \eqref{update} and \eqref{output} the state decays.`,
    },
    {
      code: 'bad-label',
      title: 'A label that cannot be an address',
      why: 'Labels become addresses on the page: small letters, digits and hyphens, after `fig:` for a figure or a plot and `tab:` for a table.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" label="Memory" />',
      right: String.raw`<Figure src="./memory.svg" alt="Loss falls as the memory grows" label="fig:memory" />

Figure \ref{fig:memory} shows it.`,
    },
    {
      code: 'wrong-reference',
      title: '`\\eqref` to a figure or a table',
      why: '`\\eqref` prints the number of an equation in parentheses. Figures and tables are named in words: Figure 2.',
      in: 'text',
      wrong: String.raw`<Figure src="./memory.svg" alt="Loss falls as the memory grows" label="fig:memory" />

See \eqref{fig:memory}.`,
      right: String.raw`<Figure src="./memory.svg" alt="Loss falls as the memory grows" label="fig:memory" />

See Figure \ref{fig:memory}.`,
    },
    {
      code: 'label-in-sentence',
      title: 'A label in a formula within a sentence',
      why: 'Only a displayed formula is numbered; within a sentence there is no room for a number.',
      in: 'text',
      wrong: String.raw`The state $h_t \label{state}$ is kept.`,
      right: String.raw`$$
h_t = A h_{t-1} \label{state}
$$

By \eqref{state} the state is kept.`,
    },
    {
      code: 'second-label',
      title: 'A second label in one formula',
      why: 'A formula has one number, on its last line, and so one label.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \label{update} \label{decay}
$$

By \eqref{update} the state decays.`,
      right: String.raw`$$
h_t = A h_{t-1} \label{update}
$$

By \eqref{update} the state decays.`,
    },
    {
      code: 'bad-tag',
      title: 'A number of one’s own that is no plain text',
      why: '`\\tag` takes a few letters, digits or signs, which also stand in references and in the list of equations, where there is no mathematics.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \tag{$\ast$}
$$`,
      right: String.raw`$$
h_t = A h_{t-1} \tag{3a}
$$`,
    },
    {
      code: 'second-tag',
      title: 'A second number in one formula',
      why: 'A formula has one number. Two formulas have one each.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \tag{1} \tag{2}
$$`,
      right: String.raw`$$
h_t = A h_{t-1} \tag{1}
$$`,
    },
    {
      code: 'unused-label',
      severity: 'warning',
      title: 'A label that nothing refers to',
      why: 'A label gives an equation its number. A number that the text never names makes readers look for where it is needed.',
      in: 'text',
      wrong: '$$\nx = 1\n\\label{one}\n$$',
      right: '$$\nx = 1\n\\label{one}\n$$\n\nEquation \\eqref{one} is all.',
    },
  ],
};
