package page

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkText reads a dump of about four kilobytes, the size of a usual report.
func BenchmarkText(b *testing.B) {
	benchmark(b, "testdata/lume24.txt")
}

// BenchmarkHTML reads a small page with all the furniture of a site.
func BenchmarkHTML(b *testing.B) {
	benchmark(b, "testdata/courier.html")
}

func benchmark(b *testing.B, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(name, data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHead reads a short report, where the cost of one report shows.
func BenchmarkLines(b *testing.B) {
	text := strings.Repeat("The envoy said that the corridor over the river would stay open until the end of the month, and that nobody had asked him.\n\n", 2000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("a.txt", []byte(text), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
