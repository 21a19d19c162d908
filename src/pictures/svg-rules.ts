/**
 * What an SVG picture may hold: shapes, text, paint, and references inside itself. Everything that
 * runs, loads, moves or embeds is absent, so that it is refused by name or by not being known.
 * Names are those of SVG 2, https://www.w3.org/TR/SVG2/.
 */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use marker title desc path line polyline polygon rect circle ellipse text
  tspan textPath linearGradient radialGradient stop clipPath mask pattern switch`.split(/\s+/),
);

/** Facts about the file that no reader sees; they go, as a photograph's place does. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(['metadata', 'view', 'cursor']);

/** Properties that stand as attributes or in `style`; the latter become the former. */
export const PROPERTIES: ReadonlySet<string> = new Set(
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation direction display
  dominant-baseline fill fill-opacity fill-rule font-family font-size font-size-adjust font-stretch
  font-style font-variant font-weight letter-spacing marker-end marker-mid marker-start mask
  mask-type opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi
  vector-effect visibility word-spacing writing-mode`.split(/\s+/),
);

/** Properties that a drawing program writes and that change nothing here. */
export const DROPPED_PROPERTIES =
  /^(?:-.*|block-progression|clip|color-interpolation-filters|color-rendering|cursor|enable-background|font-feature-settings|font-variant-.*|font-variation-settings|image-rendering|inline-size|isolation|line-height|pointer-events|shape-margin|shape-padding|solid-color|solid-opacity|text-align|text-decoration-.*|text-indent|text-orientation|text-transform|text-underline-.*|white-space)$/;

export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `aria-describedby aria-hidden aria-label aria-labelledby clipPathUnits cx cy d dx dy fr fx fy
  gradientTransform gradientUnits height id lang lengthAdjust marker-end markerHeight markerUnits
  markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits
  patternTransform patternUnits points preserveAspectRatio r refX refY role rotate rx ry side
  spacing spreadMethod startOffset systemLanguage textLength transform transform-origin viewBox
  width x x1 x2 xml:lang xml:space y y1 y2`.split(/\s+/),
);

/** Attributes without a meaning in a picture that is shown as one. */
export const DROPPED_ATTRIBUTES =
  /^(?:class|data-.*|version|baseProfile|enable-background|contentScriptType|contentStyleType|zoomAndPan|tabindex|focusable|requiredFeatures|requiredExtensions|xml:base)$/;

/** Elements whose `href` names another element of the picture. */
export const REFERRING: ReadonlySet<string> = new Set([
  'use',
  'textPath',
  'linearGradient',
  'radialGradient',
  'pattern',
]);

/** Functions that a value may call; any other could load something. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  `matrix translate translateX translateY rotate scale scaleX scaleY skewX skewY rgb rgba hsl hsla
  calc url`.split(/\s+/),
);
