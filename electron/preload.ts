import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, PUSH_CHANNEL } from './shell/channels.ts';

/**
 * The window's whole door to the application: calls and events. Neither ipcRenderer nor its event objects get through,
 * because those would hand the page the sender.
 */
contextBridge.exposeInMainWorld('waarmee', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe(listener: (message: unknown) => void): () => void {
    const wrapped = (_event: unknown, message: unknown): void => listener(message);
    ipcRenderer.on(PUSH_CHANNEL, wrapped);
    return () => void ipcRenderer.removeListener(PUSH_CHANNEL, wrapped);
  },
});
