/**
 * Names of the commands that both KaTeX 0.19 and Temml 0.13 set, without the backslash: what a misspelt
 * command is compared with. Neither library exports its tables; a test holds this list to both.
 */
export const COMMANDS: readonly string[] = `
AA AE Alpha And Bbb Bbbk Beta Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr Box Bra Braket Bumpeq Cap
Chi Colonapprox Coloneq Coloneqq Colonsim Complex Cup DOTSB DOTSI DOTSX Dagger Darr Delta Diamond
Doteq Downarrow Epsilon Eqcolon Eqqcolon Eta Finv Game Gamma H Harr Huge Im Iota Join Kappa Ket
LARGE LaTeX Lambda Large Larr Leftarrow Leftrightarrow Lleftarrow Longleftarrow Longleftrightarrow
Longrightarrow Lrarr Lsh Mu N Nu O OE Omega Omicron Overrightarrow P Phi Pi Pr Psi R Rarr Re Reals
Rho Rightarrow Rrightarrow Rsh S Set Sigma Subset Supset Tau TeX Theta Uarr Uparrow Updownarrow
Upsilon Vdash Vert Vvdash Xi Z Zeta aa above acute ae alefsym aleph allowbreak alpha amalg angl
angle angln approx approxeq arccos arcctg arcsin arctan arctg arg argmax argmin ast asymp atop
backepsilon backprime backsim backsimeq backslash bar barwedge bcancel because beta beth between
bf big bigcap bigcirc bigcup bigg biggl biggm biggr bigl bigm bigodot bigoplus bigotimes bigr
bigsqcup bigstar bigtriangledown bigtriangleup biguplus bigvee bigwedge binom blacklozenge
blacksquare blacktriangle blacktriangledown blacktriangleleft blacktriangleright bm bmod bold
boldsymbol bot bowtie boxdot boxed boxminus boxplus boxtimes bra brace brack braket breve bullet
bumpeq c cal cancel cap cdot cdotp cdots centerdot cfrac check checkmark chi choose circ circeq
circlearrowleft circlearrowright circledR circledS circledast circledcirc circleddash clap clubs
clubsuit colon colonapprox coloncolon coloncolonapprox coloncolonequals coloncolonminus
coloncolonsim coloneq coloneqq colonequals colonminus colonsim color colorbox complement cong
coprod copyright cos cosec cosh cot cotg coth csc ctg cth cup curlyeqprec curlyeqsucc curlyvee
curlywedge curvearrowleft curvearrowright dArr dag dagger daleth darr dashleftarrow dashrightarrow
dashv dbinom dblcolon ddag ddagger ddddot dddot ddot ddots deg degree delta det dfrac diagdown
diagup diamond diamonds diamondsuit digamma dim displaystyle div divideontimes dot doteq doteqdot
dotplus dots dotsb dotsc dotsi dotsm dotso dotsx doublebarwedge doublecap doublecup downarrow
downdownarrows downharpoonleft downharpoonright ell emptyset enskip enspace epsilon eqcirc eqcolon
eqqcolon eqsim eqslantgtr eqslantless equalscolon equalscoloncolon equiv eta eth exists exp
fallingdotseq fbox fcolorbox flat footnotesize forall frac frak frown gamma gcd ge genfrac geq
geqq geqslant gets gg ggg gggtr gimel gnapprox gneq gneqq gnsim grave gt gtrapprox gtrdot
gtreqless gtreqqless gtrless gtrsim gvertneqq hArr harr hat hbar hbox hdashline hearts heartsuit
hline hom hookleftarrow hookrightarrow hphantom hskip hslash hspace huge i iff iiint iint imageof
imath impliedby implies in inf infty injlim int intercal intop iota it j jmath kappa ker kern ket
lArr lBrace lVert lambda land lang langle large larr lbrace lbrack lceil ldotp ldots le leadsto
left leftarrow leftarrowtail leftharpoondown leftharpoonup leftleftarrows leftrightarrow
leftrightarrows leftrightharpoons leftrightsquigarrow leftthreetimes leq leqq leqslant lessapprox
lessdot lesseqgtr lesseqqgtr lessgtr lesssim lfloor lg lgroup lhd lim liminf limits limsup ll llap
llbracket llcorner lll llless lmoustache ln lnapprox lneq lneqq lnot lnsim log longleftarrow
longleftrightarrow longmapsto longrightarrow looparrowleft looparrowright lor lozenge lparen lq
lrArr lrarr lrcorner lt ltimes lvert lvertneqq maltese mapsfrom mapsto mathbb mathbf mathbin
mathcal mathchoice mathclap mathclose mathellipsis mathfrak mathinner mathit mathllap mathnormal
mathop mathopen mathord mathpunct mathrel mathring mathrlap mathrm mathscr mathsf mathsfit
mathsterling mathstrut mathtt max measuredangle medspace mho mid middle min minuscolon
minuscoloncolon mkern mod models mp mskip mu multimap nLeftarrow nLeftrightarrow nRightarrow
nVDash nVdash nabla natural ncong ne nearrow neg negmedspace negthickspace negthinspace neq
newline nexists ngeq ngeqq ngeqslant ngtr ni nleftarrow nleftrightarrow nleq nleqq nleqslant nless
nmid nobreak nobreakspace nolimits nonumber normalsize not notag notin notni nparallel nprec
npreceq nrightarrow nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq
nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nu nvDash nvdash nwarrow
o odot oe oiiint oiint oint omega omicron ominus operatorname operatornamewithlimits oplus
ordinarycolon origof oslash otimes over overbrace overbracket overgroup overleftarrow
overleftharpoon overleftrightarrow overline overrightarrow overrightharpoon overset owns parallel
partial perp phantom phase phi pi pitchfork plim pm pmb pmod pod pounds prec precapprox
preccurlyeq preceq precnapprox precneqq precnsim precsim prime prod projlim propto psi qquad quad
r rArr rBrace rVert raisebox rang rangle rarr ratio rbrace rbrack rceil reals reflectbox
restriction rfloor rgroup rhd rho right rightarrow rightarrowtail rightharpoondown rightharpoonup
rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow rightthreetimes risingdotseq
rlap rm rmoustache rparen rq rrbracket rtimes rule rvert scriptscriptstyle scriptsize scriptstyle
searrow sec set setminus sf sharp shortmid shortparallel sigma sim simeq sin sinh sixptsize small
smallfrown smallint smallsetminus smallsmile smash smile sout space spades spadesuit
sphericalangle sqcap sqcup sqrt sqsubset sqsubseteq sqsupset sqsupseteq square ss stackrel star
subset subseteq subseteqq subsetneq subsetneqq substack succ succapprox succcurlyeq succeq
succnapprox succneqq succnsim succsim sum sup supset supseteq supseteqq supsetneq supsetneqq
swarrow tan tanh tau tbinom text textasciicircum textasciitilde textbackslash textbar textbardbl
textbf textbraceleft textbraceright textcircled textcolor textcopyright textdagger textdaggerdbl
textdegree textdollar textellipsis textemdash textendash textgreater textit textless textmd
textnormal textquotedblleft textquotedblright textquoteleft textquoteright textregistered textrm
textsf textsterling textstyle texttt textunderscore textup tfrac tg therefore theta thickapprox
thicksim thickspace thinspace tilde times tiny to top triangle triangledown triangleleft
trianglelefteq triangleq triangleright trianglerighteq tt twoheadleftarrow twoheadrightarrow u
uArr uarr ulcorner underbar underbrace underbracket undergroup underleftarrow underleftrightarrow
underline underrightarrow underset unlhd unrhd uparrow updownarrow upharpoonleft upharpoonright
uplus upsilon upuparrows urcorner utilde v vDash varDelta varGamma varLambda varOmega varPhi varPi
varPsi varSigma varTheta varUpsilon varXi varepsilon varinjlim varkappa varliminf varlimsup
varnothing varphi varpi varprojlim varpropto varrho varsigma varsubsetneq varsubsetneqq
varsupsetneq varsupsetneqq vartheta vartriangle vartriangleleft vartriangleright varvdots
vcentcolon vcenter vdash vdots vec vee veebar verb vert vphantom wedge widecheck widehat widetilde
wp wr xLeftarrow xLeftrightarrow xRightarrow xcancel xhookleftarrow xhookrightarrow xi xleftarrow
xleftharpoondown xleftharpoonup xleftrightarrow xleftrightharpoons xlongequal xmapsto xrightarrow
xrightharpoondown xrightharpoonup xrightleftharpoons xtofrom xtwoheadleftarrow xtwoheadrightarrow
yen zeta
`
  .trim()
  .split(/\s+/);

/** Environments that both set and that do not number themselves. */
export const ENVIRONMENTS: readonly string[] = `
aligned alignedat gathered split cases rcases dcases drcases array darray matrix pmatrix bmatrix Bmatrix vmatrix
Vmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix* Vmatrix* smallmatrix subarray align* alignat* gather* equation* CD
`
  .trim()
  .split(/\s+/);
