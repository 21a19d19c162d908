/** What an invented archive is written with. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const nouns = list(`
memory attention gradient token expert gate cache prompt reward policy score kernel manifold sample batch context window
layer weight router decoder encoder sequence diffusion denoiser graph node edge loss objective curvature optimiser
momentum schedule compression quantisation sparsity distillation alignment retrieval index query key value head channel
spectrum wavelet residual normaliser embedding vocabulary corpus dialogue reasoner verifier critic judge planner agent
tool browser simulator robot sensor image video speech audio molecule protein crystal climate market circuit compiler
scheduler accelerator bandwidth latency energy privacy attack watermark audit benchmark ablation baseline ensemble prior
posterior likelihood estimator bound margin regret bandit game equilibrium contract fairness calibration uncertainty`);

export const qualities = list(`
sparse dense causal latent robust linear nested frozen adaptive recurrent modular hierarchical discrete continuous
stochastic variational contrastive generative multimodal multilingual federated private certified amortised structured
implicit neural symbolic hybrid elastic streaming parallel asynchronous curriculum meta lifelong invariant equivariant`);

export const verbs = list(`
learns forgets reads writes keeps drops routes mixes scales bounds trains prunes merges splits ranks filters samples
predicts denoises compresses retrieves verifies rewards punishes aligns measures compares improves explains replaces`);

export const syllables = list(`
ka ri to lu ne sha vo mi del pa ro zu bel ti mar fen gol hi jun ser lo wi dra que nol bas cre ist omo uln`);

export const givens = list(`
Ada Bo Cleo Dmitri Élodie Farid Gréta Hana Ines Jürgen Kofi Lena Mai Noor Óscar Paul Quinn Rosa Søren Tomás Uma Vera
Wen Xenia Yusuf Zoë Aisha Björn Chidi Dalia Emre Fatou Goran Hilda Ivo Jana Kai Leïla Milan Nadia`);

export const families = list(`
Abara Berg Castell Dorn Erdős Fontaine Grünwald Hollis Ibarra Jansson Kovač Lindqvist Mbeki Novák Okafor Petrov Quiroga
Rahman Sato Takeda Ueda Vargas Weiss Xiong Yilmaz Zhang Ångström Brandt Çelik Dvořák Eriksen Fischer Gómez Hašek`);
