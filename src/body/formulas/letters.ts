/** Unicode for the commands of `formulaText`, and the letters of scripts and alphabets. */

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const cut = entry.lastIndexOf(':');
      return [entry.slice(0, cut), entry.slice(cut + 1)];
    });

/** What one command prints, by its name without the backslash. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  pairs(`
alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ
nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω
Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
le:≤ leq:≤ leqslant:≤ ge:≥ geq:≥ geqslant:≥ ne:≠ neq:≠ approx:≈ sim:∼ simeq:≃ cong:≅ equiv:≡ propto:∝ ll:≪ gg:≫
lt:< gt:> prec:≺ succ:≻ doteq:≐ triangleq:≜ coloneqq:≔ coloneq:≔ perp:⊥ parallel:∥ mid:| vert:| Vert:‖ lvert:| rvert:|
lVert:‖ rVert:‖ in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅
varnothing:∅ forall:∀ exists:∃ nexists:∄ neg:¬ lnot:¬ land:∧ wedge:∧ lor:∨ vee:∨ top:⊤ bot:⊥ vdash:⊢ models:⊨
times:× cdot:· ast:∗ star:⋆ circ:∘ bullet:• div:÷ pm:± mp:∓ oplus:⊕ ominus:⊖ otimes:⊗ odot:⊙ dagger:† ddagger:‡
sum:∑ prod:∏ coprod:∐ int:∫ iint:∬ oint:∮ bigcup:⋃ bigcap:⋂ bigoplus:⨁ bigotimes:⨂ bigodot:⨀ bigwedge:⋀ bigvee:⋁
nabla:∇ partial:∂ infty:∞ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ prime:′ degree:° angle:∠ triangle:△ square:□ blacksquare:■
checkmark:✓ to:→ rightarrow:→ longrightarrow:⟶ leftarrow:← gets:← leftrightarrow:↔ Rightarrow:⇒ implies:⇒ Leftarrow:⇐
impliedby:⇐ Leftrightarrow:⇔ iff:⇔ mapsto:↦ uparrow:↑ downarrow:↓ updownarrow:↕ hookrightarrow:↪ leadsto:⇝ rightsquigarrow:⇝
xrightarrow:→ xleftarrow:← langle:⟨ rangle:⟩ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ lbrace:{ rbrace:} lbrack:[ rbrack:]
ldots:… cdots:⋯ dots:… dotsc:… dotsb:⋯ vdots:⋮ ddots:⋱ R:ℝ N:ℕ Z:ℤ Reals:ℝ imath:ı jmath:ȷ wp:℘ pounds:£ S:§ P:¶
textbackslash:\\ backslash:\\ colon::
`),
);

/** Accents, set behind the letter. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  pairs(`hat:\u0302 widehat:\u0302 tilde:\u0303 widetilde:\u0303 bar:\u0304 vec:\u20D7 dot:\u0307 ddot:\u0308
check:\u030C breve:\u0306 acute:\u0301 grave:\u0300 mathring:\u030A`),
);

const zip = (from: string, to: string): [string, string][] => {
  const targets = Array.from(to);
  return Array.from(from).map((letter, index) => [letter, targets[index] ?? letter]);
};

export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  zip(
    '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθϕχ−′∗*⊤',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡ⁻′**ᵀ',
  ),
);

export const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(
  zip('0123456789+-=()aehijklmnoprstuvxβγρϕχ−', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋'),
);

const BLACKBOARD = new Map(zip('CHNPQRZ', 'ℂℍℕℙℚℝℤ'));
const SCRIPT = new Map(zip('BEFHILMR', 'ℬℰℱℋℐℒℳℛ'));
const FRAKTUR = new Map(zip('CHIRZ', 'ℭℌℑℜℨ'));

/** Alphabets of mathematics: where capitals, small letters and digits begin, and the letters Unicode had before. */
export const ALPHABETS: ReadonlyMap<
  string,
  { upper: number; lower: number; digits?: number; own: ReadonlyMap<string, string> }
> = new Map([
  ['mathbb', { upper: 0x1d538, lower: 0x1d552, digits: 0x1d7d8, own: BLACKBOARD }],
  ['Bbb', { upper: 0x1d538, lower: 0x1d552, digits: 0x1d7d8, own: BLACKBOARD }],
  ['mathcal', { upper: 0x1d49c, lower: 0, own: SCRIPT }],
  ['cal', { upper: 0x1d49c, lower: 0, own: SCRIPT }],
  ['mathscr', { upper: 0x1d49c, lower: 0, own: SCRIPT }],
  ['mathfrak', { upper: 0x1d504, lower: 0x1d51e, own: FRAKTUR }],
]);
