package encoder

import (
	"parley/internal/encoder/wordpiece"
	"parley/internal/news"
)

// A Unit is a word as the reader scores it: a run of letters and digits, or one
// punctuation or CJK character.
type Unit struct {
	Start, End int32 // bytes of the text
	Para       int32 // which of the paragraphs
	Window     int32 // which of the windows scored it
	piece      int32 // its first in Scores.pieces
}

// Scores is what the encoder says about a text, and the memory that it took; it is used
// again for the next text. The zero value is ready. It takes about four bytes a
// unit and column of the heads (1 kB a word): very long texts are better read in stretches of paragraphs.
type Scores struct {
	Units []Unit

	encoder    *Encoder
	text       string
	pieces     []wordpiece.Piece
	features   []feature // of each unit
	paragraphs []int32   // the unit behind each paragraph's last
	windows    []window
	rows       []float32 // units × columns
	cls        []float32 // windows × columns, of [CLS]
	batch      batch
	decoder    decoder
}

// A feature holds the rows of the feature tables for a unit; para is that of its pieces.
type feature struct{ shape, quote, para uint8 }

// Read scores all words of the paragraphs, spans of text in order. What it says depends on the model, the
// text and the paragraphs only. Empty paragraphs are allowed. The text must be shorter than 2 GiB.
func (e *Encoder) Read(text string, paragraphs []news.Span, into *Scores) {
	into.reset(e, text)
	for i, p := range paragraphs {
		into.paragraph(i, p)
	}
	into.plan(e.limit)
	columns := e.columns
	into.rows = resize(into.rows, len(into.Units)*columns)
	into.cls = resize(into.cls, len(into.windows)*columns)
	for from := 0; from < len(into.windows); {
		from = into.encode(from, columns)
	}
}

func (s *Scores) reset(e *Encoder, text string) {
	s.encoder, s.text = e, text
	s.Units, s.pieces, s.features, s.paragraphs = s.Units[:0], s.pieces[:0], s.features[:0], s.paragraphs[:0]
}

// paragraph cuts paragraph number i into pieces and units and sees their features.
func (s *Scores) paragraph(i int, span news.Span) {
	old := len(s.pieces)
	s.pieces = s.encoder.model.Pieces.Append(s.pieces, s.text, span)
	quote, para := uint8(0), uint8(1)
	for at := old; at < len(s.pieces); {
		end := at + 1
		for end < len(s.pieces) && s.pieces[end].Continues {
			end++
		}
		u := Unit{Start: s.pieces[at].Start, End: s.pieces[end-1].End, Para: int32(i), piece: int32(at)}
		quote = quoteAt(quote, s.text[:span.End], int(u.Start))
		s.Units = append(s.Units, u)
		s.features = append(s.features, feature{shapeOf(s.text[u.Start:u.End]), quote, para})
		at, para = end, 0
	}
	s.paragraphs = append(s.paragraphs, int32(len(s.Units)))
}

// batchPieces is how many pieces go through the linear layers together, about.
const batchPieces = 512

// encode scores the windows from number from on that fit into one batch and gives the
// number of the next.
func (s *Scores) encode(from, columns int) (next int) {
	b := &s.batch
	b.reset()
	for next = from; next < len(s.windows); next++ {
		w := &s.windows[next]
		if n := s.piecesOf(int(w.from), int(w.to)) + 2; next > from && len(b.ids)+n > batchPieces {
			break
		}
		s.fill(b, w)
	}
	first := int(s.windows[from].core)
	units := len(b.picked)
	for _, w := range b.windows {
		b.picked = append(b.picked, w.row)
	}
	b.out = resize(b.out, len(b.picked)*columns)
	s.encoder.engine.run(b)
	copy(s.rows[first*columns:], b.out[:units*columns])
	copy(s.cls[from*columns:], b.out[units*columns:])
	return next
}

// fill adds a window to a batch.
func (s *Scores) fill(b *batch, w *window) {
	m := s.encoder.model
	row := len(b.ids)
	b.add(int32(m.CLS), feature{shape: shapeSpecial})
	for u := w.from; u < w.to; u++ {
		if u >= w.core && u < w.rest {
			b.picked = append(b.picked, int32(len(b.ids)))
		}
		for p := s.firstPiece(int(u)); p < s.firstPiece(int(u)+1); p++ {
			b.add(s.pieces[p].ID, s.features[u])
		}
	}
	b.add(int32(m.SEP), feature{shape: shapeSpecial})
	b.windows = append(b.windows, stretch{int32(row), int32(len(b.ids) - row)})
}
