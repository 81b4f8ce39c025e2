// Package marks reads the project's own set: saved pages with their statements
// marked inside the text, after the manner of gopls' marker tests, so that no
// offset can be wrong.
//
// A marked source is the page with marks "⟦label:words⟧" in it, then a line "⟦⟦"
// and a trailer that says of each numbered statement what its words cannot say.
// docs/formats.md describes both. Without marks and trailer what is left is the
// saved page, byte for byte.
//
// Offsets are those of the page as it is read, whatever its format: the marks'
// brackets are replaced by private-use characters, the page is read with them, and
// where they come out is where the marks stand.
package marks
