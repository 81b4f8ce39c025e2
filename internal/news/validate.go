package news

import (
	"fmt"
	"unicode/utf8"
)

// Validate checks the report's own invariants: passages in order, disjoint, on
// rune boundaries and inside the text, each piece of furniture with a reason.
func (r *Report) Validate() error {
	if !utf8.ValidString(r.Text) {
		return Errorf(Internal, "report %s: text is not UTF-8", r.ID)
	}
	end := 0
	for i, p := range r.Passages {
		if err := checkSpan(r.Text, p.Span); err != nil {
			return Errorf(Internal, "report %s: passage %d: %v", r.ID, i, err)
		}
		if p.Span.Start < end {
			return Errorf(Internal, "report %s: passage %d overlaps the one before", r.ID, i)
		}
		if p.Kind == Furniture && p.Reason == "" {
			return Errorf(Internal, "report %s: passage %d is furniture without a reason", r.ID, i)
		}
		end = p.Span.End
	}
	return nil
}

// Validate checks a statement against the report that it was read from: every span
// on rune boundaries inside the text, the content in order and disjoint, the id the
// content's own, an unknown speaker with a reason.
func (s *Statement) Validate(r *Report) error {
	if s.ReportID != r.ID {
		return Errorf(Internal, "statement %s is of report %s, not %s", s.ID, s.ReportID, r.ID)
	}
	if len(s.Content) == 0 {
		return Errorf(Internal, "statement %s has no content", s.ID)
	}
	if want := StatementID(r.ID, s.Content); s.ID != want {
		return Errorf(Internal, "statement %s: id does not follow from its spans (%s)", s.ID, want)
	}
	end := 0
	for _, c := range s.Content {
		if err := checkSpan(r.Text, c); err != nil {
			return Errorf(Internal, "statement %s: content: %v", s.ID, err)
		}
		if c.Start < end {
			return Errorf(Internal, "statement %s: content parts overlap or are out of order", s.ID)
		}
		end = c.End
	}
	for name, sp := range s.optionalSpans {
		if err := checkSpan(r.Text, sp); !sp.IsZero() && err != nil {
			return Errorf(Internal, "statement %s: %s: %v", s.ID, name, err)
		}
	}
	if s.Speaker.Name == "" && s.Speaker.Reason == "" {
		return Errorf(Internal, "statement %s: unknown speaker without a reason", s.ID)
	}
	return nil
}

// optionalSpans yields the spans beside the content, each with its name; absent ones
// are zero.
func (s *Statement) optionalSpans(yield func(string, Span) bool) {
	if !yield("cue", s.Cue) || !yield("speaker", s.Speaker.Mention) || !each(yield, "trail", s.Speaker.Trail) {
		return
	}
	if s.Addressee != nil && !yield("addressee", s.Addressee.Mention) {
		return
	}
	if s.SaidOn != nil && !yield("day", s.SaidOn.Mention) {
		return
	}
	if s.Occasion != nil && !yield("occasion", s.Occasion.Mention) {
		return
	}
	for i := range s.Chain {
		if !yield("chain", s.Chain[i].Mention) {
			return
		}
	}
	if s.Move != nil {
		each(yield, "condition", s.Move.Conditions)
	}
}

func each(yield func(string, Span) bool, name string, spans []Span) bool {
	for _, sp := range spans {
		if !yield(name, sp) {
			return false
		}
	}
	return true
}

func checkSpan(text string, s Span) error {
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start >= s.End:
		return fmt.Errorf("span %d-%d does not lie in a text of %d bytes", s.Start, s.End, len(text))
	case !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])):
		return fmt.Errorf("span %d-%d cuts a character", s.Start, s.End)
	}
	return nil
}
