package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// The constants of kernel/gelu.go and kernel/softmax.go, whose tests hold these
// functions against plain Go.
var (
	geluCoefficients = []float64{
		-0.0012469621, 0.004474225, -0.007267933, 0.010427531, -0.017808732,
		0.02848657, -0.040371537, 0.05469194, -0.0771791, 0.15690488,
	}
	expCoefficients = []float64{
		1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
	}
)

// horner evaluates a polynomial at x.
func (s simd) horner(name string, coefficients []float64, x lanes) lanes {
	p := s.lanes()
	s.each(VMOVUPS, floats(name+"0", coefficients[0]), p)
	for i, k := range coefficients[1:] {
		s.each(VMULPS, x, p, p)
		s.each(VADDPS, floats(fmt.Sprint(name, i+1), k), p, p)
	}
	return p
}

func gelu(s simd) {
	s.begin("gelu", "x *float32, n int", "replaces n floats by their GELU.")
	x, n := pointer("x"), elements("n")
	loop("next", n, unit, func() {
		v, c, u := s.load(at(x, 0)), s.lanes(), s.lanes()
		s.each(VMAXPS, floats("geluLowest", -4.5), v, c)
		s.each(VMINPS, floats("geluHighest", 4.5), c, c)
		s.each(VMULPS, c, c, u)
		s.each(VMULPS, floats("geluStretch", 0.09876543), u, u)
		s.each(VADDPS, floats("minusOne", -1), u, u)
		p := s.horner("gelu", geluCoefficients, u)
		s.each(VMULPS, c, p, p)
		s.each(VADDPS, floats("half", 0.5), p, p)
		s.each(VMULPS, p, v, v)
		s.each(VMOVUPS, v, at(x, 0))
		ADDQ(Imm(unit), x)
	})
	end()
}

// exp replaces x ≤ 0 by e^x.
func (s simd) exp(x lanes) lanes {
	t, n, r := s.lanes(), s.lanes(), s.lanes()
	s.each(VMAXPS, floats("expLowest", -87), x, x)
	s.each(VMULPS, floats("log2e", 1.44269504088896341), x, t)
	s.each(VADDPS, floats("rounder", 12582912), t, t)
	s.each(VSUBPS, floats("rounder", 12582912), t, n)
	s.each(VMULPS, floats("ln2High", 0.693359375), n, r)
	s.each(VSUBPS, r, x, x)
	s.each(VMULPS, floats("ln2Low", -2.12194440e-4), n, n)
	s.each(VSUBPS, n, x, x)
	p := s.horner("exp", expCoefficients, x)
	s.each(VMULPS, x, x, r)
	s.each(VMULPS, r, p, p)
	s.each(VADDPS, x, p, p)
	s.each(VADDPS, floats("one", 1), p, p)
	s.each(VPSLLD, Imm(23), t, t)
	s.each(VPADDD, t, p, p)
	return p
}

func softmax(s simd) {
	s.begin("softmax", "p *byte, sum *float32, s *float32, n int, bias *float32, step int, rows int",
		"turns rows of n scores into bytes and their sums. bias is that of the first\nrow, step the elements from one row's to the next's.")
	p, sum, scores, n := pointer("p"), pointer("sum"), pointer("s"), elements("n")
	bias, step, rows := pointer("bias"), elements("step"), pointer("rows")
	loop("row", rows, 1, func() {
		top := s.lanes()
		s.each(VMOVUPS, floats("lowest", math.Inf(-1)), top)
		from, left, add := copied(scores), copied(n), copied(bias)
		loop("bias", left, unit, func() {
			v := s.load(at(from, 0))
			s.each(VADDPS, at(add, 0), v, v)
			s.each(VMOVUPS, v, at(from, 0))
			s.each(VMAXPS, v, top, top)
			ADDQ(Imm(unit), from)
			ADDQ(Imm(unit), add)
		})
		top = s.broadcast(s.fold(VMAXPS, top))
		left = copied(n)
		total := s.zero()
		loop("exp", left, unit, func() {
			v := s.load(at(scores, 0))
			s.each(VSUBPS, top, v, v)
			e := s.exp(v)
			s.each(VMULPS, floats("full", 255), e, e)
			s.each(VCVTPS2DQ, e, e)
			s.each(VPADDD, e, total, total)
			VMOVDQU(s.bytes(e), at(p, 0))
			ADDQ(Imm(unit), scores)
			ADDQ(Imm(16), p)
		})
		whole := s.fold(VPADDD, total)
		VCVTDQ2PS(whole, whole)
		VMOVSS(whole, at(sum, 0))
		ADDQ(Imm(4), sum)
		ADDQ(step, bias)
	})
	end()
}
