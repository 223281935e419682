import type { KioskLanguage } from '../../shared/contract/kiosk.ts';
import { CHECK_IN_TEXTS, type CheckInTexts } from './check-in-texts.ts';
import type { CheckIn } from './use-check-in.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Asks for the number of an appointment; it never shows whose it is. */
export function CheckInPage({
  checkIn,
  language,
}: {
  readonly checkIn: CheckIn;
  readonly language: KioskLanguage;
}) {
  const texts = CHECK_IN_TEXTS[language];
  const { code, refusedNumber, isBusy, refusal } = checkIn;
  return (
    <section className="k-check-in">
      <h1>{texts.howTo}</h1>
      <p className="k-refusal" role="alert">
        {refusal && refusalText(refusal, texts)}
      </p>
      <output className="k-code" aria-label={texts.number} dir="ltr">
        {refusedNumber ? <s>{refusedNumber}</s> : code}
      </output>
      <div className="k-keys" dir="ltr">
        {DIGITS.map((digit) => (
          <button
            key={digit}
            type="button"
            className="k-key"
            disabled={isBusy}
            onClick={() => checkIn.type(digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className="k-key k-key-wide"
          lang={language}
          disabled={isBusy || code === ''}
          onClick={checkIn.erase}
        >
          {texts.erase}
        </button>
      </div>
      <div className="k-check-in-foot">
        <button type="button" className="k-ready k-quiet" onClick={checkIn.close}>
          {texts.back}
        </button>
        <button type="button" className="k-ready" disabled={isBusy || code === ''} onClick={checkIn.submit}>
          {texts.checkIn}
        </button>
      </div>
    </section>
  );
}

function refusalText(refusal: NonNullable<CheckIn['refusal']>, texts: CheckInTexts): string {
  if (refusal.outcome === 'early') return texts.early(refusal.at, refusal.from);
  return refusal.outcome === 'late' ? texts.late(refusal.at) : texts.unknown;
}
