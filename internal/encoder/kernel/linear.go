package kernel

// Linear computes dst = a·m, rows × out: ((float(Σ(a−128)·w)·rowScale)·scale) + bias.
// The rows of a are bytes of zero 128, as Quantize makes them, rows × in, with a scale
// a row.
func (s *Set) Linear(dst []float32, a []byte, rowScale []float32, rows int, m *Matrix) {
	if rows > 0 {
		s.mul(dst[:rows*m.out], m.out, a[:rows*m.in], m.in, rowScale[:rows], rows, m)
	}
}

func mulGeneric(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix) {
	for p := range m.panels() {
		wide := min(panel, m.out-p*panel)
		scale, bias := m.scale[p*panel:][:wide], m.bias[p*panel:][:wide]
		for i := range rows {
			acc := m.inner(a[i*lda:][:m.in], p)
			y, rs := dst[i*ldd+p*panel:][:wide], rowScale[i]
			for j := range y {
				y[j] = float32(float32(float32(acc[j])*rs)*scale[j]) + bias[j]
			}
		}
	}
}

func divGeneric(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix) {
	for p := range m.panels() {
		wide := min(panel, m.out-p*panel)
		scale := m.scale[p*panel:][:wide]
		for i := range rows {
			acc := m.inner(a[i*lda:][:m.in], p)
			y, rs := dst[i*ldd+p*panel:][:wide], rowScale[i]
			for j := range y {
				y[j] = (float32(acc[j]) / rs) * scale[j]
			}
		}
	}
}

// inner returns one row's sums of products for the outputs of panel p.
func (m *Matrix) inner(a []byte, p int) [panel]int32 {
	acc := [panel]int32(m.start[p*panel:])
	w := m.w[p*panel*m.in:][:panel*m.in]
	for ; len(a) >= 4 && len(w) >= 4*panel; a, w = a[4:], w[4*panel:] {
		a0, a1, a2, a3 := int32(a[0]), int32(a[1]), int32(a[2]), int32(a[3])
		group := (*[4 * panel]int8)(w)
		for j := range acc {
			acc[j] += a0*int32(group[4*j]) + a1*int32(group[4*j+1]) + a2*int32(group[4*j+2]) + a3*int32(group[4*j+3])
		}
	}
	return acc
}
