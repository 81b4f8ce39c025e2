package encoder

import (
	"errors"
	"testing"

	"parley/data"
)

func TestName(t *testing.T) {
	m, err := Parse(data.Model)
	if err != nil {
		t.Fatal(err)
	}
	if name, err := Name(data.Model); err != nil || name != m.Name || name == "" {
		t.Errorf("name %q, %v; the model's is %q", name, err, m.Name)
	}
	if _, err := Name(data.Model[:20]); !errors.Is(err, ErrModel) {
		t.Errorf("of a file cut short: %v", err)
	}
}
