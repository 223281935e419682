import { systemClock } from '../../../drivers/clock.ts';
import { DeviceFault, type FeatureReports } from '../../../drivers/driver.ts';
import { encodePicture } from '../../../drivers/protocol/wacom-stu-commands.ts';
import { blankPicture } from '../../../drivers/raster/picture.ts';
import { stuLink } from '../../../drivers/signature-pad/stu-link.ts';
import { STU_SPECS } from '../../../drivers/simulators/stu-models.ts';
import { createStuPad } from '../../../drivers/simulators/stu-pad.ts';

/** Milliseconds that a report takes on the wire: one frame of full-speed USB holds the control transfer of 256 bytes. */
const REPORT_MS = 1;
/** A block of 253 bytes is one report to the pad and one question for its status (Wacom STU notes, sections 5 and 6). */
const BLOCK_BYTES = 253;
const REPORTS_PER_BLOCK = 2;

/** Bytes per second of a whole screen sent to an STU-540, in 16 bits per pixel. */
export interface PadUpload {
  readonly ours: number;
  /** What the wire itself lets through. */
  readonly limit: number;
  readonly blocks: number;
}

/** Sends one picture of the whole screen through the driver's own link, at the pace of a full-speed USB wire. */
export async function padUpload(): Promise<PadUpload> {
  const spec = STU_SPECS['540'];
  const pad = createStuPad(spec, () => undefined);
  const link = stuLink(paced(pad), systemClock, new AbortController().signal);
  const picture = blankPicture(spec.width, spec.height);
  const bytes = encodePicture(picture, '16bit').length;
  const blocks = Math.ceil(bytes / BLOCK_BYTES);
  await link.ready();
  const started = performance.now();
  await link.show(picture, '16bit', () => undefined);
  const seconds = (performance.now() - started) / 1000;
  pad.powerOff();
  return {
    ours: bytes / seconds,
    limit: bytes / ((blocks * REPORTS_PER_BLOCK * REPORT_MS) / 1000),
    blocks,
  };
}

/** The reports of a pad, each taking its time on a wire that carries one at a time. */
function paced(pad: ReturnType<typeof createStuPad>): FeatureReports {
  let free = performance.now();
  async function wire(): Promise<void> {
    free = Math.max(free, performance.now()) + REPORT_MS;
    // A timer is a millisecond coarse, so the last part is waited out turn by turn.
    while (performance.now() < free) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return {
    async get(reportId, size) {
      await wire();
      const report = pad.getFeature(reportId, size);
      if (!report) throw new DeviceFault('failure', 'refused');
      return report;
    },
    async set(report) {
      await wire();
      if (!pad.setFeature(report)) throw new DeviceFault('failure', 'refused');
    },
  };
}
