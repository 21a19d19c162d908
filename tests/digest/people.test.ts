import assert from 'node:assert/strict';
import test from 'node:test';
import {
  compareTexts,
  initialOf,
  inReadingOrder,
  lettersId,
  spellingKey,
  splitName,
  tidyName,
} from '../../src/digest/people.ts';

// Name as printed → family | given | suffix | id.
const names: [string, string][] = [
  ['Ada Quill', 'Quill | Ada |  | ada-quill'],
  ['Paul Balança', 'Balança | Paul |  | paul-balanca'],
  ['Ludwig van Beethoven', 'van Beethoven | Ludwig |  | ludwig-van-beethoven'],
  ['Jan van der Berg', 'van der Berg | Jan |  | jan-van-der-berg'],
  ['Laurens van der Maaten', 'van der Maaten | Laurens |  | laurens-van-der-maaten'],
  ['Pieter ter Horst', 'ter Horst | Pieter |  | pieter-ter-horst'],
  ['Corrie ten Brink', 'ten Brink | Corrie |  | corrie-ten-brink'],
  ['Vincent Van Berg', 'Berg | Vincent Van |  | vincent-van-berg'],
  ['John von Neumann', 'von Neumann | John |  | john-von-neumann'],
  ['Hans von und zu Stein', 'von und zu Stein | Hans |  | hans-von-und-zu-stein'],
  ['Juan de la Cruz', 'de la Cruz | Juan |  | juan-de-la-cruz'],
  ['Maria dos Santos Silva', 'dos Santos Silva | Maria |  | maria-dos-santos-silva'],
  ['João da Costa e Sousa', 'da Costa e Sousa | João |  | joao-da-costa-e-sousa'],
  ['José Ortega y Gasset', 'Ortega y Gasset | José |  | jose-ortega-y-gasset'],
  ['Bruno de Finetti', 'de Finetti | Bruno |  | bruno-de-finetti'],
  ['de Finetti', 'de Finetti |  |  | de-finetti'],
  ['Yann Le Cun', 'Cun | Yann Le |  | yann-le-cun'],
  ['Umar ibn al-Aziz', 'ibn al-Aziz | Umar |  | umar-ibn-al-aziz'],
  ['Khalid bin Sultan', 'bin Sultan | Khalid |  | khalid-bin-sultan'],
  ['Muhammad al-Khwarizmi', 'al-Khwarizmi | Muhammad |  | muhammad-al-khwarizmi'],
  ['John Smith Jr.', 'Smith | John | Jr. | john-smith-jr'],
  ['John Smith, Jr.', 'Smith | John | Jr. | john-smith-jr'],
  ['Robert Downey Sr', 'Downey | Robert | Sr | robert-downey-sr'],
  ['James Reed III', 'Reed | James | III | james-reed-iii'],
  ['Cai, J. L.', 'Cai | J. L. |  | cai-j-l'],
  ['Smith, Jr., John', 'Smith | John | Jr. | smith-jr-john'],
  ['J. L. Cai', 'Cai | J. L. |  | j-l-cai'],
  ['J.L. Cai', 'Cai | J.L. |  | j-l-cai'],
  ['Plato', 'Plato |  |  | plato'],
  ['danah boyd', 'boyd | danah |  | danah-boyd'],
  ['Jean-Pierre Léger', 'Léger | Jean-Pierre |  | jean-pierre-leger'],
  ['Siobhán O’Brien', "O'Brien | Siobhán |  | siobhan-obrien"],
  ['Jean d’Alembert', "d'Alembert | Jean |  | jean-dalembert"],
  ['Łukasz Żółty', 'Żółty | Łukasz |  | lukasz-zolty'],
  ['Søren Ægidius', 'Ægidius | Søren |  | soren-aegidius'],
  ['Đặng Thị Ngọc', 'Ngọc | Đặng Thị |  | dang-thi-ngoc'],
  ['Þór Guðrúnarson', 'Guðrúnarson | Þór |  | thor-gudrunarson'],
  ['Barış Oğuz', 'Oğuz | Barış |  | baris-oguz'],
  ['İbrahim Işık', 'Işık | İbrahim |  | ibrahim-isik'],
  ['Jürgen Weiß', 'Weiß | Jürgen |  | jurgen-weiss'],
  ['Jose\u0301 Nu\u0301n\u0303ez', 'Núñez | José |  | jose-nunez'],
  ['Ada  \u00a0Quill ', 'Quill | Ada |  | ada-quill'],
  ['王伟', '王 | 伟 |  | '],
  ['欧阳修', '欧阳 | 修 |  | '],
  ['諸葛孔明', '諸葛 | 孔明 |  | '],
  ['山田太郎', '山田 | 太郎 |  | '],
  ['山田 花子', '山田 | 花子 |  | '],
  ['김민수', '김 | 민수 |  | '],
  ['남궁민수', '남궁 | 민수 |  | '],
  ['アラン・チューリング', 'チューリング | アラン |  | '],
  ['Null', 'Null |  |  | null'],
  ['X Æ A-12', 'A-12 | X Æ |  | x-ae-a-12'],
];

