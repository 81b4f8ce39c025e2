package record

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// The encoder is written out by hand: a ledger's export writes hundreds of
// thousands of records, and reflection would be most of its time. A test holds it
// to what encoding/json writes.

// AppendJSON appends the record as one line of JSON without a line end. HTML is
// not escaped; a byte that is not UTF-8 becomes U+FFFD.
func (r *Statement) AppendJSON(b []byte) []byte {
	w := writer{b: b}
	w.open()
	w.text("id", r.ID)
	w.text("mode", string(r.Mode))
	if r.Report != (Report{}) {
		w.report(&r.Report)
	}
	if r.Passage.Kind != "" {
		w.object("passage")
		w.text("kind", string(r.Passage.Kind))
		w.close()
	}
	if !r.Speaker.IsZero() {
		w.speaker(&r.Speaker)
	}
	w.party(r.Addressee)
	w.words("cue", r.Cue)
	w.list("content", r.Content)
	w.when(r.SaidOn)
	w.occasion(r.Occasion)
	w.chain(r.Chain)
	w.move(r.Move)
	w.text("within", r.Within)
	w.text("reader", r.Reader)
	w.number("confidence", r.Confidence)
	w.text("rule", r.Rule)
	if r.Optional {
		w.flag("optional", true)
	}
	w.text("note", r.Note)
	w.close()
	return w.b
}

// MarshalJSON implements json.Marshaler with AppendJSON.
func (r Statement) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// writer appends the members of nested objects; it puts the commas.
type writer struct{ b []byte }

func (w *writer) open()  { w.b = append(w.b, '{') }
func (w *writer) close() { w.b = append(w.b, '}') }

func (w *writer) comma() {
	if c := w.b[len(w.b)-1]; c != '{' && c != '[' {
		w.b = append(w.b, ',')
	}
}

func (w *writer) key(k string) {
	w.comma()
	w.b = append(w.b, '"')
	w.b = append(w.b, k...)
	w.b = append(w.b, '"', ':')
}

func (w *writer) object(k string) {
	w.key(k)
	w.open()
}

func (w *writer) text(k, v string) {
	if v != "" {
		w.key(k)
		w.b = appendString(w.b, v)
	}
}

func (w *writer) flag(k string, v bool) {
	w.key(k)
	w.b = strconv.AppendBool(w.b, v)
}

// number leaves out 0 and what JSON cannot hold.
func (w *writer) number(k string, v float64) {
	if v != 0 && !math.IsNaN(v) && !math.IsInf(v, 0) {
		w.key(k)
		w.b = strconv.AppendFloat(w.b, v, 'g', -1, 64)
	}
}

// place writes start and end of placed words.
func (w *writer) place(start, end int) {
	if end > 0 {
		w.key("start")
		w.b = strconv.AppendInt(w.b, int64(start), 10)
		w.key("end")
		w.b = strconv.AppendInt(w.b, int64(end), 10)
	}
}

func (w *writer) span(v *Words) {
	w.comma()
	w.open()
	w.place(v.Start, v.End)
	w.text("text", v.Text)
	w.close()
}

func (w *writer) words(k string, v *Words) {
	if v != nil {
		w.object(k)
		w.place(v.Start, v.End)
		w.text("text", v.Text)
		w.close()
	}
}

// array writes an array by calling item for each of n elements; none writes nothing.
func (w *writer) array(k string, n int, item func(i int)) {
	if n == 0 {
		return
	}
	w.key(k)
	w.b = append(w.b, '[')
	for i := range n {
		item(i)
	}
	w.b = append(w.b, ']')
}

func (w *writer) list(k string, v []Words) {
	w.array(k, len(v), func(i int) { w.span(&v[i]) })
}

const hex = "0123456789abcdef"

// appendString appends s as a JSON string.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, s[from:i]...)
			b = appendEscaped(b, c)
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if (r == utf8.RuneError && n == 1) || r == '\u2028' || r == '\u2029' {
			b = append(b, s[from:i]...)
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
			from = i + n
		}
		i += n
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
