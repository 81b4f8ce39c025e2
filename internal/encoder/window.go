package encoder

import "unicode/utf8"

// A window is a stretch of units that are encoded together.
type window struct {
	from, to   int32 // units
	core, rest int32 // units [core,rest) take their scores from this window; the others are context
	run        int32 // windows of one run are decoded as one sequence
}

// contextPieces is how many pieces a stretch of a cut paragraph gets on either side at most.
const contextPieces = 64

// longestUnit is the most pieces that a unit can have: wordpiece takes longer words
// for unknown.
const longestUnit = 100

// plan packs whole paragraphs into windows, in order, each window as full as may be. A paragraph
// that is longer than a window gets windows of its own.
func (s *Scores) plan(limit int) {
	s.windows = s.windows[:0]
	from, begin := 0, 0 // of the window, of the paragraph
	for _, end := range s.paragraphs {
		if s.piecesOf(from, int(end)) > limit {
			s.whole(from, begin)
			from = begin
		}
		if s.piecesOf(begin, int(end)) > limit {
			s.cut(begin, int(end), limit)
			from = int(end)
		}
		begin = int(end)
	}
	s.whole(from, begin)
	for i, w := range s.windows {
		for u := w.core; u < w.rest; u++ {
			s.Units[u].Window = int32(i)
		}
	}
}

// whole adds a window that shares no unit with others.
func (s *Scores) whole(from, to int) {
	if from < to {
		s.add(from, to, from, to, s.nextRun())
	}
}

func (s *Scores) nextRun() int32 {
	if n := len(s.windows); n > 0 {
		return s.windows[n-1].run + 1
	}
	return 0
}

func (s *Scores) add(from, to, core, rest int, run int32) {
	s.windows = append(s.windows, window{int32(from), int32(to), int32(core), int32(rest), run})
}

// cut makes windows of a paragraph that is too long for one. Each has a core of units,
// which it scores, and up to 64 pieces of context on both sides; the cores follow one another, so
// that every unit is scored in the window in which it stands farthest from a cut. A core ends behind a sentence
// where one ends in its second half.
func (s *Scores) cut(from, to, limit int) {
	context := min(contextPieces, (limit-longestUnit)/2)
	run := s.nextRun()
	for core := from; core < to; {
		left := core
		for left > from && s.piecesOf(left-1, core) <= context {
			left--
		}
		room := limit - s.piecesOf(left, core)
		if s.piecesOf(core, to) <= room {
			s.add(left, to, core, to, run)
			return
		}
		rest := s.coreEnd(core, room-context)
		right := rest
		for right < to && s.piecesOf(rest, right+1) <= context {
			right++
		}
		s.add(left, right, core, rest, run)
		core = rest
	}
}

// coreEnd gives the end of a core of at most room pieces that begins at unit core.
func (s *Scores) coreEnd(core, room int) int {
	end := core + 1
	for s.piecesOf(core, end+1) <= room {
		end++
	}
	for i := end; s.piecesOf(core, i) > room/2; i-- {
		if s.sentenceAt(i) {
			return i
		}
	}
	return end
}

// sentenceAt reports whether a sentence seems to end before unit u: a stop, perhaps
// with a closing mark, and no small letter behind.
func (s *Scores) sentenceAt(u int) bool {
	if s.features[u].shape == shapeLower {
		return false
	}
	last := s.mark(u - 1)
	if last == '"' || last == '”' || last == '’' || last == '\'' || last == ')' || last == '»' {
		last = s.mark(u - 2)
	}
	return last == '.' || last == '!' || last == '?' || last == '…'
}

// mark gives the first character of unit u.
func (s *Scores) mark(u int) rune {
	if u < 0 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.Units[u].Start:s.Units[u].End])
	return r
}

// piecesOf is the number of pieces of the units [from,to).
func (s *Scores) piecesOf(from, to int) int { return s.firstPiece(to) - s.firstPiece(from) }

// firstPiece is where unit u's pieces begin; behind the last unit, where all end.
func (s *Scores) firstPiece(u int) int {
	if u >= len(s.Units) {
		return len(s.pieces)
	}
	return int(s.Units[u].piece)
}
