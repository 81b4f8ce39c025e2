package kernel

// The types of this file call an assembly function of one shape, for both sets.

type quantizer func(dst *byte, ldd int, scale *float32, x *float32, ldx, rows, n int, top float32, zero int32)

func (f quantizer) rows(dst []byte, ldd int, scale, x []float32, ldx, rows, n int, top float32, zero int32) {
	_, _, _ = dst[(rows-1)*ldd+n-1], x[(rows-1)*ldx+n-1], scale[rows-1]
	f(&dst[0], ldd, &scale[0], &x[0], ldx, rows, n, top, zero)
}

type normalizer func(x, residual *float32, rows, n int, gain, bias *float32, eps, count float32)

func (f normalizer) rows(x, residual []float32, rows, n int, gain, bias []float32, eps float32) {
	var r *float32
	if residual != nil {
		r = &residual[0]
	}
	f(&x[0], r, rows, n, &gain[0], &bias[0], eps, float32(n))
}

type weigher func(p *byte, sum, s *float32, n int, bias *float32, step, rows int)

func (f weigher) rows(p []byte, sum, s []float32, n int, bias []float32, step, rows int) {
	_, _, _ = p[rows*n-1], s[rows*n-1], sum[rows-1]
	_ = bias[max(biasAt(0, step, rows), biasAt(rows-1, step, rows))+n-1]
	f(&p[0], &sum[0], &s[0], n, &bias[biasAt(0, step, rows)], step, rows)
}

type columns func(w *int8, scale, v *float32, ldv, length int)

// values goes through the columns in groups of 16, two of which make a panel.
func (f columns) values(m *Matrix, v []float32, ldv, length int) {
	_ = v[(length-1)*ldv+m.out-1]
	for c := 0; c < m.out; c += unit {
		f(&m.w[m.index(c, 0)], &m.scale[c], &v[c], ldv, length)
	}
}
