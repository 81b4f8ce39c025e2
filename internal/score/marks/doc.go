// Package marks reads the project's own set: saved pages with their statements
// marked inside the text, after the manner of gopls' marker tests, so that no
// offset can be wrong.
//
// # The source
//
// A marked source is the page with marks in it, then a line "⟦⟦" and a trailer.
// Without marks and trailer what is left is the saved page, byte for byte.
//
//	mark  = "⟦" label ":" text "⟧"
//	label = ref { "," ref } | "?" | "f"
//	ref   = NUMBER [ role ]
//
// "?" marks words that count neither way, "f" furniture. A number is a statement
// of the trailer; without a role the words are its content, in as many parts as
// there are marks. The roles are s source, c cue, a addressee, d day, o occasion,
// k chain, x condition. Marks nest and may hold tags and entities, but never stand
// inside a tag, and no white space stands just inside their ends.
//
// # The trailer
//
// One line per thing, with fields key=value, key="a value" and bare flags; "#"
// begins a remark. The line "report" has outlet, title, style, published, uri,
// author, blocks (see Wrap) and noeol (the page ends without a line end). A
// statement's line begins with its number and has
//
//	speaker   the canonical name; "A|B": either is right; left out: the report names none
//	mode      direct, indirect, mixed
//	by        how the source is written: name, surname, role, pronoun, …
//	day       2031-10-07, 2031-10 or 2031-10-01..2031-10-08; with "?" none is right too
//	chain     "Name/kind"
//	move      talks/STANCE/HOLDER; the flag openmove: counts neither way
//	within    number of the statement that it is nested in
//	optional  flag: counts neither way
//
// # Offsets
//
// Offsets are those of the page as it is read, whatever its format: the marks'
// brackets are replaced by private-use characters, the page is read with them, and
// where they come out is where the marks stand.
package marks
