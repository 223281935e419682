import { useEffect, useState } from 'react';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { useShortcut } from '../../keys/key-context.tsx';
import { useDesk, useDeskState } from './desk/desk-context.tsx';
import type { DeskState } from './desk/desk.ts';
import { CancelVisit } from './finish/cancel-visit.tsx';
import { FinishSheet } from './finish/finish-sheet.tsx';
import { DocumentRefused } from './identify/document-refused.tsx';
import { IdentifyPanel } from './identify/identify-panel.tsx';
import { useDocumentAdded } from './identify/use-document-added.ts';
import { OfferedDocument } from './identify/offered-document.tsx';
import { ProductPicker } from './products/product-picker.tsx';
import { ProductTabs } from './products/product-tabs.tsx';
import { firstOpenPlace, placeOrNearest } from './steps/places.ts';
import { WorkSheet } from './steps/work-sheet.tsx';
import { digitOf, usePageKey } from './use-page-key.ts';
import { VisitHeader } from './visit-header.tsx';

/** A running visit: who, which products, and the sheet on which the clerk works now. */
export function VisitWork({ visit }: { readonly visit: VisitView }) {
  const desk = useDesk();
  const panel = usePanel(visit);
  useDocumentAdded(visit.counter);
  const place = placeOrNearest(
    visit,
    useDeskState((state) => state.place),
  );
  const active =
    place.kind === 'step'
      ? visit.transactions.find((one) => one.transactionId === place.transactionId)
      : undefined;
  const [asking, setAsking] = useState<'cancel' | 'finish'>();
  useShortcut('identify', () => desk.show('identify'));
  useShortcut('addProduct', () => desk.show('products'));
  useShortcut('cancelVisit', () => setAsking('cancel'));
  useShortcut('finish', () => setAsking('finish'));
  usePageKey((event) => {
    const chosen = visit.transactions[(digitOf(event) ?? 0) - 1];
    if (chosen) desk.goTo(firstOpenPlace(chosen) ?? { kind: 'payment' }, place);
    return chosen !== undefined;
  });

  return (
    <div className="v-pane">
      <VisitHeader visit={visit} onCancel={() => setAsking('cancel')} />
      <OfferedDocument visit={visit} isIdentifying={panel === 'identify'} />
      <DocumentRefused />
      <div className="v-desk">
        {visit.transactions.length > 0 && (
          <ProductTabs visit={visit} active={panel === 'work' ? active : undefined} place={place} />
        )}
        {panel === 'identify' && <IdentifyPanel visit={visit} />}
        {panel === 'products' && <ProductPicker visit={visit} />}
        {panel === 'work' && (
          <WorkSheet visit={visit} transaction={active} place={place} onFinish={() => setAsking('finish')} />
        )}
      </div>
      {asking === 'finish' && (
        <FinishSheet visit={visit} place={place} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'cancel' && <CancelVisit visit={visit} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** Which sheet is up: without products first who, then what. Somebody newly identified brings the work back. */
function usePanel(visit: VisitView): DeskState['panel'] {
  const desk = useDesk();
  const panel = useDeskState((state) => state.panel);
  const { person, document } = visit;
  const who = person === null ? null : `${person.fullName} ${person.birthDateText} ${document?.readAt}`;
  const [known, setKnown] = useState(who);
  useEffect(() => {
    if (who === known) return;
    setKnown(who);
    if (who !== null) desk.show('work');
  }, [who, known, desk]);
  if (panel !== 'work' || visit.transactions.length > 0) return panel;
  return person === null ? 'identify' : 'products';
}
