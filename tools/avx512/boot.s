# Boots an emulated PC far enough to call assembly functions of a Go program with the
# arguments of prepared cases and to compare what they leave in memory. The cases lie in
# the boot loader's first module, whose layout is in
# internal/encoder/kernel/bare_amd64_test.go. Tells the outcome on the serial port: a
# dot for each case that agrees; for each that does not its number and, behind an @, how
# many bytes agreed, in hexadecimal; last the number of failures.

.set HOME, 0x08000000        # where the module's pointers take it to lie

.code32
.text
.globl _start
_start:
	jmp start
.align 4
header:
	.long 0x1BADB002, 0x10003, -(0x1BADB002 + 0x10003)
	.long header, _start, end, bss_end, start

start:
	cli
	cld
	mov $stack, %esp
	mov 24(%ebx), %eax       # the first module: start, end
	mov (%eax), %esi
	mov 4(%eax), %ecx
	sub %esi, %ecx
	add $3, %ecx
	shr $2, %ecx
	mov $HOME, %edi
	rep movsl

	movl $(pdpt + 3), pml4   # the first 512 MB as they are, in pages of 2 MB
	movl $(pd + 3), pdpt
	mov $0x83, %eax
	mov $pd, %edi
	mov $256, %ecx
1:	mov %eax, (%edi)
	movl $0, 4(%edi)
	add $0x200000, %eax
	add $8, %edi
	loop 1b

	mov $0x40620, %eax       # PAE, OSFXSR, OSXMMEXCPT, OSXSAVE
	mov %eax, %cr4
	mov $pml4, %eax
	mov %eax, %cr3
	mov $0xC0000080, %ecx    # EFER.LME
	rdmsr
	or $0x100, %eax
	wrmsr
	mov $0x80000033, %eax    # PG, NE, MP, PE
	mov %eax, %cr0
	lgdt gdt_pointer
	ljmp $8, $long

.code64
long:
	mov $16, %eax
	mov %eax, %ds
	mov %eax, %es
	mov %eax, %ss
	xor %ecx, %ecx           # XCR0: x87, SSE, AVX, AVX-512
	xor %edx, %edx
	mov $0xE7, %eax
	xsetbv
	ldmxcsr mxcsr

	mov $0x3FB, %dx          # eight bits a byte
	mov $3, %al
	out %al, %dx

	mov $HOME, %ebp          # count and table of segments, then of cases
	mov 0(%rbp), %rbx
	mov 8(%rbp), %rdx
2:	mov 0(%rdx), %rdi        # to, from, length
	mov 8(%rdx), %rsi
	mov 16(%rdx), %rcx
	rep movsb
	add $24, %rdx
	dec %rbx
	jnz 2b

	mov 16(%rbp), %rax
	mov %rax, left
	mov 24(%rbp), %rax
	mov %rax, case
next:
	mov case, %rdx           # function, frame, its length, got, want, length
	mov $stack, %esp
	sub 16(%rdx), %rsp
	mov 8(%rdx), %rsi
	mov 16(%rdx), %rcx
	mov %rsp, %rdi
	rep movsb
	call *(%rdx)
	mov case, %rdx
	mov 24(%rdx), %rsi
	mov 32(%rdx), %rdi
	mov 40(%rdx), %rcx
	cmp %rcx, %rcx
	repe cmpsb
	je same
	incq failures
	mov number, %rbx
	mov $' ', %al
	call put
	call hex
	mov 40(%rdx), %rbx       # and how many bytes were the same
	sub %rcx, %rbx
	mov $'@', %al
	call put
	call hex
	jmp 3f
same:
	mov $'.', %al
	call put
3:	incq number
	addq $48, case
	decq left
	jnz next

	mov $message, %rsi
4:	lodsb
	call put
	cmp $'=', %al
	jne 4b
	mov failures, %rbx
	call hex
	mov $'\n', %al
	call put
5:	hlt
	jmp 5b

hex:                             # the low 32 bits of rbx
	mov $8, %r8d
6:	rol $4, %ebx
	mov %ebx, %eax
	and $15, %eax
	add $'0', %al
	cmp $'9', %al
	jbe 7f
	add $7, %al
7:	call put
	dec %r8d
	jnz 6b
	ret

put:                             # al to the serial port
	mov %al, %r9b
	mov $0x3FD, %dx
8:	in %dx, %al
	test $0x20, %al
	jz 8b
	mov $0x3F8, %dx
	mov %r9b, %al
	out %al, %dx
	mov case, %rdx
	ret

.align 8
gdt:	.quad 0, 0x00AF9A000000FFFF, 0x00CF92000000FFFF
gdt_pointer:
	.word 23
	.long gdt
mxcsr:	.long 0x1F80
message: .ascii "\nDONE failures="
.align 8
number: .quad 0
failures: .quad 0
left:	.quad 0
case:	.quad 0
end:

.bss
.align 4096
pml4:	.skip 4096
pdpt:	.skip 4096
pd:	.skip 4096
	.skip 65536
stack:	.skip 16
bss_end:
