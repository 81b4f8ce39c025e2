package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// simd is an instruction set. Its unit of work is 16 lanes of four bytes: one ZMM or
// two YMM registers.
type simd struct {
	name string
	wide bool
}

// lanes are the registers of 16 lanes.
type lanes []reg.VecVirtual

func (s simd) lanes() lanes {
	if s.wide {
		return lanes{ZMM()}
	}
	return lanes{YMM(), YMM()}
}

// size is the bytes of one register.
func (s simd) size() int {
	if s.wide {
		return 64
	}
	return 32
}

type instruction func(...Op)

// each runs an instruction on every register of the lanes. Operands are lanes, memory
// (which moves on by a register's size) or anything else, which stays the same.
func (s simd) each(f instruction, ops ...any) {
	for i := range len(s.lanesLike()) {
		var out []Op
		for _, o := range ops {
			switch o := o.(type) {
			case lanes:
				out = append(out, o[i])
			case table:
				out = append(out, o.Mem)
			case Mem:
				out = append(out, o.Offset(i*s.size()))
			case Op:
				out = append(out, o)
			default:
				panic(fmt.Sprintf("operand %T", o))
			}
		}
		f(out...)
	}
}

func (s simd) lanesLike() []struct{} { return make([]struct{}, 64/s.size()) }

func (s simd) load(m Mem) lanes {
	x := s.lanes()
	s.each(VMOVUPS, m, x)
	return x
}

func (s simd) zero() lanes {
	x := s.lanes()
	for _, r := range x {
		s.clear(r)
	}
	return x
}

func (s simd) clear(r reg.VecVirtual) {
	if s.wide {
		VPXORD(r, r, r)
	} else {
		VPXOR(r, r, r)
	}
}

// broadcast spreads the lowest float of x.
func (s simd) broadcast(x Op) lanes {
	to := s.lanes()
	VBROADCASTSS(x, to[0])
	if !s.wide {
		VMOVAPS(to[0], to[1])
	}
	return to
}

// fold joins 16 lanes into the lowest of an XMM register: i and i+8, i and i+4, i and
// i+2, i and i+1.
func (s simd) fold(f instruction, x lanes) reg.VecVirtual {
	y := YMM()
	if s.wide {
		VEXTRACTF64X4(Imm(1), x[0], y)
		f(y, x[0].AsY(), y)
	} else {
		f(x[1], x[0], y)
	}
	t := XMM()
	VEXTRACTF128(Imm(1), y, t)
	f(t, y.AsX(), t)
	u := XMM()
	VPSHUFD(Imm(0xEE), t, u)
	f(u, t, t)
	VPSHUFD(Imm(0x55), t, u)
	f(u, t, t)
	return t
}

// bytes narrows 16 whole numbers of 0…255 to the bytes of an XMM register.
func (s simd) bytes(x lanes) reg.VecVirtual {
	t := XMM()
	if s.wide {
		VPMOVDB(x[0], t)
		return t
	}
	y := YMM()
	VPACKSSDW(x[1], x[0], y)
	VPERMQ(Imm(0xD8), y, y)
	VEXTRACTI128(Imm(1), y, t)
	VPACKUSWB(t, y.AsX(), t)
	return t
}

// keepFinite makes x zero in the lanes where inv is beyond the finite numbers.
func (s simd) keepFinite(inv, x lanes) {
	if s.wide {
		k := K()
		VCMPPS(Imm(2), floats("maxFloat", math.MaxFloat32).Mem, inv[0], k)
		VMOVAPS_Z(x[0], k, x[0])
		return
	}
	for i := range x {
		t := YMM()
		VCMPPS(Imm(2), floats("maxFloat", math.MaxFloat32).Mem, inv[i], t)
		VANDPS(t, x[i], x[i])
	}
}

// table is 64 bytes of read-only data, one value in all lanes.
type table struct{ Mem }

var tables = map[string]table{}

func words(name string, bits uint32) table {
	t, ok := tables[name]
	if !ok {
		t = table{GLOBL("kernel_"+name, attr.RODATA|attr.NOPTR)}
		for i := range 16 {
			DATA(4*i, U32(bits))
		}
		tables[name] = t
	}
	return t
}

func floats(name string, v float64) table { return words(name, math.Float32bits(float32(v))) }

// at is memory disp bytes from a pointer.
func at(base reg.Register, disp int) Mem { return Mem{Base: base, Disp: disp} }

// begin opens a function named for the instruction set.
func (s simd) begin(name, params, doc string) {
	TEXT(name+s.name, attr.NOSPLIT, "func("+params+")")
	Pragma("noescape")
	Doc(strings.Split(name+s.name+" "+doc, "\n")...)
}

func end() {
	VZEROUPPER()
	RET()
}

func pointer(name string) reg.Register { return Load(Param(name), GP64()) }

// elements loads a count of four-byte elements as bytes.
func elements(name string) reg.Register {
	r := Load(Param(name), GP64())
	SHLQ(Imm(2), r)
	return r
}

// loop repeats body until step taken from count ends it; count is a multiple of step
// and not zero.
func loop(label string, count reg.Register, step uint64, body func()) {
	Label(label)
	body()
	SUBQ(Imm(step), count)
	JNZ(LabelRef(label))
}

// copied returns a copy of a register, to be used up.
func copied(r reg.Register) reg.Register {
	c := GP64()
	MOVQ(r, c)
	return c
}
