// A collection that tries to break the page: texts and fields that look like markup, and texts whose places are easily
// miscounted. Every attempt that succeeds sets `window.hit` or opens a dialog.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from './support.js';

const markup = '<b onmouseover="hit=1">board</b> & <img src=x onerror="window.hit=1"> ';
const shared = `The harbour 🚢 ${markup}said on Monday that ferry fares would rise by 12 percent next spring and nobody on the islands had been asked`;
const arabic =
  'أعلنت إدارة الميناء يوم الاثنين أن أسعار تذاكر العبارة سترتفع بنسبة كبيرة في الربيع المقبل دون استشارة أحد من سكان الجزر';
const hebrew =
  'הנהלת הנמל הודיעה ביום שני כי מחירי כרטיסי המעבורת יעלו באביב הבא בלי לשאול איש מתושבי האיים הקטנים שבמפרץ';
const combining =
  'Le comite\u0301 du port a de\u0301clare\u0301 lundi que les tarifs du ferry augmenteraient au printemps prochain sans que personne ait e\u0301te\u0301 consulte\u0301';

const said = 'The ferry company raised its fares by 12 percent 🚢 after the storm damaged the northern pier of Skerrow';

/** What must be shown as it is and never be read as markup. */
export const titles = {
  script: '<script>window.hit=1;alert(1)</script>',
  end: '</script><script>window.hit=1</script>',
  comment: '<!-- <script> all of it a comment?',
  image: '<img src=x onerror="window.hit=1"> & &lt;b&gt; &amp;',
  template: '${window.hit=1} {{data}} {{script}} \\u003cscript\\u003e',
};

/** @param {string} text */
function utf16(text) {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

/** Texts as files, some of them no UTF-8. */
function files() {
  return {
    'astral.txt': `🚢🌊😀 𝕬𝖓 𝖊𝖒𝖕𝖙𝖞 𝖘𝖊𝖆 😀😀.\n\n${shared}, they said 🏴‍☠️. The 👩‍👩‍👧 left.\n`,
    'astral-2.txt': `Nothing new 😀.\n${shared}. The end 🌊.\n`,
    'astral-copy.txt': `Nothing new 😀.\n${shared}. The end 🌊.\n`,
    'crlf.txt': `First line\r\n\r\nSecond line 🚢\r\n${shared.replace(' would ', '\r\nwould ')}.\r\n\r\nLast.\r\n`,
    'crlf-2.txt': `Alone.\r\n \r\n${shared.replace(' on Monday ', '\r\n\r\non Monday ')}.\r\n`,
    'bom.txt': `\uFEFFThe mark comes first. ${shared}.\n`,
    'utf16.txt': utf16(`Wide 😀 units.\n\n${shared}.\n`),
    'broken.txt': Buffer.concat([
      Buffer.from('Torn \xff\xfe bytes \xc3 and \xf0\x9f\x9a more.\n\n', 'latin1'),
      Buffer.from(`${shared}.\n`),
      Buffer.from('\xe2\x80', 'latin1'),
    ]),
    'arabic.txt': `😀 خبر عاجل.\n\n${arabic}.\n`,
    'arabic-2.txt': `${arabic}، كما قيل. And in English: ${shared}.\n`,
    'hebrew.txt': `חדשות.\n\n${hebrew}.\n`,
    'hebrew-2.txt': `😀😀 ${hebrew}, כך נאמר.\n`,
    'combining.txt': `E\u0301te\u0301 😀.\n\n${combining}.\n`,
    'combining-2.txt': `${combining}, dit-on.\n`,
    'long.txt': `${'Donaudampfschifffahrts'.repeat(120)} ${shared} ${'🚢'.repeat(300)}\n`,
  };
}

/** Records whose fields are attempts. */
function records() {
  const text = (/** @type {string} */ begin) => `${begin} </script><script>window.hit=1</script> <!-- ${shared}.`;
  return [
    {
      id: `"'><script>window.hit=1</script>`,
      title: titles.script,
      url: 'javascript:window.hit=1',
      text: text('One.'),
    },
    { id: '</script>', title: titles.end, url: ' javascript:alert(1)', source: '<i>Post</i>', text: text('Two.') },
    { id: '<!--', title: titles.comment, url: 'data:text/html,<script>alert(1)</script>', text: text('Three.') },
    {
      id: 'it\'s "quoted" & `ticked`',
      title: titles.image,
      url: 'vbscript:x',
      source: '" onclick="hit=1',
      text: text('Four.'),
    },
    { id: '../../etc', title: titles.template, url: 'https://example.org/"onmouseover="hit=1', text: text('Five.') },
    {
      id: 'controls',
      title: 'a\u0000b\u0001c\u2028d\u2029e\u202Ef',
      date: '2031-02-30<script>',
      text: text('Six \u0000\u0007\u2028\u202E'),
    },
    { id: 'constructor', title: '__proto__', source: 'toString', date: '9999-99-99', text: text('Seven.') },
    { id: 'said in titles', title: `😀 ${said}`, text: `Nine. ${said}.` },
    { id: 'said in titles too', title: `𝕬 ${said}!`, text: 'Ten. Nothing else.' },
    {
      id: 'a denial',
      text: `Ten. It is not true that ${said.replace('The', 'the').replace('12', '40')}, said the board.`,
    },
    { id: 'empty title', title: '', source: '', date: '', url: '', text: text('Eight.') },
  ];
}

/** Writes it. Returns where the texts lie. */
export function hostileCollection() {
  const folder = emptyFolder('hostile');
  for (const [name, content] of Object.entries(files())) writeFileSync(join(folder, name), content);
  writeFileSync(
    join(folder, 'records.jsonl'),
    records()
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  );
  return [folder];
}
