package kernel

// LaneSum returns the sum of x, of which 16 lanes are summed apart from 0 on and then
// joined: i and i+8, i and i+4, i and i+2, i and i+1. len(x) is a multiple of 16.
func (s *Set) LaneSum(x []float32) float32 {
	checkRow(len(x))
	return s.laneSum(x)
}

// Dot returns the lane sum of the products x[i]·y[i].
func (s *Set) Dot(x, y []float32) float32 {
	checkRow(len(x))
	return s.dot(x, y[:len(x)])
}

func laneSumGeneric(x []float32) float32 {
	var lanes [unit]float32
	for ; len(x) >= unit; x = x[unit:] {
		a := (*[unit]float32)(x)
		for j := range lanes {
			lanes[j] += a[j]
		}
	}
	return join(&lanes)
}

func dotGeneric(x, y []float32) float32 {
	var lanes [unit]float32
	for ; len(x) >= unit && len(y) >= unit; x, y = x[unit:], y[unit:] {
		a, b := (*[unit]float32)(x), (*[unit]float32)(y)
		for j := range lanes {
			lanes[j] += float32(a[j] * b[j])
		}
	}
	return join(&lanes)
}

// join adds the lanes as a vector register is folded: halves, quarters, …
func join(lanes *[unit]float32) float32 {
	for half := unit / 2; half > 0; half /= 2 {
		for i := range half {
			lanes[i] += lanes[i+half]
		}
	}
	return lanes[0]
}
