import type { Field } from './rule.ts';

export const formulas: Field = {
  id: 'field-formulas',
  title: 'Where a formula begins and ends',
  rules: [
    {
      code: 'money-as-formula',
      title: 'A price that reads as a formula',
      why: 'Two dollars in one paragraph enclose a formula, and the words between two prices would be set in italics without spaces.',
      in: 'text',
      wrong: 'Training costs $5M instead of $10M.',
      right: String.raw`Training costs \$5M instead of \$10M.`,
    },
    {
      code: 'space-in-formula',
      title: 'White space next to the dollars of a formula',
      why: 'It is how prices stand in a text, so a dollar with a space behind it could be either. A formula touches its dollars.',
      in: 'text',
      wrong: 'The state $ h_t $ is kept.',
      right: 'The state $h_t$ is kept.',
    },
    {
      code: 'dollar-run',
      title: 'Dollars that do not pair',
      why: 'One dollar begins a formula in a sentence, two a displayed one; both end as they began. Any other number leaves it open where it ends.',
      in: 'text',
      wrong: 'The state $h_t$$ is kept.',
      right: 'The state $h_t$ is kept.',
    },
    {
      code: 'unclosed-formula',
      title: 'A formula that is not closed',
      why: 'The text behind it would be read as mathematics, up to the next dollar.',
      in: 'text',
      wrong: `$$
h_t = A h_{t-1}

The state is kept.`,
      right: `$$
h_t = A h_{t-1}
$$

The state is kept.`,
    },
    {
      code: 'empty-formula',
      title: 'A formula with nothing in it',
      why: 'Either something was forgotten between the dollars, or two dollars were to be printed.',
      in: 'text',
      wrong: `$$
$$`,
      right: `$$
h_t = A h_{t-1}
$$`,
    },
    {
      code: 'display-in-sentence',
      title: 'Two dollars in the middle of a sentence',
      why: 'Two dollars set a formula apart, on a line of its own; the sentence around it would be torn in two.',
      in: 'text',
      wrong: 'The state $$h_t$$ is kept.',
      right: 'The state $h_t$ is kept.',
    },
    {
      code: 'text-on-fence',
      title: 'A displayed formula on the line of its dollars',
      why: 'Where a formula has several lines, its `$$` stand alone on theirs. MDX drops whatever else is there, without a word.',
      in: 'text',
      wrong: `$$h_t = A h_{t-1}
+ B x_t$$`,
      right: `$$
h_t = A h_{t-1}
+ B x_t
$$`,
    },
    {
      code: 'text-after-formula',
      title: 'Text behind the dollars that close a displayed formula',
      why: 'The line of the closing `$$` holds nothing else. A comma or a full stop belongs into the formula.',
      in: 'text',
      wrong: `$$
h_t = A h_{t-1}
$$ where $A$ decays.`,
      right: `$$
h_t = A h_{t-1}
$$

where $A$ decays.`,
    },
    {
      code: 'empty-line-in-formula',
      title: 'An empty line in a displayed formula',
      why: 'In LaTeX an empty line ends the paragraph, and with it the formula; programs differ in what they make of it.',
      in: 'text',
      wrong: `$$
h_t = A h_{t-1}

+ B x_t
$$`,
      right: `$$
h_t = A h_{t-1}
+ B x_t
$$`,
    },
    {
      code: 'latex-delimiter',
      title: '`\\(` or `\\[` for a formula',
      why: 'In Markdown a backslash before a bracket prints the bracket, so the formula would stand there as raw LaTeX. Formulas stand between dollars.',
      in: 'text',
      wrong: String.raw`The state \(h_t\) is kept.`,
      right: 'The state $h_t$ is kept.',
    },
    {
      code: 'foreign-formula',
      title: 'A formula as GitHub writes it',
      why: 'Backticks inside the dollars would be printed as quotation marks, and code in the language `math` as code.',
      in: 'text',
      wrong: 'The state $`h_t`$ is kept.',
      right: 'The state $h_t$ is kept.',
    },
    {
      code: 'bare-environment',
      title: 'A LaTeX environment outside a formula',
      why: 'LaTeX itself begins mathematics at `\\begin{align}`; Markdown prints it as it is. Put it between lines of `$$`.',
      in: 'text',
      wrong: String.raw`\begin{align}
h_t &= A h_{t-1}
\end{align}`,
      right: String.raw`$$
\begin{align}
h_t &= A h_{t-1}
\end{align}
$$`,
    },
    {
      code: 'latex-in-prose',
      title: 'A LaTeX command outside a formula',
      why: 'Outside dollars LaTeX is not read, and the command would be printed. The text is Markdown: `**bold**`, `*italic*`, `[text](address)`.',
      in: 'text',
      wrong: String.raw`The loss \textbf{falls}.`,
      right: 'The loss **falls**.',
    },
    {
      code: 'latex-quotes',
      severity: 'warning',
      title: 'Quotation marks of LaTeX',
      why: 'Markdown takes backticks for code: one pair is printed as it stands, and what stands between two pairs becomes code. Plain quotation marks are curled by the page.',
      in: 'text',
      wrong: "They call it ``surprise''.",
      right: 'They call it "surprise".',
    },
    {
      code: 'bar-in-formula',
      title: 'A bar in a formula of a table',
      why: 'In a table `|` ends the cell, and so cuts the formula in two.',
      in: 'text',
      wrong: `| size | loss |
| ---: | ---: |
| $|x|$ | 0.3 |`,
      right: String.raw`| size | loss |
| ---: | ---: |
| $\lvert x \rvert$ | 0.3 |`,
    },
    {
      code: 'break-in-formula',
      severity: 'warning',
      title: 'A line break in a formula within a sentence',
      why: '`\\\\` ends a line of mathematics, and would end that of the sentence in its middle.',
      in: 'text',
      wrong: String.raw`The state $h_t = A h_{t-1} \\ y_t = C h_t$ is kept.`,
      right: 'The state $h_t = A h_{t-1}$ is kept, and $y_t = C h_t$.',
    },
    {
      code: 'formula-colour',
      severity: 'warning',
      title: 'A colour that cannot be seen by day or at night',
      why: 'Pages are light by day and dark at night, and a colour of a formula stays what it is. Black vanishes at night, yellow by day.',
      in: 'text',
      wrong: 'The state $\\color{blue}{h_t}$ decays.',
      right: 'The state $\\color{teal}{h_t}$ decays.',
    },
    {
      code: 'unexplained-symbol',
      severity: 'warning',
      title: 'A symbol that the notation leaves out',
      why: 'Who presses a formula is told what its symbols mean, by `notation`. Where there is one, it should hold every letter of the displayed formulas.',
      in: 'facts',
      wrong:
        "---\ntitle: A Memory That Decays\nauthors: [Ada Lovelace]\npublished: 2026-03-02\nsummarised: 2026-03-10\narxiv: 2603.00001v1\ntags: [memory]\ntldr: The state decays.\nabstract: A memory is learnt at test time.\nwriters: [Grace Hopper]\nnotation:\n  - { symbol: 'h_t', meaning: state }\n---\n\n## The key idea\n\n$$\nh_t = \\alpha h_{t-1}\n$$",
      right:
        "---\ntitle: A Memory That Decays\nauthors: [Ada Lovelace]\npublished: 2026-03-02\nsummarised: 2026-03-10\narxiv: 2603.00001v1\ntags: [memory]\ntldr: The state decays.\nabstract: A memory is learnt at test time.\nwriters: [Grace Hopper]\nnotation:\n  - { symbol: 'h_t', meaning: state }\n  - { symbol: '\\alpha', meaning: decay }\n---\n\n## The key idea\n\n$$\nh_t = \\alpha h_{t-1}\n$$",
    },
  ],
};
