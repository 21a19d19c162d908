import sharp from 'sharp';
import { mergeKeys, writePaper, type Files } from '../rules/folder.ts';
import { readCases } from './cases.ts';

/** Slugs that are names in every document and of every object. */
const SLUGS = ['constructor', 'prototype', 'valueof', 'cookie', 'location', 'forms', 'body'];

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&lt;script&gt;ran()&lt;/script&gt;</title><path d="M0 0L9 9"/></svg>';
/** The columns that a case names. */
const csv = '</script>,"""onclick=""ran()"\n1,2\n2,3\n';

/** One digest of every case that must be harmless: each text and each set of facts is a paper. */
export async function buildHostileDigest(): Promise<Files> {
  const harmless = [...readCases('texts'), ...readCases('facts')].filter(
    ({ expected }) => expected.length === 0,
  );
  const photo = sharp({ create: { width: 9, height: 9, channels: 3, background: '#808080' } });
  const exif = {
    IFD0: { Artist: 'ran()' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
  };
  const jpeg = Buffer.concat([
    await photo.withExif(exif).jpeg().toBuffer(),
    Buffer.from('<script>ran()</script>'),
  ]);
  let tags = 'memory: { label: Memory, description: What is kept. }\n';
  const files: Files = {
    'site.yaml': `name: '</title><script>ran()</script>'\nurl: https://digest.example.org/\ntagline: '"><script>ran()</script>'\nlanguage: en\n`,
    'issues/2026-03/index.mdx': `---\n${mergeKeys({ title: "'`</title><script>ran()</script>`'", date: '2026-03-31', editors: '[Ada Lovelace]', hero: "{ src: ./a.svg, alt: '\"><script>ran()</script> a b', credit: '`\"><img src=x onerror=ran()>`' }" }, '')}---\n\n\`{ran()}\` <abbr title="</script><script>ran()</script>">a</abbr>\n`,
    'issues/2026-03/a.svg': drawing,
  };
  for (const [index, { file, tries, source }] of harmless.entries()) {
    // A mark in front of a file is no mark within it.
    if (file === 'site.txt' || source.startsWith('\ufeff')) continue;
    if (file === 'tags.txt') {
      tags += `${source.replace('waves', `waves-${index}`).replace('[constructor]', `[valueof-${index}]`)}\n`;
      continue;
    }
    if (file === 'person.txt') {
      // Their spellings are authors in another case.
      files[`people/person-${index}.yaml`] = `${source.replace(/^names: .*$/m, '')}\n`;
      continue;
    }
    const slug = SLUGS[index] ?? `case-${index}`;
    const folder = `papers/2026-03/${slug}`;
    const arxiv = `2603.${String(index + 1).padStart(5, '0')}v1`;
    files[`${folder}/index.mdx`] =
      file === 'paper.txt'
        ? source
            .replace(/^arxiv: .*$/m, `arxiv: ${arxiv}`)
            // What is no tag of `tags.yaml` is refused in a digest, whatever it says.
            .replace(/^tags: .*$/m, 'tags: [memory]')
            .replace('id: constructor', 'id: watch')
        : writePaper(
            source,
            `title: 'Case ${index}: ${tries.replaceAll("'", '’')}'\narxiv: ${arxiv}`,
          );
    for (const [name, bytes] of Object.entries({ 'a.svg': drawing, 'a.jpg': jpeg, 'a.csv': csv })) {
      if (source.includes(`./${name}`)) files[`${folder}/${name}`] = bytes;
    }
  }
  return { ...files, 'tags.yaml': tags };
}
