/** What of MathJax 4 is used here; the package brings no types. */
declare module 'mathjax' {
  const MathJax: {
    init(options: object): Promise<void>;
    tex2svgPromise: (tex: string, options: { display: boolean }) => Promise<unknown>;
    startup: { adaptor: { innerHTML(node: unknown): string } };
  };
  export default MathJax;
}
