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
		for from := 0; from < rows; from += blockRows {
			var acc sums
			n := min(blockRows, rows-from)
			acc.multiply(a[from*lda:], lda, n, m, p)
			for i := range n {
				y, rs := dst[(from+i)*ldd+p*panel:][:wide], rowScale[from+i]
				for j := range y {
					y[j] = float32(float32(float32(acc.at(i, j))*rs)*scale[j]) + bias[j]
				}
			}
		}
	}
}

func divGeneric(dst []float32, ldd int, a []byte, lda int, rowScale []float32, rows int, m *Matrix) {
	for p := range m.panels() {
		wide := min(panel, m.out-p*panel)
		scale := m.scale[p*panel:][:wide]
		for from := 0; from < rows; from += blockRows {
			var acc sums
			n := min(blockRows, rows-from)
			acc.multiply(a[from*lda:], lda, n, m, p)
			for i := range n {
				y, rs := dst[(from+i)*ldd+p*panel:][:wide], rowScale[from+i]
				for j := range y {
					y[j] = (float32(acc.at(i, j)) / rs) * scale[j]
				}
			}
		}
	}
}

// half is the number of outputs of a panel that lie in the low halves of words.
const half = panel / 2

// sums are the sums of products of a block of rows with one panel. Plain Go has no
// vectors, so one 64-bit multiplication serves two outputs, j and j+half: weights
// raised to 0…128 keep both halves of a word positive and within 32 bits up to 131,000
// inputs. less is what each row's sums are too great by for that.
type sums struct {
	words [blockRows][2][half / 2]uint64
	less  [blockRows]int32
	start []int32
}

// at returns the sum of row i and output j, with the matrix' start.
func (s *sums) at(i, j int) int32 {
	word := s.words[i][j%half/(half/2)][j%(half/2)]
	return int32(uint32(word>>(32*(j/half)))) - s.less[i] + s.start[j]
}

// depth is how many inputs' weights are raised at a time: 8 kB.
const depth = 64

// raised are the words of depth inputs, the first eight of each and then the others, as
// so many sums fit into registers.
type raised [2][depth][half / 2]uint64

// multiply sums the first n rows of a.
func (s *sums) multiply(a []byte, lda, n int, m *Matrix, p int) {
	s.start = m.start[p*panel:][:panel]
	var w raised
	for k := 0; k < m.in; k += depth {
		deep := min(depth, m.in-k)
		w.raise(m.w[p*panel*m.in+k*panel:][:deep*panel])
		for i := range n {
			row := a[i*lda+k:][:deep]
			s.less[i] += maxWeight * total(row)
			addProducts(&s.words[i][0], &w[0], row)
			addProducts(&s.words[i][1], &w[1], row)
		}
	}
}

// raise unpacks groups of four inputs of a panel.
func (w *raised) raise(packed []int8) {
	for k := 0; len(packed) >= 4*panel; k, packed = k+4, packed[4*panel:] {
		group := (*[4 * panel]int8)(packed)
		for side := range w {
			to := (*[4][half / 2]uint64)(w[side][k:])
			for j := range half / 2 {
				for i := range to {
					at := side*2*half + 4*j + i
					to[i][j] = uint64(int(group[at%128])+maxWeight) | uint64(int(group[(at+4*half)%128])+maxWeight)<<32
				}
			}
		}
	}
}

// addProducts adds the products of a row with eight words of each input.
func addProducts(sum *[half / 2]uint64, w *[depth][half / 2]uint64, row []byte) {
	s0, s1, s2, s3, s4, s5, s6, s7 := sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7]
	for k, u := range row[:min(len(row), depth)] {
		x, v := &w[k], uint64(u)
		s0 += v * x[0]
		s1 += v * x[1]
		s2 += v * x[2]
		s3 += v * x[3]
		s4 += v * x[4]
		s5 += v * x[5]
		s6 += v * x[6]
		s7 += v * x[7]
	}
	*sum = [half / 2]uint64{s0, s1, s2, s3, s4, s5, s6, s7}
}

// total sums a row's bytes.
func total(row []byte) int32 {
	sum := int32(0)
	for _, u := range row {
		sum += int32(u)
	}
	return sum
}
