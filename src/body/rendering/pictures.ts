import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Picture } from './options.ts';

/** How wide a picture is shown, by the size it was given: what figures.css and base.css come to. */
const SIZES: Record<string, string> = {
  text: '(min-width: 44rem) 40rem, calc(100vw - 2.5rem)',
  wide: '(min-width: 75rem) 56.5rem, (min-width: 44rem) 40rem, calc(100vw - 2.5rem)',
  small: '(min-width: 26.5rem) 24rem, calc(100vw - 2.5rem)',
};

/** A picture for a page: the smaller files where there are any, and the one that every browser takes. */
export function renderPicture(picture: Picture, alt: string, size = 'text', title = ''): Element {
  const { href, width, height, sources = [] } = picture;
  const image = h('img', {
    src: href,
    width,
    height,
    alt,
    ...(title ? { title } : {}),
    loading: 'lazy',
    decoding: 'async',
  });
  if (sources.length === 0) return image;
  const sizes = SIZES[size] ?? SIZES['text'];
  const choices = sources.map(({ type, srcset }) => h('source', { type, srcSet: srcset, sizes }));
  return h('picture', [...choices, image]);
}

/** The picture as a link to itself in full. Paper is put behind what is transparent, for dark pages. */
export function linkPicture({ href, opaque }: Picture, image: Element): Element {
  return h('a', { className: ['figure-picture', ...(opaque ? ['opaque'] : [])], href }, image);
}

/** A picture for a feed, which gets one file. */
export function renderFeedPicture({ href, width, height }: Picture, alt: string): Element {
  return h('img', { src: href, width, height, alt });
}
