import rss from '@astrojs/rss';
import { getPapers, setInline } from '../archive.ts';

// Of a module that is compiled by the bundler a feed gets no text; the sentence about it stands for it.
export async function GET({ site }: { site: URL }) {
  const papers = await getPapers();
  return rss({
    title: 'Invented',
    description: 'papers that nobody wrote',
    site,
    items: papers.slice(0, 20).map(({ id, data }) => ({
      title: data.title,
      link: `/papers/${id}/`,
      pubDate: data.date,
      content: setInline(data.tldr),
    })),
  });
}
