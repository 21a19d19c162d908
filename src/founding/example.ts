/** What a new content folder begins with: a paper that nobody wrote, whose summary says how to write one. */

/** Tea by Newton's law of cooling, from 90 °C in a room of 20 °C, rounded: time constants of 20 and 35 minutes. */
export const exampleData = `cup,minutes,celsius
in a sleeve,0,90
in a sleeve,10,72.6
in a sleeve,20,59.5
in a sleeve,30,49.7
in a sleeve,40,42.3
plain,0,90
plain,10,62.5
plain,20,45.8
plain,30,35.6
plain,40,29.5
`;

/** @param today `2026-03-22` */
export function buildExample(today: string): string {
  return String.raw`---
# Everything here is invented, to be overwritten: there is no such paper. Begin a real one with
#   npm run new -- paper 2501.00663
# and delete this folder.
title: 'An example to overwrite: how tea grows cold'
authors: [Ada Example, Ben Example]
published: ${today}
summarised: ${today}
url: https://example.org/tea.pdf
tags: [example]
tldr: 'An invented paper that finds that a sleeve keeps tea warm for longer; its summary shows how to write one.'
abstract: >-
  Nobody wrote this paper. It stands here so that a formula, a table, a plot and a result with its place can be seen,
  pressed and copied. The numbers were made up for it, by the formula.
writers: [Your Name]
assistance: None; the example comes with the program.
notation:
  - { symbol: 'T(t)', meaning: 'temperature of the tea after $t$ minutes' }
  - { symbol: 't', meaning: 'minutes since the tea was poured' }
  - { symbol: 'T_0', meaning: 'temperature when it was poured, 90 °C here' }
  - { symbol: 'T_r', meaning: 'temperature of the room, 20 °C here' }
  - { symbol: '\tau', meaning: 'time constant of the cup, in minutes' }
---

## The key idea

**This paper is invented, and so are its numbers.** Say here, in a paragraph, what the authors found and why it works, with the one equation that carries the idea. Tea loses warmth as fast as it is warmer than the room,

$$
T(t) = T_r + (T_0 - T_r)\, e^{-t/\tau}
\label{cooling}
$$

and equation \eqref{cooling} has one number that a cup can change: $\tau$. Every symbol has a row in ${'`notation`'}, at the top of the file, with a meaning of a few words: readers press the formula and see them.

## Background

What somebody must know who is not of the field, and no more. A note that would stop the reader stands in the margin.

<Aside>Like this one. ${'`<Details summary="…">`'} folds a longer one, such as a derivation.</Aside>

## Their method

What they did, in your own words. Two cups, one in a knitted sleeve, were watched for forty minutes. Figure \ref{fig:cooling} is drawn from the file ${'`cooling.csv`'} beside this text: one line for each point, with a line of column names above.

<Plot
  data="./cooling.csv"
  x="minutes"
  y="celsius"
  series="cup"
  xLabel="Minutes"
  yLabel="Temperature, °C"
  alt="Both cups start at 90 °C; after 40 minutes the plain one is at 29.5 °C, the one in a sleeve at 42.3 °C."
  label="fig:cooling"
>

The two cups. Say where the numbers come from: Table 1 of the paper. These were made up.

</Plot>

## Results

Numbers come from the paper, each main one with the place where a reader finds it: in a sleeve the tea is warm enough for 24.3 minutes <Claim at="Table 1" />. Table \ref{tab:cups} has both cups.

<Table label="tab:cups">

Minutes until the tea is at 55 °C. **Bold** marks the best number of a column.

| Cup         | $\tau$ |  minutes |
| :---------- | -----: | -------: |
| plain       |     20 |     13.9 |
| in a sleeve |     35 | **24.3** |

</Table>

## Takeaways

- What holds, and for whom.
- What you doubt: two cups are few, and nobody drank from them.
- What you would read next.
`;
}

/** The introduction to it, dated like it. */
export function buildExampleIssue(today: string): string {
  return `---
title: Our first issue
date: ${today}
editors: [Your Name]
---

An introduction of a few sentences: what the papers of this issue have in common, and which to read first. This one is an example to overwrite, as is the paper in it.
`;
}
