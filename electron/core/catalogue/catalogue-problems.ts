import type { Product } from '../../../shared/domain/product.ts';
import type { Tariff } from '../../../shared/domain/tariff.ts';
import { SET_BY_APPLICATION } from './eigenschappen.ts';

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function fieldIds(product: Product): readonly string[] {
  return product.steps.flatMap((step) => {
    if (step.kind === 'form') return step.fields.map((field) => field.id);
    return step.kind === 'checklist' ? step.items.map((item) => item.id) : [];
  });
}

function stepMistakes(product: Product): readonly string[] {
  const mistakes: string[] = [];
  product.steps.forEach((step, index) => {
    if (
      'informatieobjecttype' in step &&
      !product.informatieobjecttypen.includes(step.informatieobjecttype)
    ) {
      mistakes.push(
        `steps.${index}.informatieobjecttype: ${step.informatieobjecttype} is not in informatieobjecttypen`,
      );
    }
    if (step.kind !== 'form') return;
    step.fields.forEach((field, place) => {
      if ((field.type === 'select') === (field.options !== undefined)) return;
      mistakes.push(`steps.${index}.fields.${place}.options: a select has options, other fields have none`);
    });
  });
  return [...mistakes, ...repeated(fieldIds(product)).map((id) => `steps: the id ${id} is used twice`)];
}

function eigenschapMistakes(product: Product): readonly string[] {
  return Object.entries(product.eigenschappen).flatMap(([name, source]) => {
    if (SET_BY_APPLICATION.includes(name)) return [`eigenschappen.${name}: is set by the application`];
    if (!('field' in source) || fieldIds(product).includes(source.field)) return [];
    return [`eigenschappen.${name}: no form asks for the field ${source.field}`];
  });
}

function productMistakes(product: Product, products: readonly Product[]): readonly string[] {
  const mistakes = [...stepMistakes(product), ...eigenschapMistakes(product)];
  mistakes.push(
    ...repeated(product.variants.map(({ id }) => id)).map((id) => `variants: the id ${id} is used twice`),
  );
  if (product.completes !== undefined) {
    const first = products.find(({ id }) => id === product.completes);
    if (first === undefined) mistakes.push(`completes: there is no product ${product.completes}`);
    else if (first.zaaktype !== product.zaaktype)
      mistakes.push('completes: both products need the same zaaktype');
    else if (first.visits !== 2)
      mistakes.push('completes: that product takes one visit, so nothing stays open');
  }
  return mistakes;
}

function tariffMistakes(tariff: Tariff, products: readonly Product[]): readonly string[] {
  return tariff.lines.flatMap((line, index) => {
    const product = products.find(({ id }) => id === line.product);
    if (product === undefined) return [`lines.${index}.product: there is no product ${line.product}`];
    const variantKnown = line.variant === undefined || product.variants.some(({ id }) => id === line.variant);
    return variantKnown ? [] : [`lines.${index}.variant: ${line.product} has no variant ${line.variant}`];
  });
}

/**
 * What is wrong between files that are right by themselves: references to products, fields and variants that do not
 * exist. Each problem names the file, the key and the reason.
 */
export function catalogueProblems(
  products: readonly Product[],
  tariffs: readonly Tariff[],
): readonly string[] {
  return [
    ...products.flatMap((product) =>
      productMistakes(product, products).map((mistake) => `products/${product.id}.json: ${mistake}`),
    ),
    ...tariffs.flatMap((tariff) =>
      tariffMistakes(tariff, products).map((mistake) => `tariffs/${tariff.id}.json: ${mistake}`),
    ),
  ];
}
