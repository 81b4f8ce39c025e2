// Command asm writes the kernel's assembly for amd64. Each function is written once
// and comes out twice, for AVX2 and for AVX-512; only the products differ in more than
// the width of the registers. Run it by go generate in the folder above.
package main

import . "github.com/mmcloughlin/avo/build"

func main() {
	for _, s := range []simd{{name: "AVX2"}, {name: "AVX512", wide: true}} {
		product(s, "mul", scaleAndAdd)
		product(s, "div", divideAndScale)
		quantize(s)
		norm(s)
		gelu(s)
		laneSum(s)
		dot(s)
		softmax(s)
		spread(s)
		values(s)
	}
	Generate()
}
