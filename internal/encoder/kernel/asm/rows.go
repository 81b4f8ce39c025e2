package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// unit is the bytes of 16 floats.
const unit = 64

func signless() table { return words("signless", 0x7FFFFFFF) }

// quantize: kernel/quantize.go.
func quantize(s simd) {
	s.begin("quantize", "dst *byte, ldd int, scale *float32, x *float32, ldx int, rows int, n int, top float32, zero int32",
		"turns rows of n floats into bytes; zero is 128 or 0.")
	dst, ldd, scale, x, ldx := pointer("dst"), pointer("ldd"), pointer("scale"), pointer("x"), elements("ldx")
	rows, n, top, flip := pointer("rows"), elements("n"), XMM(), flipped("zero")
	Load(Param("top"), top)
	loop("row", rows, 1, func() {
		most := s.zero()
		from, left := copied(x), copied(n)
		loop("amax", left, unit, func() {
			v := s.load(at(from, 0))
			s.each(VANDPS, signless(), v, v)
			s.each(VMAXPS, v, most, most)
			ADDQ(Imm(unit), from)
		})
		inv := s.broadcast(scaling(s.fold(VMAXPS, most), top, scale))
		from, left = copied(x), copied(n)
		to := copied(dst)
		loop("bytes", left, unit, func() {
			v := s.load(at(from, 0))
			s.each(VMULPS, inv, v, v)
			s.each(VCVTPS2DQ, v, v)
			s.each(VPADDD, words("zero128", 128), v, v)
			b := s.bytes(v)
			VPXOR(flip, b, b)
			VMOVDQU(b, at(to, 0))
			ADDQ(Imm(unit), from)
			ADDQ(Imm(16), to)
		})
		ADDQ(ldx, x)
		ADDQ(ldd, dst)
		ADDQ(Imm(4), scale)
	})
	end()
}

// flipped is a mask of bytes that takes zero 128 to the zero of the parameter.
func flipped(param string) reg.VecVirtual {
	zero, flip := Load(Param(param), GP32()), XMM()
	XORL(Imm(128), zero)
	VMOVD(zero, flip)
	VPBROADCASTB(flip, flip)
	return flip
}

// scaling stores amax/top and returns top/amax, both 0 where the latter is not finite.
func scaling(amax, top reg.VecVirtual, scale reg.Register) reg.VecVirtual {
	inv, mask, sc := XMM(), XMM(), XMM()
	VDIVSS(amax, top, inv)
	VCMPSS(Imm(2), floats("maxFloat", math.MaxFloat32).Mem, inv, mask)
	VANDPS(mask, inv, inv)
	VDIVSS(top, amax, sc)
	VANDPS(mask, sc, sc)
	VMOVSS(sc, at(scale, 0))
	return inv
}

// norm: kernel/norm.go.
func norm(s simd) {
	s.begin("norm", "x *float32, residual *float32, rows int, n int, gain *float32, bias *float32, eps float32, count float32",
		"normalises rows in place; residual is added where it is not nil. count is n.")
	x, residual, rows, n := pointer("x"), pointer("residual"), pointer("rows"), elements("n")
	gain, bias, eps, count := pointer("gain"), pointer("bias"), XMM(), XMM()
	Load(Param("eps"), eps)
	Load(Param("count"), count)
	loop("row", rows, 1, func() {
		mean := s.broadcast(normMean(s, x, residual, n, count))
		inv := s.broadcast(normInverse(s, x, n, mean, eps, count))
		at0 := GP64()
		XORQ(at0, at0)
		Label("scale")
		v := s.load(Mem{Base: x, Index: at0, Scale: 1})
		s.each(VMULPS, inv, v, v)
		s.each(VMULPS, Mem{Base: gain, Index: at0, Scale: 1}, v, v)
		s.each(VADDPS, Mem{Base: bias, Index: at0, Scale: 1}, v, v)
		s.each(VMOVUPS, v, Mem{Base: x, Index: at0, Scale: 1})
		ADDQ(Imm(unit), at0)
		CMPQ(at0, n)
		JNE(LabelRef("scale"))
		ADDQ(n, x)
	})
	end()
}

// normMean adds the residual, and moves on in it, and returns the mean.
func normMean(s simd, x, residual, n reg.Register, count reg.VecVirtual) reg.VecVirtual {
	sum := s.zero()
	from, left := copied(x), copied(n)
	TESTQ(residual, residual)
	JEQ(LabelRef("sum"))
	loop("add", left, unit, func() {
		v := s.load(at(from, 0))
		s.each(VADDPS, at(residual, 0), v, v)
		s.each(VMOVUPS, v, at(from, 0))
		s.each(VADDPS, v, sum, sum)
		ADDQ(Imm(unit), from)
		ADDQ(Imm(unit), residual)
	})
	JMP(LabelRef("mean"))
	loop("sum", left, unit, func() {
		s.each(VADDPS, at(from, 0), sum, sum)
		ADDQ(Imm(unit), from)
	})
	Label("mean")
	mean := s.fold(VADDPS, sum)
	VDIVSS(count, mean, mean)
	return mean
}

// normInverse takes the mean from x and returns 1/√(variance+eps).
func normInverse(s simd, x, n reg.Register, mean lanes, eps, count reg.VecVirtual) reg.VecVirtual {
	sum := s.zero()
	from, left := copied(x), copied(n)
	loop("deviations", left, unit, func() {
		v := s.load(at(from, 0))
		s.each(VSUBPS, mean, v, v)
		s.each(VMOVUPS, v, at(from, 0))
		s.each(VMULPS, v, v, v)
		s.each(VADDPS, v, sum, sum)
		ADDQ(Imm(unit), from)
	})
	inv, one := s.fold(VADDPS, sum), XMM()
	VDIVSS(count, inv, inv)
	VADDSS(eps, inv, inv)
	VSQRTSS(inv, inv, inv)
	VMOVSS(floats("one", 1).Mem, one)
	VDIVSS(inv, one, inv)
	return inv
}

// laneSum and dot: kernel/lanes.go.
func laneSum(s simd) {
	s.begin("laneSum", "x *float32, n int, sum *float32", "sums n floats by lanes.")
	x, n, sum := pointer("x"), elements("n"), s.zero()
	loop("add", n, unit, func() {
		s.each(VADDPS, at(x, 0), sum, sum)
		ADDQ(Imm(unit), x)
	})
	to := pointer("sum")
	VMOVSS(s.fold(VADDPS, sum), at(to, 0))
	end()
}

func dot(s simd) {
	s.begin("dot", "x *float32, y *float32, n int, sum *float32", "sums n products by lanes.")
	x, y, n, sum := pointer("x"), pointer("y"), elements("n"), s.zero()
	loop("add", n, unit, func() {
		v := s.load(at(x, 0))
		s.each(VMULPS, at(y, 0), v, v)
		s.each(VADDPS, v, sum, sum)
		ADDQ(Imm(unit), x)
		ADDQ(Imm(unit), y)
	})
	to := pointer("sum")
	VMOVSS(s.fold(VADDPS, sum), at(to, 0))
	end()
}
