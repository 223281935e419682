import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../keys/key-context.tsx';
import { Button, IconButton } from './button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** narrow: a question; middle: a form; wide: a list; table: many columns. */
  readonly size?: 'narrow' | 'middle' | 'wide' | 'table';
  /** Buttons at the bottom right, the main one last. */
  readonly footer?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/**
 * A window over the page, open as long as it is rendered. Escape and the cross close it; the focus stays inside, and
 * goes back after; the page's keys do nothing meanwhile.
 */
export function Dialog({ title, onClose, size = 'middle', footer, role = 'dialog', children }: DialogProps) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLElement>(null);
  useFocusKept(dialog);
  return (
    <ModalOverlay
      isOpen
      isDismissable={false}
      onOpenChange={(open) => !open && onClose()}
      className="w-overlay"
    >
      <Modal className={`w-modal w-modal-${size}`}>
        <AriaDialog ref={dialog} role={role} className="w-dialog">
          <KeyLayer>
            <header className="w-dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon={X} label={t('close')} onPress={onClose} />
            </header>
            <div className="w-dialog-body">{children}</div>
            {footer && <footer className="w-dialog-foot">{footer}</footer>}
          </KeyLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A list that closes gives the focus back to its field one picture later. */
const FOCUS_GIVEN_BACK_MS = 100;

/** A button that goes when it was pressed takes the focus with it, and then no key would do anything. */
function useFocusKept(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const isLost = (): boolean => document.activeElement === document.body;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const isTop = [...document.querySelectorAll('.w-dialog')].at(-1) === element;
        if (isTop && isLost()) element.focus();
      }, FOCUS_GIVEN_BACK_MS);
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [dialog]);
}

export interface ConfirmProps {
  readonly title: string;
  /** What will happen, and what stays as it is. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel?: string;
  readonly variant?: 'primary' | 'danger';
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isPending?: boolean;
}

/** A question before something that cannot simply be taken back. The focus starts on the safe answer. */
export function Confirm({
  title,
  children,
  confirm,
  cancel,
  variant = 'primary',
  onConfirm,
  onCancel,
  isPending = false,
}: ConfirmProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      size="narrow"
      role="alertdialog"
      footer={
        <>
          <Button autoFocus onPress={onCancel}>
            {cancel ?? t('cancel')}
          </Button>
          <Button variant={variant} onPress={onConfirm} isPending={isPending}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
