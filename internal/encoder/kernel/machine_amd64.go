package kernel

import "golang.org/x/sys/cpu"

//go:generate go run -C asm . -out ../kernel_amd64.s -stubs ../stubs_amd64.go -pkg kernel

var avx2 = &Set{
	Name:     "avx2",
	mul:      blockMulAVX2.product,
	div:      blockDivAVX2.product,
	quantize: quantizer(quantizeAVX2).rows,
	norm:     normalizer(normAVX2).rows,
	gelu:     func(x []float32) { geluAVX2(&x[0], len(x)) },
	laneSum:  func(x []float32) (sum float32) { laneSumAVX2(&x[0], len(x), &sum); return },
	dot:      func(x, y []float32) (sum float32) { dotAVX2(&x[0], &y[0], len(x), &sum); return },
	spread:   func(m *Matrix, k []byte) { spreadAVX2(&m.w[0], &m.start[0], &k[0], len(k)/m.in, m.in/4) },
	values:   columns(valuesAVX2).values,
	softmax:  weigher(softmaxAVX2).rows,
}

var avx512 = &Set{
	Name:     "avx512",
	mul:      blockMulAVX512.product,
	div:      blockDivAVX512.product,
	quantize: quantizer(quantizeAVX512).rows,
	norm:     normalizer(normAVX512).rows,
	gelu:     func(x []float32) { geluAVX512(&x[0], len(x)) },
	laneSum:  func(x []float32) (sum float32) { laneSumAVX512(&x[0], len(x), &sum); return },
	dot:      func(x, y []float32) (sum float32) { dotAVX512(&x[0], &y[0], len(x), &sum); return },
	spread:   func(m *Matrix, k []byte) { spreadAVX512(&m.w[0], &m.start[0], &k[0], len(k)/m.in, m.in/4) },
	values:   columns(valuesAVX512).values,
	softmax:  weigher(softmaxAVX512).rows,
}

// machine returns the sets in assembly that this machine and its system can run,
// slowest first.
func machine() []*Set {
	var sets []*Set
	x := &cpu.X86
	if !x.HasAVX2 {
		return nil
	}
	sets = append(sets, avx2)
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL && x.HasAVX512DQ && x.HasAVX512VNNI {
		sets = append(sets, avx512)
	}
	return sets
}
