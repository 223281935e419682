#!/bin/busybox sh
# Early user space of the guest: loads the modules, then goes on in the host's root, mounted read-only over 9p.
bb=/bin/busybox
$bb mkdir -p /proc /sys /dev /root
$bb mount -t devtmpfs devtmpfs /dev
$bb mount -t proc proc /proc
for m in $($bb cat /modules/order); do $bb insmod /modules/$m || echo "insmod $m failed"; done
for w in $($bb cat /proc/cmdline); do case $w in app=*) app=${w#app=};; esac; done
$bb mount -t 9p -o ro,trans=virtio,version=9p2000.L,cache=loose,msize=1048576 hostroot /root || $bb poweroff -f
$bb mount --move /dev /root/dev
$bb umount /proc
exec $bb switch_root /root /bin/sh "$app/tests/guest/init.sh"
