#!/bin/sh
# Runs the kernel's AVX-512 functions on an emulated processor, for machines that have
# no such one: Debian's bochs, an Ice Lake, boots a few lines of assembly that call them
# on some hundred prepared cases and compare with what plain Go made of the same. Takes
# about ten seconds of processor time; not part of CI. Wants from Debian
#   binutils bochs bochs-term isolinux syslinux-common genisoimage
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
mkdir -p "$work/iso/isolinux"

CGO_ENABLED=0 go test -c -tags avx512cases -o "$work/cases.test" ./internal/encoder/kernel
CASES="$work/iso/cases.bin" "$work/cases.test" -test.run TestWriteCases
as --64 -o "$work/boot.o" tools/avx512/boot.s
ld -m elf_x86_64 -N -Ttext 0x100000 -e _start --oformat binary -o "$work/iso/boot.bin" "$work/boot.o"
for f in ldlinux mboot libcom32; do cp /usr/lib/syslinux/modules/bios/$f.c32 "$work/iso/isolinux/"; done
cp /usr/lib/ISOLINUX/isolinux.bin "$work/iso/isolinux/"
cat > "$work/iso/isolinux/isolinux.cfg" <<END
default t
prompt 0
label t
 kernel mboot.c32
 append /boot.bin --- /cases.bin
END
genisoimage -quiet -o "$work/cd.iso" -b isolinux/isolinux.bin -c isolinux/boot.cat \
  -no-emul-boot -boot-load-size 4 -boot-info-table "$work/iso"
# Few instructions a second, so that the BIOS's waits are short.
cat > "$work/bochsrc" <<END
megs: 512
cpu: model=corei7_icelake_u, ips=1000000, reset_on_triple_fault=0
romimage: file=/usr/share/bochs/BIOS-bochs-latest
vgaromimage: file=/usr/share/bochs/VGABIOS-lgpl-latest
ata0-master: type=cdrom, path=$work/cd.iso, status=inserted
boot: cdrom
com1: enabled=1, mode=file, dev=$work/serial
display_library: term
sound: waveoutdrv=dummy, waveindrv=dummy, midioutdrv=dummy
plugin_ctrl: speaker=0
log: $work/log
END
echo c > "$work/continue" # Debian's bochs is built with its debugger

TERM=vt100 script -qfc "echo \$\$ > $work/pid; exec bochs-bin -q -f $work/bochsrc -rc $work/continue" \
  /dev/null > "$work/screen" 2>&1 < /dev/null &
trap 'kill -9 "$(cat "$work/pid")" 2>/dev/null; rm -rf "$work"' EXIT
sleep 1
until grep -q 'failures=........' "$work/serial" 2>/dev/null; do
  kill -0 "$(cat "$work/pid")" || { cat "$work/screen"; exit 1; }
  sleep 1
done
cat "$work/serial"
# Case 0 is wrong on purpose.
grep -q '^ 00000000@' "$work/serial" && grep -q 'failures=00000001' "$work/serial"
