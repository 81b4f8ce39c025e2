//go:build avx512cases

package kernel

import (
	"debug/elf"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// For machines without AVX-512: this file prepares calls of the AVX-512 functions with
// what plain Go makes of the same inputs, as a memory image that tools/avx512/boot.s
// runs on an emulated processor. tools/avx512.sh does all of it.
//
// The image begins with four words: count and address of the segments (to, from,
// length) of this very program, count and address of the cases (function, frame, its
// length, got, want, length).

// home is where the image lies, beyond this program.
const home = 0x08000000

type image struct {
	bytes     []byte
	symbols   map[string]uint64
	cases     []uint64
	functions map[string]int
}

// put appends a value and returns its address.
func (m *image) put(v any) uint64 {
	for len(m.bytes)%64 != 0 {
		m.bytes = append(m.bytes, 0)
	}
	at := home + uint64(len(m.bytes))
	var err error
	if m.bytes, err = binary.Append(m.bytes, binary.LittleEndian, v); err != nil {
		panic(err)
	}
	return at
}

// call adds a case: a function, its arguments, and what the memory from got on must
// then hold.
func (m *image) call(function string, got uint64, want any, args ...any) {
	var frame, wanted []byte
	for _, a := range args {
		if n, ok := a.(int); ok {
			a = int64(n)
		}
		frame, _ = binary.Append(frame, binary.LittleEndian, a)
	}
	for len(frame)%16 != 0 {
		frame = append(frame, 0)
	}
	wanted, _ = binary.Append(wanted, binary.LittleEndian, want)
	address, ok := m.symbols["parley/internal/encoder/kernel."+function+".abi0"]
	if !ok {
		panic("no symbol of " + function)
	}
	m.functions[function]++
	m.cases = append(m.cases, address, m.put(frame), uint64(len(frame)), got, m.put(wanted), uint64(len(wanted)))
}

// TestWriteCases writes the image to the file that CASES names.
func TestWriteCases(t *testing.T) {
	program, err := elf.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	m := &image{bytes: make([]byte, 32), symbols: map[string]uint64{}, functions: map[string]int{}}
	symbols, err := program.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range symbols {
		m.symbols[s.Name] = s.Value
	}
	segments := m.segments(t, program)
	m.prepare(rand.New(rand.NewPCG(31, 1)))
	head := []uint64{uint64(len(segments) / 3), m.put(segments), uint64(len(m.cases) / 6), m.put(m.cases)}
	for i, v := range head {
		binary.LittleEndian.PutUint64(m.bytes[8*i:], v)
	}
	if err := os.WriteFile(os.Getenv("CASES"), m.bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	fmt.Println(len(m.cases)/6, "cases:", m.functions)
}

// segments copies the parts of the program that the functions need: themselves, which
// lie together, and the constants, of which only the section is known.
func (m *image) segments(t *testing.T, program *elf.File) []uint64 {
	t.Helper()
	from, to := uint64(home), uint64(0)
	for name, at := range m.symbols {
		if strings.HasSuffix(name, "AVX512.abi0") {
			from, to = min(from, at), max(to, at+16384)
		}
	}
	constants := program.Section(".rodata")
	var table []uint64
	for _, part := range [][2]uint64{{from, to}, {constants.Addr, constants.Addr + constants.Size}} {
		if part[1] > home {
			t.Fatalf("the program reaches %x", part[1])
		}
		data := make([]byte, part[1]-part[0])
		if err := readAt(program, part[0], data); err != nil {
			t.Fatal(err)
		}
		table = append(table, part[0], m.put(data), uint64(len(data)))
	}
	return table
}

// readAt reads the program as it lies in memory from an address on.
func readAt(program *elf.File, address uint64, data []byte) error {
	for _, s := range program.Sections {
		if s.Type == elf.SHT_PROGBITS && address >= s.Addr && address < s.Addr+s.Size {
			_, err := s.ReadAt(data, int64(address-s.Addr))
			if err == io.EOF {
				err = nil
			}
			return err
		}
	}
	return fmt.Errorf("no section holds %x", address)
}

// prepare adds the cases. The first is wrong, so that a run which compares nothing is
// seen.
func (m *image) prepare(r *rand.Rand) {
	x, got := noise(r, unit, 1), m.put(float32(0))
	m.call("laneSumAVX512", got, laneSumGeneric(x)+1, m.put(x), unit, got)
	for rows := 1; rows <= 12; rows++ {
		for panels := 1; panels <= 3; panels++ {
			for _, groups := range []int{1, 2 + r.IntN(11)} {
				m.product(r, rows, panels, groups, r.IntN(4) == 0)
			}
		}
		if rows%5 == 2 {
			m.product(r, rows, 1, 96, rows == 2)
		}
	}
	for kind := range kinds {
		for _, n := range []int{16, 48, 384} {
			m.rows(r, kind, 1+r.IntN(5), n)
		}
		m.softmax(r, kind, 1+r.IntN(12), 32*(1+r.IntN(4)))
		for length := 1; length <= 9; length++ {
			m.values(r, kind, length)
		}
	}
	for _, rows := range []int{1, 3, 31, 32, 33, 64, 70} {
		m.spread(r, rows, 4*(1+r.IntN(4)))
	}
}

// product prepares mul and div, with strides beyond the rows.
func (m *image) product(r *rand.Rand, rows, panels, groups int, extreme bool) {
	k := Matrix{}
	k.resize(panels*panel, 4*groups)
	copy(k.w, weights(r, len(k.w)))
	copy(k.scale, noise(r, k.out, 1))
	copy(k.bias, noise(r, k.out, 1))
	ldd, lda := k.out+5, k.in+3
	a, rowScale := make([]byte, rows*lda), noise(r, rows, 1)
	for i := range a {
		a[i] = byte(r.Uint32())
		if extreme {
			a[i] = 255
		}
	}
	for i := range k.w {
		if extreme {
			k.w[i] = int8(maxWeight - 2*maxWeight*(i/4%2))
		}
	}
	for i := range k.start {
		k.start[i] = int32(r.IntN(1<<20) - 1<<19)
	}
	atA, atRowScale, w := m.put(a), m.put(rowScale), m.put(k.w)
	start, scale, bias := m.put(k.start), m.put(k.scale), m.put(k.bias)
	for i, f := range []product{mulGeneric, divGeneric} {
		want := noise(r, rows*ldd+16, 1)
		got := m.put(want)
		f(want, ldd, a, lda, rowScale, rows, &k)
		m.call([]string{"mulAVX512", "divAVX512"}[i], got, want, got, ldd, atA, lda, atRowScale, rows, w, groups, panels, start, scale, bias, w)
	}
}

// rows prepares what goes by rows.
func (m *image) rows(r *rand.Rand, kind, rows, n int) {
	ldx := n + 7
	x, y := filled(r, kind, rows*ldx+16), filled(r, kind, rows*ldx+16)
	atX, atY := m.put(x), m.put(y)
	for _, to := range []struct {
		top  float32
		zero int32
	}{{127, 128}, {64, 0}} {
		// The scales lie behind the bytes, so that both are compared.
		u, scale := make([]byte, rows*(n+5)), make([]float32, rows)
		got := m.put(u)
		atScale := m.put(scale)
		gap := make([]byte, atScale-got-uint64(len(u)))
		quantizeGeneric(u, n+5, scale, x, ldx, rows, n, to.top, to.zero)
		want, _ := binary.Append(append(u, gap...), binary.LittleEndian, scale)
		m.call("quantizeAVX512", got, want, got, n+5, atScale, atX, ldx, rows, n, to.top, to.zero)
	}
	gain, bias := noise(r, n, 1), noise(r, n, 1)
	for _, residual := range [][]float32{nil, y} {
		want := append([]float32(nil), x...)
		got, atResidual := m.put(want), uint64(0)
		if residual != nil {
			atResidual = atY
		}
		normGeneric(want, residual, rows, n, gain, bias, 1e-12)
		m.call("normAVX512", got, want, got, atResidual, rows, n, m.put(gain), m.put(bias), float32(1e-12), float32(n))
	}
	curve := append([]float32(nil), x...)
	got := m.put(curve)
	geluGeneric(curve[:n])
	m.call("geluAVX512", got, curve, got, n)
	got = m.put(float32(0))
	m.call("laneSumAVX512", got, laneSumGeneric(x[:n]), atX, n, got)
	got = m.put(float32(0))
	m.call("dotAVX512", got, dotGeneric(x[:n], y[:n]), atX, atY, n, got)
}

func (m *image) softmax(r *rand.Rand, kind, rows, n int) {
	for _, step := range []int{0, -1} {
		s, bias := filled(r, kind, rows*n), noise(r, n+rows, 1)
		p, sum := make([]byte, rows*n), make([]float32, rows)
		got := m.put(p)
		atSum, atScores, atBias := m.put(sum), m.put(s), m.put(bias)
		gap := make([]byte, atSum-got-uint64(len(p)))
		softmaxGeneric(p, sum, s, n, bias, step, rows)
		want, _ := binary.Append(append(p, gap...), binary.LittleEndian, sum)
		m.call("softmaxAVX512", got, want, got, atSum, atScores, n, atBias+uint64(4*biasAt(0, step, rows)), step, rows)
	}
}

func (m *image) spread(r *rand.Rand, rows, groups int) {
	k, keys := Matrix{}, make([]byte, rows*4*groups)
	for i := range keys {
		keys[i] = byte(r.IntN(2*maxWeight+1) - maxWeight)
	}
	k.resize(padded(rows, panel), 4*groups)
	got := m.put(k.w)
	atStart := m.put(k.start)
	spreadGeneric(&k, keys)
	want, _ := binary.Append(nil, binary.LittleEndian, k.w)
	want, _ = binary.Append(want, binary.LittleEndian, k.start)
	m.call("spreadAVX512", got, want, got, atStart, m.put(keys), rows, groups)
}

func (m *image) values(r *rand.Rand, kind, length int) {
	k, ldv := Matrix{}, 21
	v := filled(r, kind, length*ldv+16)
	k.resize(unit, padded(length, 4))
	got := m.put(k.w)
	atScale := m.put(k.scale)
	valuesGeneric(&k, v, ldv, length)
	want, _ := binary.Append(nil, binary.LittleEndian, k.w)
	want, _ = binary.Append(want, binary.LittleEndian, k.scale)
	m.call("valuesAVX512", got, want, got, atScale, m.put(v), ldv, length)
}
