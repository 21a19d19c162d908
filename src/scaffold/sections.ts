/**
 * The text below the front matter: the sections that readers know, each with a comment that says what
 * belongs there. Comments hold no `*` followed by a slash.
 */
export const paperSections = String.raw`
## The key idea

{/* What is new, in a paragraph or two: somebody who stops here knows why the paper matters. */}

## Background

{/* What there was before and where it failed; only what the next section needs. */}

## Their method

{/* How it works, step by step, each symbol explained where it first stands. */}

{/* A formula that the text refers to; take it out of this comment and write your own:

$$
h_t = f_\theta(h_{t-1}, x_t)
\label{step}
$$

Equation \eqref{step} says how the hidden state $h_t$ follows from the one before.
*/}

## Results

{/* The numbers that matter, each with its place: At 16K tokens it finds 95.2% <Claim at="Table 2" />. */}

{/* A figure of your own, saved beside this file:

<Figure src="./results.svg" alt="What it shows, for somebody who cannot see it." label="fig:results">

The caption, with $maths$. The text refers to it as Figure \ref{fig:results}.

</Figure>
*/}

## Takeaways

{/* What remains: what it is good for, what is still open, what you doubt. */}
`;

export const issueSections = `
{/* A paragraph or two on what the papers of this issue have to do with each other. */}
`;
