// Package text maps positions: bytes inside, code points (W3C
// TextPositionSelector), UTF-16 units (browsers) and lines outside. Functions say
// from and to in their names.
package text
