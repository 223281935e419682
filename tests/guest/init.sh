#!/bin/sh
# The first process in the guest's root: runs the tests and switches the guest off. app= names the project's folder.
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/run/tmp TMPDIR=/run/tmp NO_COLOR=1
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mkdir -p /dev/pts /dev/shm
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mkdir /run/tmp
mount -t devpts devpts /dev/pts
mount -t configfs configfs /sys/kernel/config
/bin/busybox ip link set lo up
for w in $(cat /proc/cmdline); do case $w in app=*) app=${w#app=};; esac; done
cd "$app" && node_modules/.bin/node tests/guest/main.ts 2>&1
echo "GUEST-EXIT $?"
echo o > /proc/sysrq-trigger
sleep 5
