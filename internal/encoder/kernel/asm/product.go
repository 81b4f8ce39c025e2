package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// A block is the rows whose sums are kept in registers at once, two registers a row:
// 12 rows × 32 outputs in AVX-512; 6 × 16 in AVX2, where a panel is gone through in
// two halves.
func (s simd) blockRows() int {
	if s.wide {
		return 12
	}
	return 6
}

// panelBytes are the bytes of four inputs of one panel, and of 32 results.
const panelBytes = 128

// epilogue makes floats of one row's sums; scale and bias are the outputs'.
type epilogue func(acc []reg.VecVirtual, rowScale reg.VecVirtual, scale, bias []Mem)

func scaleAndAdd(acc []reg.VecVirtual, rowScale reg.VecVirtual, scale, bias []Mem) {
	for c, y := range acc {
		VMULPS(rowScale, y, y)
		VMULPS(scale[c], y, y)
		VADDPS(bias[c], y, y)
	}
}

func divideAndScale(acc []reg.VecVirtual, rowScale reg.VecVirtual, scale, _ []Mem) {
	for c, y := range acc {
		VDIVPS(rowScale, y, y)
		VMULPS(scale[c], y, y)
	}
}

func product(s simd, name string, finish epilogue) {
	s.begin(name, "dst *float32, ldd int, a *byte, lda int, rowScale *float32, rows int, w *int8, groups int, panels int, start *int32, scale *float32, bias *float32, ahead *int8",
		fmt.Sprintf("multiplies 1 to %d rows of a with whole panels of w, of groups of four inputs,\nand fetches as much from ahead on into the second cache.", s.blockRows()))
	rows := Load(Param("rows"), GP64())
	for r := s.blockRows(); r > 1; r-- {
		CMPQ(rows, Imm(uint64(r)))
		JEQ(LabelRef(fmt.Sprint("rows", r)))
	}
	for r := 1; r <= s.blockRows(); r++ {
		Label(fmt.Sprint("rows", r))
		p := newProductRows(s, r)
		p.panels(finish)
	}
}

// productRows is the code for one number of rows.
type productRows struct {
	simd
	rows         int
	w, ahead     reg.Register
	column, last reg.Register // byte offset of a panel's outputs, and where it ends
	ones         reg.VecVirtual
}

func newProductRows(s simd, rows int) *productRows {
	p := &productRows{simd: s, rows: rows, w: pointer("w"), ahead: pointer("ahead"), column: GP64(), last: pointer("panels")}
	SHLQ(Imm(7), p.last)
	XORQ(p.column, p.column)
	if !s.wide {
		p.ones = YMM()
		VMOVDQU(words("ones16", 0x00010001).Mem, p.ones)
	}
	return p
}

// panels goes through the panels, in AVX2 each in two halves.
func (p *productRows) panels(finish epilogue) {
	label := fmt.Sprintf("rows%dpanel", p.rows)
	Label(label)
	if p.wide {
		p.strip(label+"Loop", finish)
	} else {
		p.strip(label+"LoopLeft", finish)
		back := Load(Param("groups"), GP64())
		SHLQ(Imm(7), back)
		SUBQ(back, p.w)
		ADDQ(Imm(64), p.w)
		p.strip(label+"LoopRight", finish)
		SUBQ(Imm(64), p.w)
	}
	CMPQ(p.column, p.last)
	JNE(LabelRef(label))
	end()
}

// strip computes two registers of outputs for all rows and moves on by them.
func (p *productRows) strip(label string, finish epilogue) {
	acc := make([][]reg.VecVirtual, p.rows)
	start := pointer("start")
	ADDQ(p.column, start)
	for r := range acc {
		acc[r] = []reg.VecVirtual{p.register(), p.register()}
		for c, y := range acc[r] {
			VMOVUPS(at(start, c*p.size()), y)
		}
	}
	rows := newRowPointers(pointer("a"), Load(Param("lda"), GP64()), p.rows)
	k := Load(Param("groups"), GP64())
	loop(label, k, 1, func() {
		if p.wide {
			PREFETCHT1(at(p.ahead, 0))
			PREFETCHT1(at(p.ahead, 64))
			ADDQ(Imm(128), p.ahead)
			p.stepVNNI(acc, rows)
		} else {
			PREFETCHT1(at(p.ahead, 0))
			ADDQ(Imm(64), p.ahead)
			p.stepAVX2(acc, rows)
		}
		ADDQ(Imm(panelBytes), p.w)
		rows.move(4)
	})
	p.finish(acc, finish)
	ADDQ(Imm(uint64(2*p.size())), p.column)
}

func (p *productRows) register() reg.VecVirtual {
	if p.wide {
		return ZMM()
	}
	return YMM()
}

// stepVNNI adds the products of four inputs.
func (p *productRows) stepVNNI(acc [][]reg.VecVirtual, rows rowPointers) {
	w := []reg.VecVirtual{ZMM(), ZMM()}
	VMOVDQU32(at(p.w, 0), w[0])
	VMOVDQU32(at(p.w, 64), w[1])
	for r := range acc {
		a := ZMM()
		VPBROADCASTD(rows.at(r), a)
		for c, y := range acc[r] {
			VPDPBUSD(w[c], a, y)
		}
	}
}

// stepAVX2 does the same: the pairs of products fit int16, as weights are at most 64.
func (p *productRows) stepAVX2(acc [][]reg.VecVirtual, rows rowPointers) {
	for r := range acc {
		a := YMM()
		VPBROADCASTD(rows.at(r), a)
		for c, y := range acc[r] {
			t := YMM()
			VPMADDUBSW(at(p.w, 32*c), a, t)
			VPMADDWD(p.ones, t, t)
			VPADDD(t, y, y)
		}
	}
}

// finish stores the rows.
func (p *productRows) finish(acc [][]reg.VecVirtual, finish epilogue) {
	scale, bias, rowScale := pointer("scale"), pointer("bias"), pointer("rowScale")
	dst, ldd := pointer("dst"), elements("ldd")
	for _, r := range []reg.Register{scale, bias, dst} {
		ADDQ(p.column, r)
	}
	at2 := func(base reg.Register) []Mem { return []Mem{at(base, 0), at(base, p.size())} }
	for r, row := range acc {
		for _, y := range row {
			VCVTDQ2PS(y, y)
		}
		rs := p.register()
		VBROADCASTSS(at(rowScale, 4*r), rs)
		finish(row, rs, at2(scale), at2(bias))
		for c, y := range row {
			VMOVUPS(y, at(dst, c*p.size()))
		}
		if r+1 < len(acc) {
			ADDQ(ldd, dst)
		}
	}
}

// rowPointers address rows at one stride by a pointer to every third of them.
type rowPointers struct {
	base   []reg.Register
	stride reg.Register
}

func newRowPointers(base, stride reg.Register, rows int) rowPointers {
	p := rowPointers{base: []reg.Register{base}, stride: stride}
	for r := 3; r < rows; r += 3 {
		next := GP64()
		LEAQ(Mem{Base: p.base[len(p.base)-1], Index: stride, Scale: 2}, next)
		ADDQ(stride, next)
		p.base = append(p.base, next)
	}
	return p
}

func (p rowPointers) at(row int) Mem {
	m := Mem{Base: p.base[row/3]}
	if row%3 > 0 {
		m.Index, m.Scale = p.stride, uint8(row%3)
	}
	return m
}

func (p rowPointers) move(bytes uint64) {
	for _, r := range p.base {
		ADDQ(Imm(bytes), r)
	}
}
