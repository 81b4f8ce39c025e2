package news

import (
	"crypto/sha256"
	"encoding/hex"
)

// Report is one document as it was published. Text is the decoded document and is
// never changed after offsets into it were taken.
type Report struct {
	ID        string // from the bytes' hash: "r" and 16 hex digits
	File      string // path exactly as given; "" when read from elsewhere
	URI       string // canonical address; never one met in furniture
	Outlet    string
	Title     string
	Author    string
	Published Day    // absent when the document does not give it
	Language  string // ISO 639-1, "" when it could not be told
	SHA256    string // of the bytes, 64 hex digits
	Text      string
	Passages  []Passage // in order, disjoint; together they cover all visible text
	Unread    string    // why the reader was not run ("language"); "" when it was
}

// PassageKind says what part of a report a passage is.
type PassageKind string

// The kinds of passage. Everything but Furniture is read.
const (
	Headline   PassageKind = "headline"
	Standfirst PassageKind = "standfirst"
	Body       PassageKind = "body"
	BlockQuote PassageKind = "block quotation"
	Caption    PassageKind = "caption"
	Furniture  PassageKind = "furniture"
)

// Passage is one paragraph-sized part of a report's text. A line may hold several:
// a dateline is a furniture passage before the body passage of the same line.
type Passage struct {
	Kind   PassageKind
	Span   Span
	Reason string // why it is furniture ("cookie notice", "related headline", …); else ""
}

// Read reports whether statements are looked for in the passage.
func (p Passage) Read() bool { return p.Kind != Furniture }

// Words is the text that the span covers.
func (r *Report) Words(s Span) string { return r.Text[s.Start:s.End] }

// HashBytes gives the hash of a document's bytes and the report id made from it.
func HashBytes(b []byte) (sum, id string) {
	h := sha256.Sum256(b)
	sum = hex.EncodeToString(h[:])
	return sum, "r" + sum[:16]
}