for (const [name, expected] of names) {
  test(`name: ${name}`, () => {
    const { family, given, suffix = '' } = splitName(name);
    assert.equal(`${family} | ${given} | ${suffix} | ${lettersId(name).id}`, expected);
  });
}

test('the family of a file overrules', () => {
  assert.deepEqual(splitName('Xi Jinping', { family: 'Xi' }), { given: 'Jinping', family: 'Xi' });
  assert.deepEqual(splitName('Vincent Van Berg', { family: 'Van Berg' }), {
    given: 'Vincent',
    family: 'Van Berg',
  });
  assert.deepEqual(splitName('Ana Ruiz Mora Jr.', { family: 'Ruiz Mora' }), {
    given: 'Ana',
    family: 'Ruiz Mora',
    suffix: 'Jr.',
  });
  assert.deepEqual(splitName('林芽衣', { family: '林' }), { given: '芽衣', family: '林' });
  // A spelling in which it does not stand as words is split as any other.
  assert.deepEqual(splitName('Xing Wu', { family: 'Xi' }), { given: 'Xing', family: 'Wu' });
});

test('a collective is never turned round', () => {
  assert.deepEqual(splitName('The Pebble Group, Inc.', { collective: true }), {
    given: '',
    family: 'The Pebble Group, Inc.',
  });
});

test('letters without a Latin form are told', () => {
  assert.deepEqual(lettersId('Иван Petrov'), { id: 'petrov', lost: 'иван' });
  assert.deepEqual(lettersId('Jоhn'), { id: 'j-hn', lost: 'о' });
  assert.deepEqual(lettersId('…'), { id: '', lost: '' });
});

test('spaces and full stops do not make another spelling; letters and marks do', () => {
  assert.equal(spellingKey('J.L. Cai'), spellingKey('J. L.  Cai'));
  assert.equal(spellingKey('J L Cai'), spellingKey('J. L. Cai'));
  assert.equal(spellingKey('John Smith, Jr.'), spellingKey('John Smith Jr'));
  assert.equal(spellingKey('Siobhán O’Brien'), spellingKey("Siobhán O'Brien"));
  assert.equal(spellingKey('Jean‐Pierre Léger'), spellingKey('Jean-Pierre Léger'));
  assert.notEqual(spellingKey('Paul Balanca'), spellingKey('Paul Balança'));
  assert.equal(tidyName('  Jose\u0301\tNuñez '), 'José Nuñez');
});

test('a name in the order of a catalogue is put in that of a byline', () => {
  assert.equal(inReadingOrder('Cai, J. L.'), 'J. L. Cai');
  assert.equal(inReadingOrder('Smith, Jr., John'), 'John Smith Jr.');
  assert.equal(inReadingOrder('John Smith, Jr.'), 'John Smith Jr.');
  assert.equal(inReadingOrder('Ada Quill'), 'Ada Quill');
});

test('initials for the list of authors', () => {
  const initials = ['van der Berg', 'Żółty', 'Ægidius', "'t Hooft", '王', 'Иванов', '3M', ''];
  assert.deepEqual(
    initials.map((family) => initialOf({ family })),
    ['V', 'Z', 'A', 'T', '#', '#', '#', '#'],
  );
});

test('one order of texts, whatever the machine', () => {
  const sorted = ['Żółty', 'zebra', 'Zebra', 'Émile', 'eel', 'Part 10', 'Part 9', 'a'].sort(
    compareTexts,
  );
  assert.deepEqual(sorted, ['a', 'eel', 'Émile', 'Part 9', 'Part 10', 'zebra', 'Zebra', 'Żółty']);
});
