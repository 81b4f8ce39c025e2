package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var variable = regexp.MustCompile(`--([a-z0-9-]+):#([0-9a-f]{3,6})\b`)

// themes gives the colours of the light and the dark theme.
func themes(t *testing.T) map[string]map[string]float64 {
	t.Helper()
	light, dark, ok := strings.Cut(pageCSS, "@media (prefers-color-scheme:dark)")
	if !ok {
		t.Fatal("no dark theme")
	}
	dark, _, _ = strings.Cut(dark, "}}")
	out := map[string]map[string]float64{"light": {}, "dark": {}}
	for name, css := range map[string]string{"light": light, "dark": dark} {
		for _, m := range variable.FindAllStringSubmatch(css, -1) {
			out[name][m[1]] = luminance(t, m[2])
		}
	}
	return out
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
		} else {
			sum += weight * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}

func TestContrast(t *testing.T) {
	for name, c := range themes(t) {
		for ground, inks := range map[string][]string{
			"paper": {"ink", "soft", "link", "for", "against", "conditional", "unclear", "grey"},
			"card":  {"ink", "soft", "link", "for", "against", "conditional", "unclear", "grey"},
			"shade": {"ink", "soft", "for", "against", "conditional", "unclear"},
			"say":   {"ink"}, "say2": {"ink"}, "who": {"ink"},
		} {
			for _, ink := range inks {
				a, ok := c[ink]
				b, okay := c[ground]
				if !ok || !okay {
					t.Fatalf("%s: no colour %s or %s", name, ink, ground)
				}
				if ratio := (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05); ratio < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.1f, want 4.5", name, ink, ground, ratio)
				}
			}
		}
	}
}
