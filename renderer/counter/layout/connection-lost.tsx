import { Unplug } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../../keys/key-context.tsx';
import { useCounterState } from '../../state/context.tsx';

/** Over everything while the window has no contact with the application: what is safe, and that it is being restored. */
export function ConnectionLost() {
  const { t } = useTranslation('shell');
  const lost = useCounterState((state) => state.connection === 'lost');
  return (
    <ModalOverlay isOpen={lost} isKeyboardDismissDisabled className="w-overlay">
      <Modal className="w-modal w-modal-narrow">
        <Dialog role="alertdialog" className="w-lost">
          <KeyLayer>
            <Unplug size={32} aria-hidden className="w-tone-warn" />
            <Heading slot="title" level={2}>
              {t('lost.title')}
            </Heading>
            <p>{t('lost.safe')}</p>
            <p>{t('lost.now')}</p>
          </KeyLayer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
