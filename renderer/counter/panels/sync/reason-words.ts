import type { TFunction } from 'i18next';
import { type SyncReason, TYPE_PARTS } from '../../../../shared/domain/sync-reason.ts';
import { nl } from '../../../i18n/nl/index.ts';

type FieldName = keyof typeof nl.syncReasons.field;

/** Why something waits or is parked: what happened, what is safe, what to do now. */
export function reasonWords(t: TFunction<'syncReasons'>, reason: SyncReason): string {
  const { code, system, data } = reason;
  return t(`why.${code}`, {
    ...data,
    safe: t('safe'),
    system: system === undefined ? '' : t(`system.${system}`),
    brackets: data['detail'] === undefined ? '' : ` (${data['detail']})`,
    fields: fieldWords(t, reason),
    missing: missingWords(t, data),
  });
}

/** Which part of a zaaktype is missing; an earlier version kept that in Dutch. */
function missingWords(t: TFunction<'syncReasons'>, { part, name, missing }: SyncReason['data']): string {
  const known = TYPE_PARTS.find((each) => each === part);
  return known === undefined ? (missing ?? '') : t(`missing.${known}`, { name });
}

function fieldWords(t: TFunction<'syncReasons'>, { fields, data }: SyncReason): string {
  if (fields.length === 0) return data['detail'] ?? t('status', { status: data['status'] ?? '' }).trim();
  return fields
    .map(({ name, why }) => {
      if (name === '') return why;
      const last = name.split('.').findLast((part) => !/^\d+$/.test(part)) ?? name;
      return `${isKnown(last) ? t(`field.${last}`) : t('otherField', { name })}: ${why}`;
    })
    .join('; ');
}

function isKnown(name: string): name is FieldName {
  return Object.hasOwn(nl.syncReasons.field, name);
}
