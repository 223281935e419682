// `npm run test:hid`: the drivers on real kernel devices, in a small guest (QEMU without KVM, Debian's kernel) that makes HID
// and USB devices itself. Installs what it needs on Debian as root; elsewhere it says why it is skipped. Ends with
// `N passed, N failed`, or with `0 passed, 0 failed, 1 skipped`.
// The guest mounts this machine's root read-only and runs the project's own sources in it.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'waarmee-guest');
const LIMIT_MS = 240_000;

const PACKAGES = [
  { name: 'qemu-system-x86', file: '/usr/bin/qemu-system-x86_64' },
  { name: 'busybox-static', file: '/bin/busybox' },
  { name: 'cpio', file: '/usr/bin/cpio' },
  { name: 'udev', file: '/lib/systemd/systemd-udevd' },
  { name: 'xz-utils', file: '/usr/bin/xz' },
];

/** In the order in which they load: 9p for the host's root, HID, then USB gadgets that loop back into this same kernel. */
const MODULES = [
  'drivers/virtio/virtio_ring',
  'drivers/virtio/virtio',
  'drivers/virtio/virtio_pci_legacy_dev',
  'drivers/virtio/virtio_pci_modern_dev',
  'drivers/virtio/virtio_pci',
  'fs/netfs/netfs',
  'fs/fscache/fscache',
  'net/9p/9pnet',
  'net/9p/9pnet_virtio',
  'fs/9p/9p',
  'drivers/hid/hid',
  'drivers/hid/hid-generic',
  'drivers/hid/uhid',
  'drivers/input/evdev',
  'fs/configfs/configfs',
  'drivers/usb/common/usb-common',
  'drivers/usb/core/usbcore',
  'drivers/usb/gadget/udc/udc-core',
  'drivers/usb/gadget/udc/dummy_hcd',
  'drivers/usb/gadget/libcomposite',
  'drivers/usb/gadget/function/u_serial',
  'drivers/usb/gadget/function/usb_f_acm',
  'drivers/usb/gadget/function/usb_f_printer',
  'drivers/usb/gadget/function/usb_f_hid',
  'drivers/hid/usbhid/usbhid',
  'drivers/usb/class/cdc-acm',
  'drivers/usb/class/usblp',
];

/** Why the guest cannot run here, or undefined once everything is there. */
function prepare() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'they need Linux on x86-64';
  if (/\s/.test(root))
    return 'the path of the project has a space in it, which the kernel command line cannot hold';
  const missing = PACKAGES.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
  const hasKernel = existsSync(path.join(cache, 'boot'));
  if (missing.length === 0 && hasKernel) return undefined;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return `missing ${[...missing, ...(hasKernel ? [] : ['a kernel'])].join(', ')}; as root on Debian they install themselves`;
  }
  const shell = (script) =>
    spawnSync('sh', ['-euc', script], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (missing.length > 0) {
    console.log(`Installing with apt: ${missing.join(', ')}`);
    const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
    if (!shell(`${install} || { apt-get update && ${install}; }`)) return 'apt could not install them';
  }
  return hasKernel || fetchKernel(shell) ? undefined : "Debian's kernel could not be fetched";
}

/** Unpacks Debian's kernel into the cache; nothing of it is installed. */
function fetchKernel(shell) {
  console.log("Fetching Debian's kernel for the guest");
  const partial = `${cache}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const fetched = shell(`cd '${partial}'
    name() { apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-/{print $2; exit}'; }
    package=$(name); [ -n "$package" ] || { apt-get update; package=$(name); }
    apt-get -q download -o APT::Sandbox::User=root "$package"
    dpkg -x "$package"_*.deb kernel && rm "$package"_*.deb`);
  if (fetched) cpSync(path.join(partial, 'kernel'), cache, { recursive: true });
  rmSync(partial, { recursive: true, force: true });
  return fetched;
}

/** Busybox, the modules and the first script, packed as the kernel wants it. */
function packInitramfs(folder) {
  const tree = path.join(folder, 'tree');
  mkdirSync(path.join(tree, 'bin'), { recursive: true });
  mkdirSync(path.join(tree, 'modules'));
  cpSync('/bin/busybox', path.join(tree, 'bin/busybox'), { dereference: true });
  cpSync(path.join(here, 'boot.sh'), path.join(tree, 'init'));
  execFileSync('chmod', ['755', path.join(tree, 'init')]);
  const modules = path.join(cache, 'lib/modules');
  const kernel = path.join(modules, readdirSync(modules)[0] ?? '', 'kernel');
  const order = MODULES.map((module) => {
    const name = `${path.basename(module)}.ko`;
    const file = path.join(kernel, `${module}.ko`);
    if (existsSync(file)) cpSync(file, path.join(tree, 'modules', name));
    else
      writeFileSync(
        path.join(tree, 'modules', name),
        execFileSync('xz', ['-dc', `${file}.xz`], { maxBuffer: 64 << 20 }),
      );
    return name;
  });
  writeFileSync(path.join(tree, 'modules/order'), `${order.join('\n')}\n`);
  const archive = path.join(folder, 'initramfs');
  execFileSync('sh', ['-c', `cd '${tree}' && find . | cpio -o -H newc --quiet > '${archive}'`]);
  return archive;
}

/** A signal ended Node itself in the guest (128 and its number: 133 SIGTRAP, 139 SIGSEGV): QEMU's, or a driver's that does it again. */
const endedBySignal = (code) => code !== null && code > 128;

/** Runs the guest to its end; answers the exit code of the tests in it, or null when they did not finish. */
function runGuest(initramfs) {
  const boot = path.join(cache, 'boot');
  const kernel = path.join(boot, readdirSync(boot).find((name) => name.startsWith('vmlinuz')) ?? '');
  // Without AVX: Debian 12's QEMU emulates it for the first time, and Node crashed in it now and then.
  const guest = spawn(
    'qemu-system-x86_64',
    [
      `-M q35 -accel tcg -cpu max,-avx,-avx2,-f16c,-fma -m 768 -smp 2 -nodefaults -no-user-config -display none -serial stdio -no-reboot`,
      `-fsdev local,id=r,path=/,security_model=none,readonly=on,multidevs=remap`,
      `-device virtio-9p-pci,fsdev=r,mount_tag=hostroot`,
    ]
      .flatMap((options) => options.split(' '))
      .concat('-kernel', kernel, '-initrd', initramfs, '-append', `console=ttyS0 quiet panic=-1 app=${root}`),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve) => {
    let code = null;
    let line = '';
    const overdue = setTimeout(() => guest.kill('SIGKILL'), LIMIT_MS);
    guest.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      line = (line + chunk).slice(-400);
      const end = /GUEST-EXIT (\d+)/.exec(line);
      if (!end || code !== null) return;
      code = Number(end[1]);
      // A guest that does not switch itself off has nothing left to say.
      setTimeout(() => guest.kill('SIGKILL'), 5000).unref();
    });
    guest.on('error', () => resolve(null));
    guest.on('exit', () => {
      clearTimeout(overdue);
      resolve(code);
    });
  });
}

const why = prepare();
if (why !== undefined) {
  console.log(`Skipped the tests on kernel devices: ${why}`);
  console.log('0 passed, 0 failed, 1 skipped');
} else {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-guest-'));
  try {
    const initramfs = packInitramfs(folder);
    let code = await runGuest(initramfs);
    if (endedBySignal(code)) {
      console.log(`Node itself crashed in the emulated guest (signal ${code - 128}): once more.`);
      code = await runGuest(initramfs);
    }
    if (code === null) console.log('The guest ended before its tests did.\n0 passed, 1 failed');
    process.exitCode = code === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
