package news

// Span is a half-open range of bytes [Start, End) in a report's text, on rune
// boundaries. The zero Span means "absent".
type Span struct {
	Start, End int
}

// IsZero reports whether the span is absent.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the words that the span covers in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest span that holds both; an absent span adds nothing.
func (s Span) Cover(o Span) Span {
	if s.IsZero() {
		return o
	}
	if o.IsZero() {
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}
