package kernel

// blocks names an assembly function of products.
type blocks int

const (
	blockMulAVX2 blocks = iota
	blockDivAVX2
	blockMulAVX512
	blockDivAVX512
)

// rows returns how many rows the function takes at most.
func (b blocks) rows() int {
	if b == blockMulAVX2 || b == blockDivAVX2 {
		return 6
	}
	return 12
}

// product cuts the work into blocks. Few rows go block by block through all panels,
// many go panel by panel, so that a panel's weights are read from memory once.
func (b blocks) product(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix) {
	whole := m.out / panel
	step := 1
	if rows <= blockRows {
		step = whole
	}
	for p := 0; p < whole; p += step {
		next := min(p+1, whole-1) // fetched while the first rows are computed
		for i := 0; i < rows; next = p {
			n := share(rows-i, b.rows())
			b.call(dst[i*ldd+p*panel:], ldd, a[i*lda:], lda, rowScale[i:], n, m, p, step, next)
			i += n
		}
	}
	if whole < m.panels() {
		b.narrow(dst, ldd, a, lda, rowScale, rows, m, whole)
	}
}

// narrow computes a last panel of which dst has only the first columns.
func (b blocks) narrow(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix, p int) {
	var block [blockRows * panel]float32
	wide := m.out - p*panel
	for i := 0; i < rows; {
		n := share(rows-i, b.rows())
		b.call(block[:], panel, a[i*lda:], lda, rowScale[i:], n, m, p, 1, p)
		for r := range n {
			copy(dst[(i+r)*ldd+p*panel:][:wide], block[r*panel:])
		}
		i += n
	}
}

// call runs the assembly on n rows and panels from p on. It calls the functions by
// name, not as values, so that the compiler knows that block stays on the stack.
func (b blocks) call(dst []float32, ldd int, a []byte, lda int, rowScale []float32, n int, m *Matrix, p, panels, next int) {
	_, _, _ = dst[(n-1)*ldd+panels*panel-1], a[(n-1)*lda+m.in-1], rowScale[n-1]
	w, ahead := &m.w[p*panel*m.in], &m.w[next*panel*m.in]
	start, scale, bias := &m.start[p*panel], &m.scale[p*panel], &m.bias[p*panel]
	switch b {
	case blockMulAVX2:
		mulAVX2(&dst[0], ldd, &a[0], lda, &rowScale[0], n, w, m.in/4, panels, start, scale, bias, ahead)
	case blockDivAVX2:
		divAVX2(&dst[0], ldd, &a[0], lda, &rowScale[0], n, w, m.in/4, panels, start, scale, bias, ahead)
	case blockMulAVX512:
		mulAVX512(&dst[0], ldd, &a[0], lda, &rowScale[0], n, w, m.in/4, panels, start, scale, bias, ahead)
	case blockDivAVX512:
		divAVX512(&dst[0], ldd, &a[0], lda, &rowScale[0], n, w, m.in/4, panels, start, scale, bias, ahead)
	}
}
