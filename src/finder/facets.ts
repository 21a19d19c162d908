import { FILTERS, type FilterName } from '../search/filters.ts';
import type { Facet } from './texts.ts';
import { words } from './words.ts';

/** How many values of a filter are shown, and how many more each time that they are asked for. */
const SHOWN = 6;
const MORE = 30;

/** Fills the fields by which papers can be narrowed; which has the focus keeps it. */
export function fillFacets(
  form: HTMLElement,
  facets: Record<FilterName, Facet[]>,
  chosen: Record<FilterName, readonly string[]>,
): void {
  const focused = document.activeElement as HTMLInputElement | null;
  const held = focused?.type === 'checkbox' ? ([focused.name, focused.value] as const) : undefined;
  for (const name of FILTERS) {
    const field = form.querySelector<HTMLFieldSetElement>(`[data-filter="${name}"]`)!;
    const values = field.querySelector<HTMLElement>('[data-part="values"]')!;
    const all = field.querySelector<HTMLButtonElement>('[data-part="all"]')!;
    const list = facets[name];
    const show = (most: number) => {
      const first = list.filter(({ id }, at) => at < most || chosen[name].includes(id));
      values.replaceChildren(
        ...first.map((facet) => buildFacet(form, name, facet, chosen[name].includes(facet.id))),
      );
      all.hidden = list.length <= first.length;
      all.textContent = words.more(list.length - first.length);
    };
    let shown = SHOWN;
    all.onclick = () => {
      const before = values.children.length;
      show((shown += MORE));
      values.querySelectorAll<HTMLElement>('input')[before]?.focus();
    };
    show(shown);
    field.hidden = list.length === 0;
  }
  if (!held) return;
  const [name, value] = held;
  const boxes = form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`);
  [...boxes].find((box) => box.value === value)?.focus({ preventScroll: true });
}

function buildFacet(
  form: HTMLElement,
  name: FilterName,
  { id, label, count }: Facet,
  isChosen: boolean,
): Node {
  const row = form
    .querySelector<HTMLTemplateElement>('[data-row="facet"]')!
    .content.cloneNode(true) as DocumentFragment;
  const box = row.querySelector('input')!;
  Object.assign(box, { name, value: id, checked: isChosen });
  row.querySelector('[data-part="label"]')!.textContent = label;
  row.querySelector('[data-part="count"]')!.textContent = String(count);
  return row;
}
