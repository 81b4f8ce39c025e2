package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// spread: kernel/attention.go.
func spread(s simd) {
	s.begin("spread", "w *int8, start *int32, k *byte, rows int, groups int",
		"packs rows of 4·groups bytes as the outputs of panels and sets the panels' start.")
	w, start, k, rows, groups := pointer("w"), pointer("start"), pointer("k"), pointer("rows"), pointer("groups")
	Label("panel")
	inPanel, limit := copied(rows), GP64()
	MOVQ(U32(32), limit)
	CMPQ(inPanel, limit)
	CMOVQGT(limit, inPanel)
	SUBQ(inPanel, rows)
	column := copied(w)
	loop("row", inPanel, 1, func() {
		to, left, four := copied(column), copied(groups), GP32()
		loop("group", left, 1, func() {
			MOVL(at(k, 0), four)
			MOVL(four, at(to, 0))
			ADDQ(Imm(4), k)
			ADDQ(Imm(panelBytes), to)
		})
		ADDQ(Imm(4), column)
	})
	starts(s, w, start, groups)
	ADDQ(Imm(panelBytes), start)
	TESTQ(rows, rows)
	JNE(LabelRef("panel"))
	end()
}

// starts sets one panel's start to −128·Σw and moves w on to the next panel.
func starts(s simd, w, start, groups reg.Register) {
	ones, ones16 := s.lanes()[0], s.lanes()[0]
	VMOVUPS(words("ones8", 0x01010101).Mem, ones)
	VMOVUPS(words("ones16", 0x00010001).Mem, ones16)
	sums := append(s.zero(), s.zero()...)
	left := copied(groups)
	loop("sum", left, 1, func() {
		for i, y := range sums {
			t := s.lanes()[0]
			VPMADDUBSW(at(w, i*s.size()), ones, t)
			VPMADDWD(ones16, t, t)
			VPADDD(t, y, y)
		}
		ADDQ(Imm(panelBytes), w)
	})
	for i, y := range sums {
		negative := s.lanes()[0]
		s.clear(negative)
		VPSLLD(Imm(7), y, y)
		VPSUBD(y, negative, negative)
		VMOVUPS(negative, at(start, i*s.size()))
	}
}

// values: kernel/attention.go, for 16 columns.
func values(s simd) {
	s.begin("values", "w *int8, scale *float32, v *float32, ldv int, length int",
		"quantises 16 columns of v and packs them as outputs.")
	w, scale, v, ldv, length := pointer("w"), pointer("scale"), pointer("v"), elements("ldv"), pointer("length")
	inv := valueScales(s, scale, v, ldv, length)
	for rows := 4; rows >= 1; rows-- {
		label, next := fmt.Sprint("rows", rows), fmt.Sprint("rows", rows-1)
		Label(label)
		CMPQ(length, Imm(uint64(rows)))
		JLT(LabelRef(next))
		x := s.four(rows, inv, v, ldv)
		s.each(VMOVUPS, x, at(w, 0))
		ADDQ(Imm(panelBytes), w)
		SUBQ(Imm(uint64(rows)), length)
		JMP(LabelRef(label))
	}
	Label("rows0")
	end()
}

// valueScales stores the columns' scales and returns what they are multiplied by.
func valueScales(s simd, scale, v, ldv, length reg.Register) lanes {
	most := s.zero()
	from, left := copied(v), copied(length)
	loop("amax", left, 1, func() {
		x := s.load(at(from, 0))
		s.each(VANDPS, signless(), x, x)
		s.each(VMAXPS, x, most, most)
		ADDQ(ldv, from)
	})
	top, inv := s.lanes(), s.lanes()
	s.each(VMOVUPS, floats("maxWeight", 64), top)
	s.each(VDIVPS, most, top, inv)
	s.each(VDIVPS, top, most, most)
	s.keepFinite(inv, most)
	s.each(VMOVUPS, most, at(scale, 0))
	s.keepFinite(inv, inv)
	return inv
}

// four quantises up to four rows, moves on in them, and puts them into the bytes of
// 16 lanes.
func (s simd) four(rows int, inv lanes, v, ldv reg.Register) lanes {
	var or, and instruction = VPORD, VPANDD
	if !s.wide {
		or = func(o ...Op) { VPOR(o[0], o[1], o[2]) }
		and = func(o ...Op) { VPAND(o[0], o[1], o[2]) }
	}
	sum := s.lanes()
	for r := range rows {
		x := s.load(at(v, 0))
		s.each(VMULPS, inv, x, x)
		s.each(VCVTPS2DQ, x, x)
		s.each(and, words("lowByte", 0xFF), x, x)
		if r == 0 {
			sum = x
		} else {
			s.each(VPSLLD, Imm(uint64(8*r)), x, x)
			s.each(or, x, sum, sum)
		}
		ADDQ(ldv, v)
	}
	return sum
}
